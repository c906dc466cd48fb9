import SearchableMap from 'minisearch/SearchableMap'
import { searchKey } from '~/platform/text'
import { levelOf, parentOf } from './places'
import { regionAliases } from './region-aliases'
import type { RegionKind, RegionLevel } from './regions.tables'

/** What the index is built from. */
export interface IndexedRegion {
  code: string
  kind: RegionKind
  name: string
}

/**
 * The words of all region names, each with the regions that bear it. It holds codes and numbers only
 * (about 20 MB for the whole country); rows are fetched from the database.
 */
export interface RegionIndex {
  codes: string[]
  kinds: RegionKind[]
  /** The position of the region above, -1 for a province. */
  parents: Int32Array
  /** How many different words the name has. */
  lengths: Uint8Array
  words: SearchableMap<number[]>
  aliases: Map<string, number>
}

export interface SearchOptions {
  /** Only regions of these levels. */
  levels?: RegionLevel[]
  /** Only regions inside this one. */
  within?: string
  /** At most this many; 10 unless told. */
  limit?: number
}

export function buildRegionIndex(regions: Iterable<IndexedRegion>): RegionIndex {
  const sorted = [...regions].sort((a, b) => (a.code < b.code ? -1 : 1))
  const at = new Map(sorted.map(({ code }, position) => [code, position]))
  const words = new SearchableMap<number[]>()
  const lengths = new Uint8Array(sorted.length)
  for (const [position, { name }] of sorted.entries()) {
    const own = new Set(searchKey(name).split(' '))
    lengths[position] = own.size
    for (const word of own) {
      const bearers = words.get(word)
      if (bearers) bearers.push(position)
      else words.set(word, [position])
    }
  }
  const aliases = new Map<string, number>()
  for (const [alias, code] of Object.entries(regionAliases)) {
    const position = at.get(code)
    if (position !== undefined) aliases.set(alias, position)
  }
  return {
    codes: sorted.map(({ code }) => code),
    kinds: sorted.map(({ kind }) => kind),
    parents: Int32Array.from(sorted, ({ code }) => at.get(parentOf(code)) ?? -1),
    lengths,
    words,
    aliases,
  }
}

/** Words for kinds of regions as people type them, and the kinds they may mean. */
const villageKinds: RegionKind[] = ['desa', 'kelurahan', 'desa_adat']
const meanings: Record<string, RegionKind[]> = {
  provinsi: ['provinsi'],
  propinsi: ['provinsi'],
  prov: ['provinsi'],
  kabupaten: ['kabupaten'],
  kab: ['kabupaten'],
  kota: ['kota'],
  kotamadya: ['kota'],
  kecamatan: ['kecamatan'],
  kec: ['kecamatan'],
  distrik: ['kecamatan'],
  kapanewon: ['kecamatan'],
  kemantren: ['kecamatan'],
  kelurahan: ['kelurahan', 'desa'],
  kel: ['kelurahan', 'desa'],
  desa: villageKinds,
  ds: villageKinds,
  kampung: villageKinds,
  kp: villageKinds,
  kalurahan: villageKinds,
  nagari: villageKinds,
  gampong: villageKinds,
  pekon: villageKinds,
}

/** How much a typed word says about a region, by the way in which it fits. */
const OWN = { exact: 10, prefix: 6, slip: 5, slips: 3 }
const ABOVE = 0.4
const OWN_KIND = 5
const KIND_ABOVE = 0.5
/** All words of the name were typed, or all with a slip at most. */
const WHOLE_NAME = 8
const NEARLY_WHOLE_NAME = 4

/** Among guesses at a slip, what scores less than this part of the best only distracts. */
const WORTH = 0.5

interface TypedWord {
  /** Regions whose own name has the word, with its weight. */
  bearers: Map<number, number>
  /** Kinds that the word may mean. */
  kinds: RegionKind[]
}

/**
 * The codes of the regions that a person may mean, best first: every typed word has to fit the region's name,
 * its kind, or a region above it, and at least one its name. Exact before beginnings; slips of the finger and
 * of the space bar are forgiven when nothing fits as typed;
 * on a tie the higher level first.
 */
export function searchIndex(index: RegionIndex, typed: string, options: SearchOptions = {}): string[] {
  const words = [...new Set(searchKey(typed.slice(0, 80)).split(' '))].filter(Boolean).slice(0, 8)
  if (words.join('').length < 2) return []
  const limit = options.limit ?? 10
  const asTyped = rank(index, words, options, exactOrPrefix)
  if (asTyped.length > 0) return asTyped.slice(0, limit)
  for (const spacing of otherSpacings(index, words)) {
    const found = rank(index, spacing, options, exactOrPrefix)
    if (found.length > 0) return found.slice(0, limit)
  }
  return rank(index, words, options, slipping).slice(0, limit)
}

