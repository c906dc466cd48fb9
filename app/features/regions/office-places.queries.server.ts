import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { withWord } from './places'

interface Reading {
  db: Database
  tables: Tables
}

export interface ProvinceChoice {
  code: string
  /** "Provinsi Papua Tengah". */
  name: string
  regencies: { code: string; name: string }[]
}

/** Provinces with their regencies, for choosing where an office is; all of them, or those that are named. */
export async function provinceChoices(
  { db, tables: { regions } }: Reading,
  provinceCodes?: string[],
): Promise<ProvinceChoice[]> {
  const rows = await db
    .select()
    .from(regions)
    .where(
      and(
        inArray(regions.level, ['province', 'regency']),
        isNull(regions.validUntil),
        provinceCodes && inArray(regions.provinceCode, provinceCodes),
      ),
    )
    .orderBy(asc(regions.code))
  const named = (row: (typeof rows)[number]) => ({
    code: row.code,
    name: withWord({ code: row.code, name: row.name, word: row.localWord }),
  })
  return rows
    .filter((row) => row.level === 'province')
    .map((province) => ({
      ...named(province),
      regencies: rows
        .filter((row) => row.level === 'regency' && row.provinceCode === province.code)
        .map(named),
    }))
}

/** The province and regency of a code of two or four digits; null when there is no such region. */
export async function findOfficePlace(
  { db, tables: { regions } }: Reading,
  code: string,
): Promise<{ provinceCode: string; regencyCode: string | null } | null> {
  const [row] = await db
    .select()
    .from(regions)
    .where(
      and(
        eq(regions.code, code),
        inArray(regions.level, ['province', 'regency']),
        isNull(regions.validUntil),
      ),
    )
  if (!row) return null
  return { provinceCode: row.provinceCode, regencyCode: row.level === 'regency' ? row.code : null }
}

/** Names of regions of any level with their word, by code. */
export async function regionNames(
  { db, tables: { regions } }: Reading,
  codes: (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes.filter((code) => code !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.select().from(regions).where(inArray(regions.code, wanted))
  return new Map(
    rows.map((row) => [row.code, withWord({ code: row.code, name: row.name, word: row.localWord })]),
  )
}
