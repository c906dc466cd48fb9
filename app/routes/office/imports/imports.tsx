import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { importStatusTones, importStatusWords } from '~/features/imports/imports.messages'
import { importsScreen } from '~/features/imports/imports.queries.server'
import { IMPORT_ACCEPT, UploadForm } from '~/features/imports/imports.schema'
import { uploadImport } from '~/features/imports/upload-import.server'
import { withWord } from '~/features/regions/places'
import { formAction, pageLoader } from '~/routes/door'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ErrorSummary, FileField, Form, SelectField, SubmitButton } from '~/ui/form'
import { formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Impor daftar KIM · Simpul KIM' }]

export const loader = pageLoader({ access: { can: 'group.import' } }, ({ actor, services }) =>
  importsScreen(services, actor),
)

export const action = formAction(
  { access: { can: 'group.import' }, schema: UploadForm },
  async ({ value, actor, services, requestId }) => {
    await uploadImport(services, { actor, ...value, requestId })
    return redirect(`/dinas/impor/${value.id}`)
  },
)

export default function Imports() {
  const { formId, regencies, lists } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'unggah',
    lastResult: answer?.result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: UploadForm }),
  })
  const [only] = regencies
  return (
    <Page
      wide
      title="Impor daftar KIM"
      lead="Masukkan daftar KIM yang sudah ada di kantor Anda. Daftar diperiksa dulu baris demi baris; tidak ada yang masuk sebelum semuanya benar."
      back={{ to: '/dinas', label: 'Dinas' }}
    >
      <div className="grid gap-x-12 lg:grid-cols-2">
        <Form {...getFormProps(form)} encType="multipart/form-data">
          <ErrorSummary form={form} labels={{ file: 'Berkas', regencyCode: 'Kabupaten atau kota' }} />
          <input type="hidden" name="id" value={formId} />
          {regencies.length === 1 && only ? (
            <input type="hidden" name="regencyCode" value={only.code} />
          ) : (
            <SelectField
              field={fields.regencyCode}
              label="Kabupaten atau kota"
              options={regencies.map((one) => ({ value: one.code, label: withWord(one) }))}
            />
          )}
          <FileField
            field={fields.file}
            label="Berkas daftar"
            hint="CSV atau Excel (.xlsx), paling besar 5 MB dan 5.000 baris. Dari Excel dibaca lembar pertama."
            accept={IMPORT_ACCEPT}
          />
          <SubmitButton>Unggah dan cocokkan kolom</SubmitButton>
        </Form>
        <div className="max-lg:mt-8">
          <h2 className="mb-2 text-lg">Isi daftar</h2>
          <ul className="list-disc space-y-1 pl-5">
            <li>Satu baris untuk satu KIM; judul kolom di atasnya.</li>
            <li>Wajib: desa (atau kode desa), nama KIM dan nama ketua.</li>
            <li>Boleh: kecamatan, nomor dan tanggal SK, alamat, WhatsApp, e-mail.</li>
            <li>Hapus kolom NIK dan data pribadi lain yang tidak diminta.</li>
          </ul>
          <p className="mt-3">
            <a
              className="inline-flex min-h-11 items-center font-semibold"
              href="/dinas/impor/contoh"
              download
            >
              Unduh contoh daftar (CSV)
            </a>
          </p>
        </div>
      </div>
      <Section title="Daftar yang pernah diunggah">
        {lists.length === 0 ? (
          <EmptyState title="Belum ada daftar">Setiap daftar yang diunggah tercatat di sini.</EmptyState>
        ) : (
          <DataTable
            caption="Daftar yang pernah diunggah"
            rows={lists}
            keyOf={(list) => list.id}
            columns={[
              {
                header: 'Berkas',
                cell: (list) => <Link to={`/dinas/impor/${list.id}`}>{list.fileName}</Link>,
              },
              { header: 'Diunggah', cell: (list) => formatMoment(list.createdAt, list.zone) },
              { header: 'Oleh', cell: (list) => list.by },
              { header: 'Baris', numeric: true, cell: (list) => formatNumber(list.rowCount) },
              {
                header: 'Keadaan',
                cell: (list) => (
                  <Badge tone={importStatusTones[list.status]}>
                    {list.status === 'checked' && list.problemCount > 0
                      ? `${formatNumber(list.problemCount)} baris perlu diperbaiki`
                      : importStatusWords[list.status]}
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
