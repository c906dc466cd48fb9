import { codesInside } from '~/features/coverage/coverage.queries.server'
import type { RegionNumbers } from '~/features/coverage/region-numbers'
import { codesBelow, numbersOf } from '~/features/coverage/region-numbers.queries.server'
import { levelOf, NATION, withWord } from '~/features/regions/places'
import { childrenOf, nameRegions } from '~/features/regions/regions.queries.server'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'

interface Reading {
  db: Database
  tables: Tables
}

export interface NamedNumbers {
  code: string
  name: string
  /** "Kabupaten Mimika": the regency above a district. */
  regency: string
  numbers: RegionNumbers
}

/** What lies directly below the country, a province or a regency, as the head of a column. */
export const belowHeaders = { nation: 'Provinsi', province: 'Kabupaten/kota', regency: 'Kecamatan' } as const

/** The regions directly below one with their numbers on a date, by name. */
export async function regionsBelow(reading: Reading, code: string, date: string): Promise<NamedNumbers[]> {
  const children = await childrenOf(reading, code === NATION ? null : code)
  const numbers = await numbersOf(
    reading,
    children.map((child) => child.code),
    date,
  )
  return children.flatMap((child) => {
    const found = numbers.get(child.code)
    return found ? [{ code: child.code, name: withWord(child), regency: '', numbers: found }] : []
  })
}

/** Every district in the country or a province with its numbers on a date, province by province, by code. */
export async function* districtsInside(
  reading: Reading,
  code: string,
  date: string,
): AsyncGenerator<NamedNumbers> {
  if (code === NATION) {
    for (const province of await codesBelow(reading, code)) yield* districtsInside(reading, province, date)
    return
  }
  const codes = await codesInside(reading, code, 'district')
  const [names, numbers] = await Promise.all([nameRegions(reading, codes), numbersOf(reading, codes, date)])
  for (const named of names) {
    const found = numbers.get(named.code)
    const regency = named.above.find((region) => levelOf(region.code) === 'regency')
    if (found) {
      yield {
        code: named.code,
        name: withWord(named),
        regency: regency ? withWord(regency) : '',
        numbers: found,
      }
    }
  }
}
