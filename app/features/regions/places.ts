import type { Zone } from '~/platform/calendar'
import type { RegionKind, RegionLevel } from './regions.tables'

/** The code that stands for the whole country, in roll-ups and in addresses. */
export const NATION = '00'

export interface PlaceName {
  code: string
  name: string
  /** What it is called there, lower case: kampung, distrik, kabupaten. */
  word: string
}

/** A village with everything that lies above it. */
export interface Place {
  village: PlaceName
  district: PlaceName
  regency: PlaceName
  province: PlaceName
  zone: Zone
}

/** A region of any level as people name it. */
export interface RegionName extends PlaceName {
  level: RegionLevel
  kind: RegionKind
  /** From the province down to the region above; empty for a province. */
  above: PlaceName[]
}

/** The code's ancestors and itself, province first. */
export function codesDownTo(code: string): string[] {
  return [2, 4, 6, 10].filter((length) => length <= code.length).map((length) => code.slice(0, length))
}

/** The code of the region above; empty for a province. */
export function parentOf(code: string): string {
  return code.slice(0, code.length === 10 ? 6 : code.length - 2)
}

/** The level that a code of this length belongs to. */
export function levelOf(code: string): RegionLevel {
  if (code.length === 2) return 'province'
  if (code.length === 4) return 'regency'
  return code.length === 6 ? 'district' : 'village'
}

/** A level as our addresses and our JSON call it. */
export const levelNames = {
  province: 'provinsi',
  regency: 'kabupaten_kota',
  district: 'kecamatan',
  village: 'desa_kelurahan',
} as const satisfies Record<RegionLevel, string>

/** There are a dozen of these words, and a list says each a hundred times. */
const capitals = new Map<string, string>()

function capital(words: string): string {
  const known = capitals.get(words)
  if (known !== undefined) return known
  const made = words.replace(/(^| )\p{L}/gu, (start) => start.toUpperCase())
  capitals.set(words, made)
  return made
}

/** "Kampung Nawaripi", "Kota Administrasi Jakarta Pusat". */
export function withWord({ name, word }: PlaceName): string {
  return `${capital(word)} ${name}`
}

/** "Kampung Nawaripi, Distrik Wania, Kabupaten Mimika, Provinsi Papua Tengah". */
export function placeWords({ village, district, regency, province }: Place): string {
  return [village, district, regency, province].map(withWord).join(', ')
}

/** "Distrik Mimika Baru, Kabupaten Mimika, Provinsi Papua Tengah". */
export function fullName(region: RegionName): string {
  return [region, ...[...region.above].reverse()].map(withWord).join(', ')
}

/** "Distrik Mimika Baru, Kabupaten Mimika, Provinsi Papua Tengah": what lies above a region. */
export function above(region: RegionName): string {
  return [...region.above].reverse().map(withWord).join(', ')
}

/** "Kampung atau Kelurahan": what a list of places holds. */
export function wordsOf(places: PlaceName[]): string {
  return [...new Set(places.map(({ word }) => capital(word)))].join(' atau ')
}

/** The office of the country. */
export const MINISTRY = 'Kementerian Komunikasi dan Digital'

/** "Dinas Kominfo Kabupaten Mimika": offices carry different names, this one is understood everywhere. */
export function officeName(regency: PlaceName): string {
  return `Dinas Kominfo ${withWord(regency)}`
}
