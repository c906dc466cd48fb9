import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'
import { thresholdOn } from './activity-state'
import { countsThroughTime } from './coverage.queries.server'
import { districtsWithVillages, placesIn } from './coverage-screen.queries.server'
import { cutOffFor } from './cut-off'
import { dayOf } from './days'
import { drawParts } from './draw-coverage.server'
import { groupsBeforeAndNow } from './groups-on-date.queries.server'
import { noWork } from './map-numbers.queries.server'
import { measures } from './measures'
import { numbersOf } from './region-numbers.queries.server'
import { thresholdsOf } from './thresholds.queries.server'

/**
 * What the first page of a regency's office shows of `coverageScreen`, and no more: how its groups do today and did at
 * the ends of months, which fell asleep or woke up since this month began, and its districts where there are outlines.
 * @returns null for any other code
 */
export async function regencyToday(services: Services, code: string) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const places = await placesIn(services, code)
  if (places?.region.level !== 'regency') return null
  const { region, below, belowWords, districts } = places
  const cutOff = cutOffFor(undefined, services.clock(), region.zone)
  const { date, offered } = cutOff
  const provinceCode = code.slice(0, 2)
  const thresholds = await whileUnchanged(services, `thresholds ${provinceCode}`, () =>
    thresholdsOf(reading, provinceCode),
  )
  const readDistricts = async () => {
    const codes = below.map((district) => district.code)
    const numbers = await numbersOf(reading, codes, date)
    return below.flatMap((district) => {
      const found = numbers.get(district.code)
      return found ? [{ ...district, numbers: { ...found, ...noWork } }] : []
    })
  }
  const [countsOn, { groups, moved }, map] = await Promise.all([
    countsThroughTime(reading, code, offered),
    groupsBeforeAndNow(reading, code, { before: offered.at(-2) ?? date, now: date }, thresholds),
    drawParts(reading, { region, belowWords }, readDistricts, {
      measure: measures['kim-aktif'],
      date: undefined,
    }),
  ])
  return {
    region,
    cutOff,
    limits: thresholdOn(thresholds, dayOf(date)),
    numbers: countsOn(date),
    belowWords,
    trend: offered.map((on) => ({ date: on, numbers: countsOn(on) })),
    map,
    /** A regency without outlines shows its villages instead of a point. */
    villages: map || !districts ? null : districtsWithVillages(districts, groups),
    groups,
    moved,
  }
}
