import { coverageOn } from '~/features/coverage/coverage.queries.server'
import { cutOffFor } from '~/features/coverage/cut-off'
import { measures, measureValue } from '~/features/coverage/measures'
import { denominatorsOf } from '~/features/coverage/region-numbers.queries.server'
import { limitsOn } from '~/features/coverage/thresholds.queries.server'
import type { Actor } from '~/features/identity/actor'
import type { Services } from '~/platform/services'
import { drawSmallMultiples } from '~/ui/chart/small-multiples'
import { boardFrame, regionsBelow } from './board.queries.server'
import { changeWords, type TrendQuery } from './trend.schema'

const MONTHS = 12

/** One measure of every region below through the last twelve months, those that fell most first. @throws not_found */
export async function trendScreen(services: Services, actor: Actor, { wilayah, ukuran }: TrendQuery) {
  const { region, officeCode, now } = await boardFrame(services, actor, wilayah)
  const reading = { db: services.store.read, tables: services.store.tables }
  const below = await regionsBelow(services, region.code)
  const codes = below.regions.map(({ code }) => code)
  const { offered, today } = cutOffFor(undefined, now, region.zone)
  const dates = offered.slice(-MONTHS - 1)
  const denominators = await denominatorsOf(reading, codes)
  const counts = await Promise.all(dates.map((date) => coverageOn(reading, codes, date)))
  const measure = measures[ukuran]
  const valuesOf = (code: string) =>
    counts.map((on) => {
      const found = on.get(code)
      const whole = denominators.get(code)
      return found && whole ? measureValue(measure, { ...found, ...whole }) : null
    })
  const series = below.regions.map(({ code, name }) => ({ key: code, name, values: valuesOf(code) }))
  const change = ({ values }: { values: (number | null)[] }) => {
    const known = values.filter((value) => value !== null)
    return (known.at(-1) ?? 0) - (known[0] ?? 0)
  }
  return {
    region: { code: region.code, name: region.name },
    isBelow: officeCode !== region.code,
    belowWords: below.words,
    today,
    activeDays: (await limitsOn(reading, region.code, today)).active,
    drawing: drawSmallMultiples(
      dates,
      [...series].sort((a, b) => change(a) - change(b)),
      { unit: measure.denominator ? 'share' : 'count' },
    ),
    fallen: series
      .filter((one) => change(one) < 0)
      .sort((a, b) => change(a) - change(b))
      .slice(0, 5)
      .map((one) => ({ name: one.name, words: changeWords(change(one), measure.denominator !== null) })),
  }
}
