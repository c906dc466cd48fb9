/** The zone in which groups get their names. */
export const ZONE = 'kim.id'

const MIN_LENGTH = 3
/** RFC 1123 section 2.1, RFC 1034 section 3.1: a label has at most 63 octets. */
const MAX_LENGTH = 63

/**
 * A region's name as a host name writes it: lower case, accents folded, letters, digits and single hyphens.
 * Apostrophes disappear ("Ma'rang" is `marang`), everything else that is foreign becomes a hyphen.
 */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** Cuts at the end of a word, so that what is left still reads like the name. */
function cutAtWord(label: string): string {
  if (label.length <= MAX_LENGTH) return label
  const kept = label.slice(0, MAX_LENGTH + 1)
  const end = kept.lastIndexOf('-')
  return end >= MIN_LENGTH ? kept.slice(0, end) : kept.slice(0, MAX_LENGTH)
}

/**
 * The labels to propose for a village: `<desa>`, `<desa>-<kecamatan>`, `<desa>-<kabupaten>` (domain facts 2.5).
 * Only labels of a valid form, each once; whether they are free is another question.
 */
export function suggestLabels(place: { village: string; district: string; regency: string }): string[] {
  const village = slug(place.village)
  const district = slug(place.district)
  const regency = slug(place.regency)
  const candidates = [
    village,
    ...(district === village ? [] : [`${village}-${district}`]),
    ...(regency === village || regency === district ? [] : [`${village}-${regency}`]),
  ].map(cutAtWord)
  return [...new Set(candidates)].filter((label) => labelProblem(label) === null)
}

/** What a person typed, read kindly: an address, capitals and a trailing `.kim.id` are understood. */
export function readLabel(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
    .replace(/\.kim\.id$/, '')
}

/** Why a label cannot be a name under kim.id, in words; null when its form is right (RFC 1123, RFC 5891 4.2.3.1). */
export function labelProblem(label: string): string | null {
  if (label.length < MIN_LENGTH) return 'Tulis paling sedikit 3 huruf atau angka.'
  if (label.length > MAX_LENGTH) return 'Nama terlalu panjang. Paling banyak 63 huruf atau angka.'
  if (!/^[a-z0-9-]+$/.test(label)) {
    return 'Pakai huruf a sampai z, angka dan tanda hubung (-) saja, tanpa spasi dan tanpa titik.'
  }
  if (label.startsWith('-') || label.endsWith('-')) {
    return 'Tanda hubung (-) tidak boleh di awal atau di akhir nama.'
  }
  if (label.slice(2, 4) === '--') {
    return 'Huruf ketiga dan keempat tidak boleh sama-sama tanda hubung. Hapus salah satunya.'
  }
  if (/^\d+$/.test(label)) return 'Nama tidak boleh hanya angka. Tambahkan huruf, misalnya nama desa.'
  return null
}

const regionPrefixes = ['', 'provinsi', 'prov', 'kabupaten', 'kab', 'kota']

/**
 * True for a name that belongs to a province or a regency rather than to one village group.
 * Districts are not kept back: very many villages carry their district's name, and their groups would lose
 * the name that everyone there uses. That is our choice, not a rule found in a source.
 */
export function namesHigherRegion(label: string, higherRegions: Iterable<string>): boolean {
  const wanted = label.replaceAll('-', '')
  for (const region of higherRegions) {
    const name = slug(region).replaceAll('-', '')
    if (wanted.endsWith(name) && regionPrefixes.includes(wanted.slice(0, wanted.length - name.length))) {
      return true
    }
  }
  return false
}

/** True for a word that kim.id keeps for itself. `reserved` is the setting: words separated by spaces or commas. */
export function isReservedWord(label: string, reserved: string): boolean {
  return /^ns\d+$/.test(label) || reserved.split(/[\s,]+/).includes(label)
}
