import { withWord } from '~/features/regions/places'
import { childrenOf, nameRegion } from '~/features/regions/regions.queries.server'
import { notFound } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { type LegalBasisView, listLegalBases } from './legal-bases.queries.server'
import { mayDiffer, settingKeys } from './settings.schema'
import { type SettingView, settingViews } from './settings-screen.server'

interface AdminSettings {
  /** Whose settings are shown: the country's, or those of one province. */
  region: { code: string; title: string }
  provinces: { code: string; title: string }[]
  today: string
  settings: SettingView[]
  bases: LegalBasisView[]
  newBasisId: string
}

/** National settings, those of one province, and the legal bases, for administrators. */
export async function adminSettingsScreen(services: Services, code: string): Promise<AdminSettings> {
  const reading = { db: services.store.read, tables: services.store.tables }
  const region = code ? await nameRegion(reading, code) : null
  if (code && !region) throw notFound()
  const keys = settingKeys.filter((key) => mayDiffer(key, code))
  const [{ today, settings }, provinces, bases] = await Promise.all([
    settingViews(services, code, keys),
    childrenOf(reading, null),
    listLegalBases(services),
  ])
  return {
    region: { code, title: region ? withWord(region) : 'Seluruh Indonesia' },
    provinces: provinces.map(({ code, name }) => ({ code, title: name })),
    today,
    settings,
    bases,
    newBasisId: services.newId(),
  }
}
