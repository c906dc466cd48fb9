import { parentOf, withWord } from '~/features/regions/places'
import { childrenOf } from '~/features/regions/regions.queries.server'
import type { Services } from '~/platform/services'
import { readCode } from './coverage.schema'
import { NATION_WORD } from './coverage-address'
import type { MeasureKey } from './measures'
import { provinceNames } from './names-of-level.queries.server'
import { type RegionPage, regionPage } from './region-page.server'

interface Asked {
  /** Codes as they were typed; empty where none was. */
  a: string
  b: string
  measure: MeasureKey
  date?: string
  /** The other date; then `b` is the same region again unless another is named. */
  other?: string
}

/** Two coverage pages to stand side by side; null for one that was not asked for or does not exist. */
export async function comparison(services: Services, { a, b, measure, date, other }: Asked) {
  const side = async (typed: string, on: string | undefined) => {
    const code = readCode(typed)
    const page = code === null ? null : await regionPage(services, { code, measure, date: on })
    return page?.kind === 'region' ? page : null
  }
  const left = await side(a, date)
  const right = await side(b || (other === undefined ? '' : a), other ?? date)
  return {
    left,
    right,
    choices: await choicesFor(services, left, right),
    /** What was typed and is no region with a coverage page. */
    unknown: [...new Set([!left && a, !right && (b || (other && a))])].filter((typed) => !!typed),
  }
}

/** The country, the regions beside the first one, and all provinces. */
async function choicesFor(services: Services, left: RegionPage | null, right: RegionPage | null) {
  const reading = { db: services.store.read, tables: services.store.tables }
  const below = [left, right].flatMap((page) => (page ? [page.screen.region] : [])).filter(isBelowProvince)
  const siblings =
    left && isBelowProvince(left.screen.region)
      ? await childrenOf(reading, parentOf(left.screen.region.code))
      : []
  const named = [
    ...siblings.map((place) => ({ code: place.code, name: withWord(place) })),
    ...below,
    ...(await provinceNames(services)),
  ]
  const choices = new Map(named.map(({ code, name }) => [code, { value: code, label: name }]))
  return [{ value: NATION_WORD, label: 'Indonesia' }, ...choices.values()]
}

const isBelowProvince = ({ code }: { code: string }) => code.length > 2
