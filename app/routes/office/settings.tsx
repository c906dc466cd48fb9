import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { pickerQuery } from '~/features/regions/picker.schema'
import { RegionPicker } from '~/features/regions/ui/region-picker'
import { officeSettingsScreen } from '~/features/settings/office-settings.queries.server'
import { setSetting } from '~/features/settings/set-setting.server'
import { settingForm } from '~/features/settings/settings.schema'
import { SettingSection } from '~/features/settings/ui/setting-section'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'

export const meta = () => [{ title: 'Pengaturan daerah · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'office.read' }, query: z.object({ ...pickerQuery }) },
  ({ query, actor, services }) => officeSettingsScreen(services, actor, query),
)

export const action = formAction(
  { access: { can: 'settings.region' }, schema: settingForm },
  async ({ value, actor, services, requestId }) => {
    await setSetting(services, { ...value, actor, requestId })
    return redirectSaying(`/dinas/pengaturan?wilayah=${value.regionCode}`, 'Pengaturan disimpan.')
  },
)

export default function OfficeSettings() {
  const { regency, own, picker, today, settings, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = { to: '/dinas', label: 'Dinas' }
  if (!regency || !settings) {
    return (
      <Page title="Pengaturan daerah" lead="Pilih kabupaten atau kota yang ingin dilihat." back={back}>
        {picker && (
          <RegionPicker
            state={picker}
            label="Cari kabupaten atau kota"
            hint="Misalnya: mimika, atau kota malang"
            suggest={{ level: 'regency' }}
          />
        )}
      </Page>
    )
  }
  return (
    <Page
      title={`Pengaturan ${regency.title}`}
      lead="Aturan yang boleh berbeda di tiap daerah. Setiap nilai berlaku mulai suatu tanggal; yang lama tetap tercatat."
      back={back}
    >
      {own.length > 1 && (
        <ul className="mb-6 flex flex-wrap gap-x-4">
          {own.map(({ code, title }) => (
            <li key={code}>
              <Link
                to={`?wilayah=${code}`}
                aria-current={code === regency.code ? 'page' : undefined}
                className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline"
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {!mayChange && (
        <Callout tone="plain">
          Hanya Dinas kabupaten/kota itu sendiri dan administrator yang dapat mengubahnya. Anda dapat membaca.
        </Callout>
      )}
      {settings.map((setting) => (
        <SettingSection
          key={setting.key}
          setting={setting}
          regionCode={regency.code}
          today={today}
          mayChange={mayChange && setting.key !== 'provinceDecides'}
          answer={answer?.result}
        />
      ))}
    </Page>
  )
}
