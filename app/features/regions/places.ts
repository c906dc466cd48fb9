import type { Zone } from '~/platform/calendar'

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

function capital(words: string): string {
  return words.replace(/(^| )\p{L}/gu, (start) => start.toUpperCase())
}

/** "Kampung Nawaripi", "Kota Administrasi Jakarta Pusat". */
export function withWord({ name, word }: PlaceName): string {
  return `${capital(word)} ${name}`
}

/** "Kampung Nawaripi, Distrik Wania, Kabupaten Mimika, Provinsi Papua Tengah". */
export function placeWords({ village, district, regency, province }: Place): string {
  return [village, district, regency, province].map(withWord).join(', ')
}

/** "Dinas Kominfo Kabupaten Mimika": offices carry different names, this one is understood everywhere. */
export function officeName(regency: PlaceName): string {
  return `Dinas Kominfo ${withWord(regency)}`
}
