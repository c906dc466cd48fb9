import { searchKey } from '~/platform/text'

/** Words that nearly every group bears: they tell nothing about which one it is. */
const COMMON = new Set(
  'kim kelompok komunitas informasi masyarakat desa kelurahan kalurahan kampung nagari gampong pekon distrik kecamatan kapanewon dan di'.split(
    ' ',
  ),
)
const LIKELY = 0.5

/**
 * True when two names of groups of one village probably mean the same group: alike in what is left
 * without the word KIM and the names of the place, or nothing else than those.
 * @param placeNames names of the village and of what lies above it
 */
export function likelySameGroup(one: string, other: string, placeNames: string[]): boolean {
  const ignored = new Set([...COMMON, ...placeNames.flatMap((name) => searchKey(name).split(' '))])
  const [a, b] = [core(one, ignored), core(other, ignored)]
  if (a.length === 0 || b.length === 0) return true
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  if (fewer.every((word) => more.includes(word))) return true
  return likeness(a.join(' '), b.join(' ')) >= LIKELY
}

function core(name: string, ignored: Set<string>): string[] {
  return searchKey(name)
    .split(' ')
    .filter((word) => word !== '' && !ignored.has(word))
}

/** Dice coefficient over groups of three letters: 1 for the same text, 0 when nothing is shared. */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)]
  const shared = [...a].filter((gram) => b.has(gram)).length
  return (2 * shared) / (a.size + b.size)
}

function trigrams(text: string): Set<string> {
  const padded = `  ${text} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}