/** "suko rejo" as "sukorejo", and "mimikabaru" as "mimika baru": only words that some name has. */
function otherSpacings({ words: known }: RegionIndex, words: string[]): string[][] {
  return words.flatMap((word, at) => {
    const [before, after] = [words.slice(0, at), words.slice(at + 1)]
    const joined = word + (words[at + 1] ?? '')
    const spacings = joined !== word && known.has(joined) ? [[...before, joined, ...after.slice(1)]] : []
    if (known.has(word)) return spacings
    for (let cut = word.length - 3; cut >= 3; cut--) {
      const parts = [word.slice(0, cut), word.slice(cut)]
      if (parts.every((part) => known.has(part))) spacings.push([...before, ...parts, ...after])
    }
    return spacings
  })
}

type Lookup = (index: RegionIndex, word: string) => Map<number, number>

function rank(index: RegionIndex, words: string[], options: SearchOptions, look: Lookup): string[] {
  const typed: TypedWord[] = words.map((word) => ({
    bearers: look(index, word),
    kinds: meanings[word] ?? [],
  }))
  const scores = new Map<number, number>()
  for (const { bearers } of typed) {
    for (const region of bearers.keys()) {
      if (scores.has(region) || !isWanted(index, region, options)) continue
      scores.set(region, score(index, region, typed))
    }
  }
  const alias = index.aliases.get(words.join(' '))
  if (alias !== undefined && isWanted(index, alias, options)) scores.set(alias, OWN.exact + WHOLE_NAME + 1)
  const best = [...scores.values()].reduce((most, points) => Math.max(most, points), 0)
  return [...scores]
    .filter(([, points]) => points > 0 && (look !== slipping || points >= best * WORTH))
    .sort(([a, pointsA], [b, pointsB]) => pointsB - pointsA || byLevel(index, a, b))
    .map(([region]) => index.codes[region] ?? '')
}

function byLevel(index: RegionIndex, a: number, b: number): number {
  const codeA = index.codes[a] ?? ''
  const codeB = index.codes[b] ?? ''
  return codeA.length - codeB.length || (codeA < codeB ? -1 : 1)
}

function isWanted(index: RegionIndex, region: number, { levels, within }: SearchOptions): boolean {
  const code = index.codes[region] ?? ''
  if (within && !code.startsWith(within)) return false
  return !levels || levels.includes(levelOf(code))
}

/** Points for a region; 0 when a typed word fits nothing of it. */
function score(index: RegionIndex, region: number, typed: TypedWord[]): number {
  let points = 0
  let exact = 0
  let near = 0
  for (const word of typed) {
    const own = word.bearers.get(region) ?? 0
    if (own >= OWN.exact) exact++
    if (own === OWN.slip) near++
    const best = Math.max(own, fitOfKind(index, region, word), fitAbove(index, region, word))
    if (best === 0) return 0
    points += best
  }
  const length = index.lengths[region] ?? 0
  if (exact >= length) return points + WHOLE_NAME
  return exact + near >= length ? points + NEARLY_WHOLE_NAME : points
}

function fitOfKind(index: RegionIndex, region: number, { kinds }: TypedWord): number {
  return kinds.some((kind) => kind === index.kinds[region]) ? OWN_KIND : 0
}

function fitAbove(index: RegionIndex, region: number, word: TypedWord): number {
  let best = 0
  for (let above = index.parents[region] ?? -1; above >= 0; above = index.parents[above] ?? -1) {
    const name = (word.bearers.get(above) ?? 0) * ABOVE
    const kind = fitOfKind(index, above, word) > 0 ? KIND_ABOVE : 0
    best = Math.max(best, name, kind)
  }
  return best
}

/** The word itself, what begins with it (from two letters on), and towns that people say instead of a regency. */
function exactOrPrefix(index: RegionIndex, word: string): Map<number, number> {
  const found = new Map<number, number>()
  if (word.length > 1) {
    for (const [, bearers] of index.words.atPrefix(word)) put(found, bearers, OWN.prefix)
  }
  put(found, index.words.get(word) ?? [], OWN.exact)
  for (const [alias, region] of index.aliases) {
    if (alias === word) put(found, [region], OWN.exact)
    else if (word.length > 2 && alias.startsWith(word)) put(found, [region], OWN.prefix)
  }
  return found
}

/** As above, and what differs by one slip (from three letters on) or two (from six on). */
function slipping(index: RegionIndex, word: string): Map<number, number> {
  const found = new Map<number, number>()
  const allowed = word.length >= 6 ? 2 : word.length >= 3 ? 1 : 0
  // Two letters the wrong way round count as two edits in the tree and as one slip of the finger here.
  for (const [near, [bearers, distance]] of index.words.fuzzyGet(word, allowed > 0 ? 2 : 0)) {
    const slips = distance === 2 && isSwap(word, near) ? 1 : distance
    if (slips <= allowed) put(found, bearers, slips === 1 ? OWN.slip : OWN.slips)
  }
  for (const [region, weight] of exactOrPrefix(index, word)) put(found, [region], weight)
  return found
}

function put(found: Map<number, number>, regions: number[], weight: number): void {
  for (const region of regions) {
    if (weight > (found.get(region) ?? 0)) found.set(region, weight)
  }
}

/** True when the words are the same but for two neighbouring letters that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const first = [...a].findIndex((letter, at) => letter !== b[at])
  return (
    first >= 0 &&
    a[first] === b[first + 1] &&
    a[first + 1] === b[first] &&
    a.slice(first + 2) === b.slice(first + 2)
  )
}
