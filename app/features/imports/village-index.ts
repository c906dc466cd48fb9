import { likeness } from '~/features/groups/name-likeness'
import { kindWords } from '~/features/regions/local-words'
import { searchKey } from '~/platform/text'

export interface ListedVillage {
  code: string
  name: string
  /** What it is called there, lower case: desa, kelurahan, kampung. */
  word: string
  districtCode: string
  districtName: string
}

/** What a list says about where a group is; empty text for what it does not say. */
export interface TypedPlace {
  village: string
  district: string
  code: string
}

/** The village that is meant, or the field that has to be changed and how. */
export type Finding = { village: ListedVillage } | { field: keyof TypedPlace; message: string }

const shortWords = ['desa', 'ds', 'kelurahan', 'kel', 'kampung', 'kp', 'kecamatan', 'kec', 'distrik', 'dist']
const prefixes = new Set([...shortWords, ...[...kindWords].flatMap((word) => word.split(' '))])

/** Finds villages of one regency by what offices write: a code, or names with or without "Desa" and "Kecamatan". */
export class VillageIndex {
  private readonly byCode: Map<string, Keyed>
  private readonly villages: Keyed[]

  /** @param successors villages by codes that are no longer in force */
  constructor(
    private readonly regencyName: string,
    villages: ListedVillage[],
    private readonly successors: Map<string, ListedVillage[]> = new Map(),
  ) {
    this.villages = villages.map((village) => ({
      ...village,
      keys: { name: keysOf(village.name), districtName: keysOf(village.districtName) },
    }))
    this.byCode = new Map(this.villages.map((village) => [village.code, village]))
  }

  find(typed: TypedPlace): Finding {
    if (typed.code !== '') return this.byItsCode(typed)
    if (typed.village === '') return { field: 'village', message: 'Nama desa belum diisi.' }
    const named = matching(this.villages, typed.village, 'name')
    if (named.length === 0) return { field: 'village', message: this.unknownVillage(typed.village) }
    const inDistrict = typed.district === '' ? named : matching(named, typed.district, 'districtName')
    if (inDistrict.length === 0) {
      return {
        field: 'district',
        message: `${spoken(typed.village)} tidak ada di kecamatan “${typed.district}”, adanya di ${list(named.map((village) => village.districtName))}. Perbaiki salah satunya.`,
      }
    }
    const meant = inDistrict.length === 1 ? inDistrict : ofTypedKind(inDistrict, typed.village)
    const [only] = meant
    if (only && meant.length === 1) return { village: only }
    return {
      field: typed.district === '' ? 'district' : 'code',
      message:
        typed.district === ''
          ? `Ada ${meant.length} desa bernama “${typed.village}”: di ${list(meant.map((village) => village.districtName))}. Isi kecamatannya.`
          : `Ada ${meant.length} desa bernama “${typed.village}” di kecamatan itu. Isi kode desanya: ${list(meant.map((village) => `${village.code} (${village.word})`))}.`,
    }
  }

  private byItsCode({ code, village: name }: TypedPlace): Finding {
    const digits = code.replace(/[.\s]/g, '')
    if (!/^\d{10}$/.test(digits)) {
      return {
        field: 'code',
        message:
          'Kode desa terdiri atas 10 angka, misalnya 3501012001. Perbaiki, atau kosongkan dan isi nama desanya.',
      }
    }
    const village = this.byCode.get(digits)
    const successors = this.successors.get(digits)
    if (!village && successors) {
      const now = successors.map((one) => `${one.code} (${one.name}, ${one.districtName})`)
      const instead =
        now.length > 0 ? ` Sekarang ${list(now, 'dan')}. Pakai kode yang baru.` : ' Isi nama desanya saja.'
      return { field: 'code', message: `Kode ${digits} sudah tidak berlaku.${instead}` }
    }
    if (!village) {
      return { field: 'code', message: `Kode ${digits} bukan desa atau kelurahan di ${this.regencyName}.` }
    }
    if (name !== '' && matching([village], name, 'name').length === 0) {
      return {
        field: 'village',
        message: `Kode ${digits} milik ${village.name} (${village.districtName}), bukan “${name}”. Perbaiki kode atau namanya.`,
      }
    }
    return { village }
  }

  private unknownVillage(typed: string): string {
    const key = keysOf(typed).core
    const near = this.villages
      .map((village) => ({ village, score: likeness(key, village.keys.name.core) }))
      .filter(({ score }) => score >= 0.5)
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
      .map(({ village }) => `${village.name} (${village.districtName})`)
    const hint =
      near.length > 0
        ? ` Mungkin maksudnya ${list(near, 'atau')}.`
        : ' Periksa ejaannya, atau isi kode desanya.'
    return `“${typed}” tidak ditemukan di ${this.regencyName}.${hint}`
  }
}

interface Keys {
  /** The whole name without spaces. */
  whole: string
  /** The same without a leading "Desa" or "Kecamatan". */
  core: string
}

/** A village with its names as they are compared, made once: a list asks thousands of times. */
interface Keyed extends ListedVillage {
  keys: { name: Keys; districtName: Keys }
}

function keysOf(name: string): Keys {
  const words = searchKey(name).split(' ')
  const whole = words.join('')
  while (words.length > 1 && prefixes.has(words[0] ?? '')) words.shift()
  return { whole, core: words.join('') }
}

/** Those whose name is the typed one: as it stands, else without the typed "Desa", else without either's. */
function matching(all: Keyed[], typed: string, by: keyof Keyed['keys']): Keyed[] {
  const { whole, core } = keysOf(typed)
  const exact = all.filter(({ keys }) => keys[by].whole === whole)
  if (exact.length > 0) return exact
  const without = all.filter(({ keys }) => keys[by].whole === core)
  return without.length > 0 ? without : all.filter(({ keys }) => keys[by].core === core)
}

/** A desa and a kelurahan of one name in one district: the typed word decides. */
function ofTypedKind(villages: ListedVillage[], typed: string): ListedVillage[] {
  const word = searchKey(typed).split(' ')[0] ?? ''
  const meant = villages.filter((village) => village.word === (word === 'kel' ? 'kelurahan' : word))
  return meant.length > 0 ? meant : villages
}

function spoken(typed: string): string {
  return `“${typed}”`
}

function list(items: string[], joint = 'dan'): string {
  const distinct = [...new Set(items)]
  return distinct.length < 2
    ? distinct.join('')
    : `${distinct.slice(0, -1).join(', ')} ${joint} ${distinct.at(-1)}`
}
