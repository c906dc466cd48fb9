import { RegionCode } from '~/features/regions/regions.schema'
import type { RegionLevel } from '~/features/regions/regions.tables'
import { searchKey } from '~/platform/text'

/** What the portal knows of a region that a file may name. */
export interface KnownRegion {
  code: string
  level: RegionLevel
  name: string
  /** The region above; `00` above a province. */
  parentCode: string
  validUntil: string | null
}

export type KnownRegions = ReadonlyMap<string, KnownRegion>
type Properties = Record<string, string>

/** The digits of a region code, written with or without dots; null for anything else. */
export function asCode(value: string | undefined): string | null {
  const parsed = RegionCode.safeParse(value)
  return parsed.success ? parsed.data : null
}

/**
 * Which property of a file holds the Kemendagri codes: the one with the most different codes that we know, then the
 * one with the longest (a regency's file repeats its province's code), then the one that is written with dots (the
 * statistics office writes none) or is called a code.
 * @returns null when no property looks like codes
 */
export function findCodeProperty(samples: readonly Properties[], known: KnownRegions): string | null {
  const names = [...new Set(samples.flatMap((properties) => Object.keys(properties)))]
  const scored = names
    .map((name) => ({ name, score: codeScore(name, samples, known) }))
    .filter(({ score }) => (score[1] ?? 0) * 2 >= samples.length)
  scored.sort((a, b) => compare(b.score, a.score))
  return scored[0]?.name ?? null
}

/** Different known codes, values that look like codes, digits, dots, a name that says so. */
function codeScore(name: string, samples: readonly Properties[], known: KnownRegions): number[] {
  const values = samples.flatMap((properties) => properties[name] ?? [])
  const codes = values.flatMap((value) => asCode(value) ?? [])
  return [
    new Set(codes.filter((code) => known.has(code))).size,
    codes.length,
    Math.max(0, ...codes.map((code) => code.length)),
    values.filter((value) => value.includes('.')).length,
    /bps/i.test(name) ? -1 : Number(/kode|code|^kd|kemendagri/i.test(name)),
  ]
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** Which property holds the names: the one that mostly agrees with ours. Null when none does: then nothing is compared. */
export function findNameProperty(
  samples: readonly Properties[],
  codeProperty: string,
  known: KnownRegions,
): string | null {
  const agreeing = (name: string) =>
    samples.filter((properties) => {
      const region = known.get(asCode(properties[codeProperty]) ?? '')
      const value = properties[name]
      return region !== undefined && value !== undefined && isSameName(value, region)
    }).length
  const names = [...new Set(samples.flatMap((properties) => Object.keys(properties)))]
  const best = names
    .map((name) => ({ name, count: agreeing(name) }))
    .reduce((most, one) => (one.count > most.count ? one : most), { name: '', count: 0 })
  return best.count * 2 > samples.length ? best.name : null
}

const kinds =
  /^(provinsi|kabupaten|kab|kota|administrasi|adm|kecamatan|kec|distrik|desa|kelurahan|kel|kampung|daerah|istimewa|khusus|ibukota|ibu) /

/** True for the same name, whatever its kind, accents, spaces and hyphens. */
export function isSameName(written: string, { name }: Pick<KnownRegion, 'name'>): boolean {
  return bare(written) === bare(name)
}

function bare(name: string): string {
  let key = searchKey(name)
  while (kinds.test(key)) key = key.replace(kinds, '')
  return key.replaceAll(' ', '')
}
