import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'
import type { RegionFilterState } from './filter.schema'
import { codesDownTo, fullName, withWord, wordsOf } from './places'
import { childrenOf, nameRegion } from './regions.queries.server'

const names = ['provinsi', 'kabupaten', 'kecamatan'] as const

/**
 * The lists of a filter by province, regency and district, each shown once the one above is chosen.
 *
 *     query: z.object({ ...regionFilterQuery })
 *     const code = filteredCode(query)
 *     const filter = await regionFilterState(services, code)
 *     <form method="get"> <RegionFilter state={filter} /> … <Button>Terapkan</Button></form>
 *
 * @param within an office filters inside its own region only
 */
export function regionFilterState(services: Services, code: string, within = ''): Promise<RegionFilterState> {
  const asked = code.startsWith(within) ? code.slice(0, 6) : within
  return whileUnchanged(services, `filter ${within} ${asked}`, () => readState(services, asked, within))
}

async function readState({ store }: Services, asked: string, within: string): Promise<RegionFilterState> {
  const reading = { db: store.read, tables: store.tables }
  const region = asked ? await nameRegion(reading, asked) : null
  const path = region ? codesDownTo(region.code) : []
  const fields = await Promise.all(
    names.map(async (name, depth) => {
      const above = depth === 0 ? null : path[depth - 1]
      if (above === undefined || (above ?? '').length < within.length) return []
      const children = await childrenOf(reading, above)
      const label = wordsOf(children)
      const title = label.includes(' atau ') ? withWord : (child: { name: string }) => child.name
      return [
        {
          name,
          label,
          value: path[depth] ?? '',
          options: children.map((child) => ({ code: child.code, title: title(child) })),
        },
      ]
    }),
  )
  return { code: region?.code ?? '', title: region ? fullName(region) : '', fields: fields.flat() }
}
