import type { Services } from '~/platform/services'
import type { MeasureKey } from './measures'
import { type RegionPage, regionPage } from './region-page.server'

interface Asked {
  a: string | null
  b: string | null
  measure: MeasureKey
  date?: string
  /** The other date; then `b` is the same region again unless another is named. */
  other?: string
}

/** Two coverage pages to stand side by side; null for one that was not asked for or does not exist. */
export async function comparison(
  services: Services,
  { a, b, measure, date, other }: Asked,
): Promise<{ left: RegionPage | null; right: RegionPage | null }> {
  const side = async (code: string | null, on: string | undefined) => {
    const page = code === null ? null : await regionPage(services, { code, measure, date: on })
    return page?.kind === 'region' ? page : null
  }
  const second = b ?? (other === undefined ? null : a)
  return { left: await side(a, date), right: await side(second, other ?? date) }
}
