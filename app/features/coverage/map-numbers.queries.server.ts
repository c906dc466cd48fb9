import { findingsUntil, villagesFoundIn } from '~/features/mapping/settled-findings.queries.server'
import { partnershipsInForce } from '~/features/partnerships/partnership-counts.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import type { CutOff } from './cut-off'
import type { MapNumbers } from './region-numbers'
import { numbersOf } from './region-numbers.queries.server'

interface Reading {
  db: Database
  tables: Tables
}

export type On = Pick<CutOff, 'date' | 'today'>

/** What the work of offices adds to the numbers of groups. */
type OfficeWork = Pick<MapNumbers, 'mapped' | 'partnerships'>

/** Where no mapping was settled and partnerships are not told. */
export const noWork: OfficeWork = {
  mapped: { districts: 0, villages: 0, withCandidate: 0, withNothing: 0, firstOn: null, lastOn: null },
  partnerships: null,
}

/** All that maps show of regions on a date, by code: the country (`00`), provinces, regencies or districts. */
export async function mapNumbersOf(
  reading: Reading,
  codes: string[],
  on: On,
): Promise<Map<string, MapNumbers>> {
  const [numbers, work] = await Promise.all([
    numbersOf(reading, codes, on.date),
    officeWorkUntil(reading, codes, on.today),
  ])
  return new Map([...numbers].map(([code, found]) => [code, { ...found, ...work(code, on.date) }]))
}

/** Mappings and partnerships of regions down to districts, to be asked of any of them for any day until today. */
export async function officeWorkUntil(
  reading: Reading,
  codes: string[],
  today: string,
): Promise<(code: string, date: string) => OfficeWork> {
  const [found, inForce] = await Promise.all([
    findingsUntil(reading, codes, today),
    partnershipsInForce(reading, codes),
  ])
  return (code, date) => ({
    mapped: found(code, date),
    partnerships: date === today ? inForce(code) : null,
  })
}

/** The same of the villages of a district on a date. */
export async function officeWorkInVillages(
  reading: Reading,
  districtCode: string,
  date: string,
): Promise<(code: string) => OfficeWork> {
  const found = await villagesFoundIn(reading, districtCode, date)
  return (code) => {
    const village = found?.villages.get(code)
    return {
      mapped: {
        districts: 0,
        villages: village ? 1 : 0,
        withCandidate: village?.hasCandidate ? 1 : 0,
        withNothing: village && !village.hasGroup && !village.hasCandidate ? 1 : 0,
        firstOn: found?.settledOn ?? null,
        lastOn: found?.settledOn ?? null,
      },
      partnerships: null,
    }
  }
}
