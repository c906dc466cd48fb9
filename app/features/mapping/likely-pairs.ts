import { likeness } from '~/features/groups/name-likeness'
import { searchKey } from '~/platform/text'

/** Words that many communities bear: they tell nothing about which one it is. */
const COMMON = new Set(
  'kim kelompok komunitas informasi masyarakat organisasi lembaga paguyuban desa kelurahan kalurahan kampung nagari gampong pekon distrik kecamatan kapanewon dan di'.split(
    ' ',
  ),
)
const LIKELY = 0.6

/**
 * True when two names in one village probably mean one community: alike in what is left without common words and the
 * names of the place. Names of which nothing is left are alike when they are the same: a village has a PKK and a Karang
 * Taruna without names of their own.
 */
export function likelySameCommunity(one: string, other: string, placeNames: string[]): boolean {
  const ignored = new Set([...COMMON, ...placeNames.flatMap((name) => searchKey(name).split(' '))])
  const core = (name: string) =>
    searchKey(name)
      .split(' ')
      .filter((word) => word !== '' && !ignored.has(word))
  const [a, b] = [core(one), core(other)]
  if (a.length === 0 || b.length === 0) return searchKey(one) === searchKey(other)
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  if (fewer.every((word) => more.includes(word))) return true
  return likeness(a.join(' '), b.join(' ')) >= LIKELY
}
