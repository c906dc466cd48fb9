import { asc, eq, inArray } from 'drizzle-orm'
import { zoneOf } from '~/features/regions/local-words'
import { localDate, type Zone } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { newestOf } from './set-setting.server'
import {
  type SettingKey,
  settingAsTyped,
  settingDefinitions,
  settingInWords,
  settingKeys,
} from './settings.schema'

export interface SettingHistory {
  id: string
  words: string
  validFrom: string
  validUntil: string | null
  state: 'past' | 'now' | 'planned' | 'replaced'
  setBy: string | null
  setAt: number
}

export interface SettingView {
  key: SettingKey
  label: string
  meaning: string
  input: 'number' | 'yesNo' | 'choice' | 'line' | 'words'
  /** What holds today, as a form shows it and in words. */
  typed: string
  words: string
  /** Who set what holds today: this region, a wider one, or nobody. */
  source: 'own' | 'province' | 'nation' | 'initial'
  /** The rows of this very region, newest first. */
  history: SettingHistory[]
  /** For the form: the newest row that this page knows. */
  seen: string
}

/**
 * Settings as they hold in a region today, where they come from, and their history there.
 * @param regionCode empty for the country, else a province or a regency
 */
export async function settingViews(
  { store, clock }: Services,
  regionCode: string,
  keys: readonly SettingKey[] = settingKeys,
): Promise<{ today: string; zone: Zone; settings: SettingView[] }> {
  const { settings, accounts } = store.tables
  const codes = [...new Set(['', regionCode.slice(0, 2), regionCode])]
  const zone = zoneOf(regionCode)
  const today = localDate(clock(), zone)
  const rows = await store.read
    .select({ row: settings, setBy: accounts.name })
    .from(settings)
    .leftJoin(accounts, eq(accounts.id, settings.setBy))
    .where(inArray(settings.regionCode, codes))
    .orderBy(asc(settings.validFrom), asc(settings.setAt), asc(settings.id))
  const views = keys.map((key): SettingView => {
    const { label, meaning, input, initial } = settingDefinitions[key]
    const held = rows.filter(({ row }) => row.key === key)
    const nearest = codes
      .map((code) => held.findLast(({ row }) => row.regionCode === code && stateOf(row, today) === 'now'))
      .findLast((found) => found !== undefined)?.row
    const own = held.filter(({ row }) => row.regionCode === regionCode)
    const value = nearest ? nearest.value : initial
    return {
      key,
      label,
      meaning,
      input,
      typed: settingAsTyped(value),
      words: settingInWords(key, value),
      source: sourceOf(nearest?.regionCode, regionCode),
      history: own
        .map(({ row, setBy }) => ({
          id: row.id,
          words: settingInWords(key, row.value),
          validFrom: row.validFrom,
          validUntil: row.validUntil,
          state: stateOf(row, today),
          setBy,
          setAt: row.setAt,
        }))
        .reverse(),
      seen: newestOf(own.map(({ row }) => row))?.id ?? '',
    }
  })
  return { today, zone, settings: views }
}

function sourceOf(code: string | undefined, regionCode: string): SettingView['source'] {
  if (code === undefined) return 'initial'
  if (code === regionCode) return 'own'
  return code === '' ? 'nation' : 'province'
}

function stateOf(
  { validFrom, validUntil }: { validFrom: string; validUntil: string | null },
  today: string,
): SettingHistory['state'] {
  if (validUntil !== null && validUntil < validFrom) return 'replaced'
  if (validFrom > today) return 'planned'
  return validUntil !== null && validUntil < today ? 'past' : 'now'
}
