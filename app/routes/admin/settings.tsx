import { Form as GetForm, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RegionCode } from '~/features/regions/regions.schema'
import { addLegalBasis } from '~/features/settings/add-legal-basis.server'
import { adminSettingsScreen } from '~/features/settings/admin-settings.queries.server'
import { endLegalBasis } from '~/features/settings/end-legal-basis.server'
import { addLegalBasisForm, endLegalBasisForm } from '~/features/settings/legal-basis.schema'
import { setSetting } from '~/features/settings/set-setting.server'
import { settingForm } from '~/features/settings/settings.schema'
import { AddLegalBasis, EndLegalBasis } from '~/features/settings/ui/legal-basis-forms'
import { LegalBasisList } from '~/features/settings/ui/legal-basis-list'
import { SettingSection } from '~/features/settings/ui/setting-section'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Button } from '~/ui/button'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Pengaturan · Simpul KIM' }]

const query = z.object({ wilayah: z.union([z.literal(''), RegionCode]).catch('') })

export const loader = pageLoader(
  { access: { can: 'admin.manage' }, query },
  ({ query: { wilayah }, services }) => adminSettingsScreen(services, wilayah.slice(0, 4)),
)

const schema = z.discriminatedUnion('intent', [settingForm, addLegalBasisForm, endLegalBasisForm])

export const action = formAction(
  { access: { can: 'admin.manage' }, schema },
  async ({ value, actor, services, requestId }) => {
    switch (value.intent) {
      case 'set':
        await setSetting(services, { ...value, actor, requestId })
        return redirectSaying(
          `/admin/pengaturan${value.regionCode && `?wilayah=${value.regionCode}`}`,
          'Pengaturan disimpan.',
        )
      case 'addBasis':
        await addLegalBasis(services, { ...value, actor, requestId })
        return redirectSaying('/admin/pengaturan#dasar-hukum', 'Dasar hukum ditambahkan.')
      case 'endBasis':
        await endLegalBasis(services, { ...value, actor, requestId })
        return redirectSaying('/admin/pengaturan#dasar-hukum', 'Hari terakhir berlakunya dicatat.')
    }
  },
)

export default function AdminSettings() {
  const { region, provinces, today, settings, bases, newBasisId } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <Page
      title={region.code ? `Pengaturan ${region.title}` : 'Pengaturan'}
      lead="Setiap nilai berlaku mulai suatu tanggal; yang lama tetap tercatat. Kabupaten/kota dapat menetapkan nilainya sendiri untuk jumlah anggota, batas waktu pemeriksaan dan laporan berkala."
      back={{ to: '/admin', label: 'Pengelola' }}
    >
      <GetForm method="get" className="mb-8 flex flex-col gap-2 sm:flex-row sm:items-end">
        <div className="flex-1">
          <label htmlFor="wilayah" className="mb-1 block font-semibold">
            Berlaku untuk
          </label>
          <select
            key={region.code}
            id="wilayah"
            name="wilayah"
            defaultValue={region.code.slice(0, 2)}
            className="min-h-11 w-full rounded-md border border-edge bg-white px-3 py-2.5 text-base hover:border-teal-700"
          >
            <option value="">Seluruh Indonesia</option>
            {provinces.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <Button variant="secondary">Tampilkan</Button>
      </GetForm>
      {settings.map((setting) => (
        <SettingSection
          key={region.code + setting.key}
          setting={setting}
          regionCode={region.code}
          today={today}
          mayChange
          answer={result}
        />
      ))}
      <Section title="Dasar hukum" id="dasar-hukum">
        <p className="mb-4 max-w-prose text-soft">
          Dikutip di Tanda Daftar menurut hari terbitnya dan ditampilkan di halaman Dasar hukum.
        </p>
        <LegalBasisList
          bases={bases}
          actions={(basis) =>
            basis.validUntil === null && (
              <EndLegalBasis basisId={basis.id} citation={basis.citation} answer={result} />
            )
          }
        />
        <AddLegalBasis key={newBasisId} newId={newBasisId} answer={result} />
      </Section>
    </Page>
  )
}
