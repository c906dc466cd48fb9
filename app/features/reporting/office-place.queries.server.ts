import { type Actor, mayIn, reach } from '~/features/identity/actor'
import { zoneOf } from '~/features/regions/local-words'
import { NATION, type RegionName, withWord } from '~/features/regions/places'
import { nameRegion } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import type { ReportPlaceQuery } from './office-reports.schema'
import { endedBefore, type Period, type PeriodKind, periodCode, periodWords } from './periods'
import { isInside, type ReportingRules } from './reporting-rules'
import { readRules } from './reporting-rules.queries.server'

/** How many periods of each kind an office chooses from: two years and what is needed to compare. */
const choices: Record<PeriodKind, number> = { month: 24, quarter: 8, halfYear: 4, year: 2 }

/** Where an office looks and at which period: what every page of its reports stands on. */
export interface OfficePlace {
  /** `00` for the nation. */
  code: string
  name: string
  level: 'nation' | RegionName['level']
  /** From the office's own region down to this one, without it. */
  above: { code: string; name: string }[]
  today: string
  period: Period
  periods: { code: string; words: string }[]
  rules: ReportingRules
}

/**
 * The region and period of an address, or the office's own region and the latest period that ended there.
 * @throws notFound for a region that is unknown or out of reach
 */
export async function officePlace(
  { store, clock }: Services,
  actor: Actor,
  { masa, wilayah }: ReportPlaceQuery,
): Promise<OfficePlace> {
  const reading = { db: store.read, tables: store.tables }
  const own = ownRegion(actor)
  const code = wilayah || own
  if (code === null || code.length > 6 || !reaches(actor, code)) throw notFound()
  const region = code === NATION ? null : await nameRegion(reading, code)
  if (code !== NATION && !region) throw notFound()
  const rules = await readRules(reading)
  const today = localDate(clock(), zoneOf(code))
  const offered = periodsOf(rules, code, today)
  const asked = masa && masa.from <= today ? masa : undefined
  const period = asked ?? offered[0]
  if (!period) throw new Error('no period has ended yet')
  return {
    code,
    name: region ? withWord(region) : 'Indonesia',
    level: region?.level ?? 'nation',
    above: waysUp(actor, region),
    today,
    period,
    periods: [...offered, ...(offered.some((one) => same(one, period)) ? [] : [period])].map((one) => ({
      code: periodCode(one),
      words: periodWords(one),
    })),
    rules,
  }
}

/** The widest region of the actor's office; null for whoever has none. */
export function ownRegion(actor: Actor): string | null {
  const { national, provinceCodes, regencyCodes } = reach(actor, 'report.read')
  return national ? NATION : (provinceCodes[0] ?? regencyCodes[0] ?? null)
}

function reaches(actor: Actor, code: string): boolean {
  const { national, provinceCodes } = reach(actor, 'report.read')
  if (national) return true
  if (code.length === 2) return provinceCodes.includes(code)
  return mayIn(actor, 'report.read', { provinceCode: code.slice(0, 2), regencyCode: code.slice(0, 4) })
}

/** The periods that ended, of the kind that the region follows and of others that regions inside it follow. */
function periodsOf(rules: ReportingRules, code: string, today: string): Period[] {
  const ruling = code.length === 6 ? code.slice(0, 4) : code
  const own = rules.kindsOf(ruling)
  const kind = own.at(-1)?.kind ?? 'month'
  const mine = endedBefore(own, today, choices[kind])
  const others = rules
    .exceptionsOn(today)
    .filter((one) => isInside(one.code, code))
    .flatMap((one) => endedBefore(rules.kindsOf(one.code), today, choices[one.kind]))
  return [...new Map([...mine, ...others].map((one) => [periodCode(one), one])).values()]
}

function same(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.from === b.from
}

function waysUp(actor: Actor, region: RegionName | null): OfficePlace['above'] {
  if (!region) return []
  const reached = region.above.filter(({ code }) => reaches(actor, code))
  const named = reached.map((one) => ({ code: one.code, name: withWord(one) }))
  return reaches(actor, NATION) ? [{ code: NATION, name: 'Indonesia' }, ...named] : named
}
