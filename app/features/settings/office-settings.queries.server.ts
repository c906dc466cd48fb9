import { type Actor, mayIn, reach } from '~/features/identity/actor'
import { pickerState } from '~/features/regions/picker.queries.server'
import type { PickerState } from '~/features/regions/picker.schema'
import { type RegionName, withWord } from '~/features/regions/places'
import { nameRegion, nameRegions } from '~/features/regions/regions.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type SettingView, settingViews } from './settings-screen.server'

interface OfficeSettings {
  /** The regency whose settings are shown; null while one is still to be chosen. */
  regency: { code: string; title: string } | null
  /** The regencies of an officer who serves several. */
  own: { code: string; title: string }[]
  picker: PickerState | null
  today: string
  settings: SettingView[]
  mayChange: boolean
}

/**
 * The settings of a regency for its office, to change; for the province and the country, to read.
 * @throws not_found for a region out of reach
 */
export async function officeSettingsScreen(
  services: Services,
  actor: Actor,
  query: { cari: string; wilayah: string },
): Promise<OfficeSettings> {
  const reading = { db: services.store.read, tables: services.store.tables }
  const where = reach(actor, 'office.read')
  const own = (await nameRegions(reading, where.regencyCodes)).map(titled)
  const asked = query.wilayah || own[0]?.code || ''
  const regency = asked.length === 4 ? await nameRegion(reading, asked) : null
  if (!regency) {
    const within = where.national ? undefined : where.provinceCodes[0]
    const picker = await pickerState(services, query, { until: 'regency', within })
    return { regency: null, own, picker, today: '', settings: [], mayChange: false }
  }
  const place = { provinceCode: asked.slice(0, 2), regencyCode: asked }
  if (!mayIn(actor, 'office.read', place)) throw notFound()
  const { today, settings } = await settingViews(services, asked, [
    'minimumMembers',
    'reviewWorkingDays',
    'reportPeriod',
    'reportDueDays',
    'reportLockDays',
    'provinceDecides',
  ])
  return {
    regency: titled(regency),
    own,
    picker: null,
    today,
    settings,
    mayChange: mayIn(actor, 'settings.region', place),
  }
}

function titled(region: RegionName) {
  return { code: region.code, title: withWord(region) }
}
