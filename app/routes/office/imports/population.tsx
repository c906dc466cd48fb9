import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { IMPORT_ACCEPT } from '~/features/imports/imports.schema'
import { populationStatusWords } from '~/features/population/population.messages'
import { populationImportsScreen } from '~/features/population/population.queries.server'
import { populationUploadForm } from '~/features/population/population.schema'
import { uploadPopulation } from '~/features/population/upload-population.server'
import { formAction, pageLoader } from '~/routes/door'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ErrorSummary, FileField, Form, SubmitButton, TextField } from '~/ui/form'
import { formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Angka penduduk · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'population.import' } }, ({ actor, services }) =>
  populationImportsScreen(services, actor),
)

export const action = formAction(
  { access: { can: 'population.import' }, schema: populationUploadForm },
  async ({ value, actor, services, requestId }) => {
    await uploadPopulation(services, { actor, requestId, ...value })
    return redirect(`/dinas/penduduk/${value.id}`)
  },
)

export default function Population() {
  const { formId, thisYear, rows } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'penduduk',
    lastResult: answer?.result,
    defaultValue: { year: String(thisYear) },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: populationUploadForm }),
  })
  return (
    <Page
      wide
      title="Angka penduduk"
      lead="Penyebut untuk bukti sasaran penyebaran informasi publik. Berkasnya diperiksa dulu sel demi sel; tidak ada yang berlaku sebelum Anda terima."
      back={{ to: '/dinas/rekap', label: 'Rekap dan laporan' }}
    >
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Form {...getFormProps(form)} encType="multipart/form-data">
          <ErrorSummary form={form} labels={{ file: 'Berkas', source: 'Sumber', year: 'Tahun' }} />
          <input type="hidden" name="id" value={formId} />
          <TextField
            field={fields.source}
            label="Sumber angka"
            hint="Misalnya: Dukcapil Semester I 2026, atau BPS Kabupaten Dalam Angka."
            maxLength={120}
          />
          <TextField
            field={fields.year}
            label="Tahun"
            inputMode="numeric"
            maxLength={4}
            className="max-w-28"
          />
          <FileField
            field={fields.file}
            label="Berkas angka"
            hint="CSV atau Excel (.xlsx), paling besar 5 MB dan 5.000 baris. Dari Excel dibaca lembar pertama."
            accept={IMPORT_ACCEPT}
          />
          <SubmitButton>Unggah dan periksa</SubmitButton>
        </Form>
        <div className="max-lg:mt-8">
          <h2 className="mb-2 text-lg">Isi berkas</h2>
          <ul className="list-disc space-y-1 pl-5">
            <li>Satu baris untuk satu provinsi, kabupaten/kota atau kecamatan.</li>
            <li>Kolom “Kode wilayah”: kode Kemendagri, 2, 4 atau 6 angka.</li>
            <li>Kolom “Jumlah penduduk”: semua umur.</li>
            <li>Kolom “Penduduk usia 16–64”: sasaran indikatornya.</li>
          </ul>
        </div>
      </div>
      <Section title="Berkas yang pernah diunggah">
        {rows.length === 0 ? (
          <EmptyState title="Belum ada angka penduduk">
            Tanpa angka penduduk, rekap sasaran hanya menampilkan jangkauan tanpa persentase.
          </EmptyState>
        ) : (
          <DataTable
            caption="Berkas angka penduduk"
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              {
                header: 'Berkas',
                cell: (row) => <Link to={`/dinas/penduduk/${row.id}`}>{row.fileName}</Link>,
              },
              { header: 'Sumber', cell: (row) => `${row.source}, ${row.year}` },
              { header: 'Diunggah', cell: (row) => formatDay(row.createdAt) },
              {
                header: 'Keadaan',
                cell: (row) =>
                  row.status === 'checked' && row.problemCount > 0 ? (
                    <Badge tone="bad">{row.problemCount} kesalahan</Badge>
                  ) : (
                    <Badge tone={populationStatusWords[row.status].tone}>
                      {populationStatusWords[row.status].label}
                    </Badge>
                  ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  )
}
