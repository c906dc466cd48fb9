import { likeness } from '~/features/groups/name-likeness'
import { searchKey } from '~/platform/text'

/** Words that many communities bear: they tell nothing about which one it is. */
const COMMON = new Set(
  'kim kelompok komunitas informasi masyarakat organisasi lembaga paguyuban desa kelurahan kalurahan kampung nagari gampong pekon distrik kecamatan kapanewon dan di'.split(
    ' ',
  ),
)
const LIKELY = 0.6

/** A name as it is compared with the other names of its village. */
export interface ComparedName {
  key: string
  /** The words that are its own. */
  words: string[]
}

/** Reads names of one village so that they can be compared: without common words and the names of the place. */
export function comparing(placeNames: string[]): (name: string) => ComparedName {
  const ignored = new Set([...COMMON, ...placeNames.flatMap((name) => searchKey(name).split(' '))])
  return (name) => {
    const key = searchKey(name)
    return { key, words: key.split(' ').filter((word) => word !== '' && !ignored.has(word)) }
  }
}

/**
 * True when two names in one village probably mean one community: alike in the words that are their own. Names without
 * any are alike when they are the same: a village has a PKK and a Karang Taruna without names of their own.
 */
export function likelySameCommunity(one: ComparedName, other: ComparedName): boolean {
  const [a, b] = [one.words, other.words]
  if (a.length === 0 || b.length === 0) return one.key === other.key
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  if (fewer.every((word) => more.includes(word))) return true
  return likeness(a.join(' '), b.join(' ')) >= LIKELY
}
