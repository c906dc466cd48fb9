import { and, type Column, eq, inArray, or, type SQL } from 'drizzle-orm'
import { officesOf } from '~/features/coordination/offices'
import type { Actor } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import { NATION } from '~/features/regions/places'

/** The office that keeps a row, by the code of its region. */
export function officeOf({
  provinceCode,
  regencyCode,
}: {
  provinceCode: string
  regencyCode: string
}): string {
  return regencyCode || provinceCode || NATION
}

/** The scope columns of an office's own rows: empty where the office is wider. */
export function columnsOfOffice(officeCode: string): { provinceCode: string; regencyCode: string } {
  if (officeCode === NATION) return { provinceCode: '', regencyCode: '' }
  return { provinceCode: officeCode.slice(0, 2), regencyCode: officeCode.length === 4 ? officeCode : '' }
}

/** Rows that exactly this office keeps. */
export function keptBy(
  officeCode: string,
  columns: { provinceCode: Column; regencyCode: Column },
): SQL | undefined {
  const { provinceCode, regencyCode } = columnsOfOffice(officeCode)
  return regencyCode
    ? eq(columns.regencyCode, regencyCode)
    : and(eq(columns.provinceCode, provinceCode), eq(columns.regencyCode, ''))
}

/**
 * Partners that an office may work with: its own, those of the offices below, and those that its province and the
 * nation keep for all of their regions.
 */
export function partnersInView(
  actor: Actor,
  columns: { provinceCode: Column; regencyCode: Column },
): SQL | undefined {
  const within = inReach(actor, 'partner.read', columns)
  if (within === undefined) return undefined
  const offices = officesOf(actor, 'partner.read')
  const above = ['', ...new Set(offices.map((code) => code.slice(0, 2)))]
  return offices.length === 0
    ? within
    : or(within, and(eq(columns.regencyCode, ''), inArray(columns.provinceCode, above)))
}
