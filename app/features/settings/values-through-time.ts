import { addDays } from '~/platform/calendar'
import type { Tables } from '~/tables'
import { type SettingKey, type SettingValue, settingDefinitions } from './settings.schema'

export type SettingRow = Tables['settings']['$inferSelect']

/**
 * The values of a setting somewhere through time: each holds from its day until the next, the first since ever.
 * @param chain the codes whose rows count there, the nearest first, '' for the country
 */
export function valuesThroughTime<K extends SettingKey>(
  rows: SettingRow[],
  key: K,
  chain: string[],
): { from: string; value: SettingValue<K> }[] {
  const { schema, initial } = settingDefinitions[key]
  const latestFirst = rows
    .filter((row) => row.key === key && chain.includes(row.regionCode))
    .sort((a, b) => (a.validFrom === b.validFrom ? b.setAt - a.setAt : a.validFrom < b.validFrom ? 1 : -1))
  const days = latestFirst.flatMap(({ validFrom, validUntil }) =>
    validUntil === null ? [validFrom] : [validFrom, addDays(validUntil, 1)],
  )
  return ['0001-01-01', ...new Set(days.sort())].map((from) => {
    const inForce = latestFirst.filter(
      (row) => row.validFrom <= from && (row.validUntil === null || row.validUntil >= from),
    )
    const nearest = chain.flatMap((code) => inForce.find((row) => row.regionCode === code) ?? [])[0]
    return { from, value: schema.parse(nearest ? nearest.value : initial) as SettingValue<K> }
  })
}
