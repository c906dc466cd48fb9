import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mappingStatusWords } from '~/features/mapping/mapping.messages'
import { NewMappingForm } from '~/features/mapping/mapping.schema'
import { mappingStatuses } from '~/features/mapping/mapping.state'
import { mappingsScreen } from '~/features/mapping/mappings.queries.server'
import { mappingsQuery } from '~/features/mapping/mappings.schema'
import { openMapping } from '~/features/mapping/open-mapping.server'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { formAction, pageLoader } from '~/routes/door'
import { Button } from '~/ui/button'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { FilterSelect } from '~/ui/filter'
import { ErrorSummary, Form, SelectField, SubmitButton, TextField } from '~/ui/form'
import { formatDay, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Pemetaan · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, query: mappingsQuery },
  async ({ query, actor, services }) => ({ query, ...(await mappingsScreen(services, actor, query)) }),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, schema: NewMappingForm },
  async ({ value, actor, services, requestId }) => {
    await openMapping(services, { actor, value, requestId })
    return redirect(`/dinas/pemetaan/${value.id}`)
  },
)

export default function Mappings() {
  const { query, rows, next, filter, startable, counts } = useLoaderData<typeof loader>()
  const without = counts.regencies - counts.settled - counts.running - counts.draft
  return (
    <Page
      wide
      title="Pemetaan"
      lead="Komunitas apa yang hidup di desa-desa, mana yang dapat menjadi KIM, mana yang perlu diperkuat. Kemitraan Dinas dengan KIM bertolak dari hasil pemetaan."
    >
      {counts.regencies > 1 && (
        <p className="mb-4">
          Dari {formatNumber(counts.regencies)} kabupaten dan kota: {formatNumber(counts.settled)} sudah
          ditetapkan, {formatNumber(counts.running)} berjalan, {formatNumber(counts.draft)} direncanakan,{' '}
          {formatNumber(without)} belum pernah.
        </p>
      )}
      {startable.length > 0 && <NewMapping />}
      <Section title="Pemetaan yang ada">
        {(counts.regencies > 1 || query.status) && (
          <form method="get" aria-label="Saring pemetaan" className="mb-4 flex flex-wrap items-end gap-4">
            <RegionFilter state={{ ...filter, fields: filter.fields.slice(0, 2) }} />
            <div className="min-w-48 flex-1">
              <FilterSelect
                name="status"
                label="Keadaan"
                all="Semua keadaan"
                defaultValue={query.status}
                options={mappingStatuses.map((value) => ({ value, label: mappingStatusWords[value].label }))}
              />
            </div>
            <Button variant="secondary">Terapkan</Button>
          </form>
        )}
        {rows.length === 0 ? (
          <EmptyState title="Belum ada pemetaan">
            Pemetaan direncanakan dan dijalankan oleh Dinas Kominfo kabupaten atau kota; provinsi dan pusat
            membacanya di sini.
          </EmptyState>
        ) : (
          <DataTable
            caption="Pemetaan"
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                header: 'Pemetaan',
                cell: ({ id, title }) => <Link to={`/dinas/pemetaan/${id}`}>{title}</Link>,
              },
              { header: 'Wilayah', cell: ({ regency }) => regency },
              {
                header: 'Keadaan',
                cell: ({ status }) => (
                  <Badge tone={mappingStatusWords[status].tone}>{mappingStatusWords[status].label}</Badge>
                ),
              },
              { header: 'Sejak', cell: ({ statusSince, zone }) => formatDay(statusSince, zone) },
              { header: 'Nomor', cell: ({ number }) => number ?? <span className="text-soft">–</span> },
            ]}
          />
        )}
        {next && (
          <p className="mt-4 text-right">
            <Link
              to={`?${new URLSearchParams({ provinsi: query.provinsi, kabupaten: query.kabupaten, status: query.status ?? '', setelah: `${next.at}~${next.id}` })}`}
              rel="next"
              className="inline-flex min-h-11 items-center font-semibold"
            >
              Berikutnya →
            </Link>
          </p>
        )}
      </Section>
    </Page>
  )
}

function NewMapping() {
  const { formId, startable, suggested } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [only] = startable
  const [form, fields] = useForm({
    id: 'pemetaan-baru',
    lastResult: answer?.result,
    defaultValue: { id: formId, ...suggested, regencyCode: startable.length === 1 ? only?.code : undefined },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: NewMappingForm }),
  })
  return (
    <Section title="Rencanakan pemetaan">
      <p className="max-w-prose text-soft">
        Pemetaan berikutnya bertolak dari yang terakhir ditetapkan: semua barisnya ikut, lalu diperiksa lagi
        di desa. KIM terdaftar masuk dengan sendirinya.
      </p>
      <Form {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary
          form={form}
          labels={{ regencyCode: 'Wilayah', title: 'Nama', beginsOn: 'Mulai', endsOn: 'Selesai' }}
        />
        <input type="hidden" name="id" value={fields.id.initialValue ?? formId} />
        {startable.length === 1 && only ? (
          <input type="hidden" name="regencyCode" value={only.code} />
        ) : (
          <SelectField
            field={fields.regencyCode}
            label="Kabupaten atau kota"
            options={startable.map(({ code, name }) => ({ value: code, label: name }))}
          />
        )}
        <TextField field={fields.title} label="Nama pemetaan" autoComplete="off" />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField field={fields.beginsOn} type="date" label="Mulai" />
          <TextField field={fields.endsOn} type="date" label="Selesai" />
        </div>
        <SubmitButton>Rencanakan</SubmitButton>
      </Form>
    </Section>
  )
}
