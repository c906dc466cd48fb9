import { desc, eq } from 'drizzle-orm'
import { withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { type SettingView, settingViews } from './settings-screen.server'

export interface LegalBasisView {
  id: string
  citation: string
  title: string
  note: string
  /** "Seluruh Indonesia" or the region's name. */
  where: string
  validFrom: string
  validUntil: string | null
  state: 'inForce' | 'ended' | 'coming'
}

/** Every rule that the portal cites or has cited, newest first. */
export async function listLegalBases({ store, clock }: Services): Promise<LegalBasisView[]> {
  const { legalBases } = store.tables
  const today = localDate(clock(), 'WIB')
  const rows = await store.read.select().from(legalBases).orderBy(desc(legalBases.validFrom))
  const regions = await nameRegions(
    { db: store.read, tables: store.tables },
    rows.map((row) => row.regionCode).filter(Boolean),
  )
  return rows.map(({ regionCode, ...row }) => {
    const region = regions.find(({ code }) => code === regionCode)
    return {
      ...row,
      where: region ? withWord(region) : 'Seluruh Indonesia',
      state:
        row.validFrom > today ? 'coming' : row.validUntil && row.validUntil < today ? 'ended' : 'inForce',
    }
  })
}

/** What the public page on the legal basis shows: the rules, our own choices as they hold nationally, the region list. */
export async function legalBasisScreen(services: Services): Promise<{
  bases: LegalBasisView[]
  choices: Pick<SettingView, 'key' | 'label' | 'meaning' | 'words'>[]
  edition: string | null
}> {
  const { store } = services
  const { regions } = store.tables
  const [bases, { settings }, [province]] = await Promise.all([
    listLegalBases(services),
    settingViews(services, '', ['minimumMembers', 'reviewWorkingDays', 'provinceDecides']),
    store.read
      .select({ edition: regions.edition })
      .from(regions)
      .where(eq(regions.level, 'province'))
      .limit(1),
  ])
  const choices = settings.map(({ key, label, meaning, words }) => ({ key, label, meaning, words }))
  return { bases, choices, edition: province?.edition ?? null }
}
