import { villagesFoundIn } from '~/features/mapping/settled-findings.queries.server'
import type { Services } from '~/platform/services'
import { coverageScreen, villageScreen } from './coverage-screen.queries.server'
import { cutOffFor, endOfMonth } from './cut-off'
import { drawCoverage } from './draw-coverage.server'
import { type MeasureKey, measures } from './measures'
import { isOfMappings } from './office-measures'
import { findShownRegion } from './shown-region.queries.server'

interface Asked {
  code: string
  measure: MeasureKey
  date?: string
  /** See `drawCoverage`. */
  byProvince?: boolean
}

/** Everything that a coverage page shows, the map drawn; a village has a page of another kind. Null for an unknown code. */
export async function regionPage(services: Services, { code, measure, date, byProvince }: Asked) {
  const reading = { db: services.store.read, tables: services.store.tables }
  if (code.length === 10) {
    const village = await villageScreen(services, { code, date })
    return village && { kind: 'village' as const, village, measure }
  }
  const screen = await coverageScreen(services, { code, date })
  if (!screen) return null
  const { cutOff } = screen
  const linked = cutOff.date === cutOff.today ? undefined : cutOff.date
  const chosen = { measure: measures[measure], date: linked, byProvince }
  const [map, found] = await Promise.all([
    drawCoverage(reading, screen, chosen),
    screen.villages && isOfMappings(measure) ? villagesFoundIn(reading, code, cutOff.date) : null,
  ])
  return { kind: 'region' as const, screen, map, measure, linked, found }
}

export type RegionPage = Extract<Awaited<ReturnType<typeof regionPage>>, { kind: 'region' }>
export type VillagePage = Extract<Awaited<ReturnType<typeof regionPage>>, { kind: 'village' }>

/** The date at a place of the slider; undefined for today and where there is no such region. */
export async function dateOnSlider(
  { store, clock }: Services,
  code: string,
  { months, from }: { months: number; from: string | undefined },
): Promise<string | undefined> {
  const region = await findShownRegion({ db: store.read, tables: store.tables }, code)
  if (!region) return undefined
  const { earliest, today } = cutOffFor(undefined, clock(), region.zone)
  const date = endOfMonth(from ?? earliest, -months)
  return date < today ? date : undefined
}
