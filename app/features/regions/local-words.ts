import type { Zone } from '~/platform/calendar'
import type { RegionKind } from './regions.tables'

/**
 * Zones by province: east of Bali's strait and of central Kalimantan WITA, Maluku and Papua WIT, the rest WIB.
 * Keppres 41/1987 as commonly cited; general knowledge, not read in the original.
 */
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'])
const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96'])

export function zoneOf(code: string): Zone {
  const province = code.slice(0, 2)
  if (WIT.has(province)) return 'WIT'
  return WITA.has(province) ? 'WITA' : 'WIB'
}

/**
 * What a desa is called where it is not called desa, by province or, where it differs inside one, by regency.
 * The region data do not say this: it is general knowledge about local names after UU 6/2014, article 6,
 * and only places where one word is in use throughout are listed. Elsewhere "desa" is never wrong.
 */
const villageWords: Record<string, string> = {
  // Aceh: gampong, but kampung in the Gayo highlands, Tamiang and Singkil, kute in Aceh Tenggara, desa on Simeulue.
  '11': 'gampong',
  '1102': 'kute',
  '1104': 'kampung',
  '1109': 'desa',
  '1110': 'kampung',
  '1113': 'kampung',
  '1116': 'kampung',
  '1117': 'kampung',
  '1175': 'kampong',
  // Sumatera Barat: nagari, but desa on Mentawai and in the cities of Sawahlunto and Pariaman.
  '13': 'nagari',
  '1309': 'desa',
  '1373': 'desa',
  '1377': 'desa',
  // Riau: Rokan Hilir and Siak.
  '1407': 'kepenghuluan',
  '1408': 'kampung',
  // Jambi: Bungo.
  '1508': 'dusun',
  // Lampung: Lampung Tengah, Lampung Barat, Tulang Bawang, Tanggamus, Way Kanan, Pringsewu, Tulang Bawang Barat, Pesisir Barat.
  '1802': 'kampung',
  '1804': 'pekon',
  '1805': 'kampung',
  '1806': 'pekon',
  '1808': 'kampung',
  '1810': 'pekon',
  '1812': 'tiyuh',
  '1813': 'pekon',
  // Daerah Istimewa Yogyakarta: Pergub DIY 25/2019.
  '34': 'kalurahan',
  // Kalimantan Timur: Berau, Kutai Barat, Mahakam Ulu.
  '6403': 'kampung',
  '6407': 'kampung',
  '6411': 'kampung',
  // Sulawesi Utara: Kepulauan Sangihe.
  '7103': 'kampung',
  // Sulawesi Selatan: Tana Toraja, Toraja Utara.
  '7318': 'lembang',
  '7326': 'lembang',
  // All of Papua: UU 21/2001.
  '91': 'kampung',
  '92': 'kampung',
  '93': 'kampung',
  '94': 'kampung',
  '95': 'kampung',
  '96': 'kampung',
}

/** What a kecamatan is called elsewhere: distrik in Papua (UU 21/2001), kapanewon and kemantren in Yogyakarta. */
const districtWords: Record<string, string> = {
  '34': 'kapanewon',
  '3471': 'kemantren',
  '91': 'distrik',
  '92': 'distrik',
  '93': 'distrik',
  '94': 'distrik',
  '95': 'distrik',
  '96': 'distrik',
}

function nearest(words: Record<string, string>, code: string): string | undefined {
  return words[code.slice(0, 4)] ?? words[code.slice(0, 2)]
}

/** What people there call a region of this kind, lower case: kampung, nagari, distrik. */
export function localWord(code: string, kind: RegionKind): string {
  switch (kind) {
    case 'desa':
      return nearest(villageWords, code) ?? 'desa'
    case 'desa_adat':
      return code.startsWith('9') ? 'kampung adat' : 'desa adat'
    case 'kecamatan':
      return nearest(districtWords, code) ?? 'kecamatan'
    default:
      return kind
  }
}

/** Every word that may stand before a region's name, for reading what people type. */
export const kindWords: ReadonlySet<string> = new Set([
  ...Object.values(villageWords),
  ...Object.values(districtWords),
])
