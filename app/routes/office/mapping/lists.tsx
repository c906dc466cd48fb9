import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { IMPORT_ACCEPT } from '~/features/imports/imports.schema'
import { listsScreen } from '~/features/mapping/lists.queries.server'
import { uploadList } from '~/features/mapping/lists.server'
import { importStatusWords } from '~/features/mapping/mapping.messages'
import { MappingId, UploadListForm } from '~/features/mapping/mapping.schema'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ErrorSummary, FileField, Form, SubmitButton } from '~/ui/form'
import { formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'

export const meta = () => [{ title: 'Unggah daftar kelompok · Simpul KIM' }]

const params = z.object({ mappingId: MappingId })

export const loader = pageLoader(
  { access: { can: 'mapping.edit' }, params },
  ({ params: { mappingId }, actor, services }) => listsScreen(services, actor, mappingId),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: UploadListForm },
  async ({ value, params: { mappingId }, actor, services, requestId }) => {
    await uploadList(services, { actor, mappingId, requestId, ...value })
    return redirect(`/dinas/pemetaan/${mappingId}/unggah/${value.id}`)
  },
)

export default function Lists() {
  const { head, formId, lists } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'unggah',
    lastResult: answer?.result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: UploadListForm }),
  })
  const home = `/dinas/pemetaan/${head.id}`
  return (
    <MappingPage
      head={head}
      title="Unggah daftar"
      lead="Masukkan daftar kelompok yang sudah ada di kantor. Daftar diperiksa dulu sel demi sel; tidak ada yang masuk sebelum Anda menyetujuinya."
    >
      {head.mayEdit ? (
        <div className="grid gap-x-12 lg:grid-cols-2">
          <Form {...getFormProps(form)} encType="multipart/form-data">
            <ErrorSummary form={form} labels={{ file: 'Berkas' }} />
            <input type="hidden" name="id" value={formId} />
            <FileField
              field={fields.file}
              label="Berkas daftar"
              hint="CSV atau Excel (.xlsx), paling besar 25 MB. Dari Excel dibaca lembar pertama."
              accept={IMPORT_ACCEPT}
            />
            <SubmitButton>Unggah</SubmitButton>
          </Form>
          <div className="max-lg:mt-8">
            <h2 className="mb-2 text-lg">Isi daftar</h2>
            <ul className="list-disc space-y-1 pl-5">
              <li>
                Satu baris untuk satu kelompok; judul kolom di atasnya. Kolomnya Anda cocokkan sesudah
                mengunggah.
              </li>
              <li>Wajib: desa (atau kode desa), nama kelompok, jenis, dan kelas (a atau b).</li>
              <li>Kelompok yang sudah tercatat dengan nama yang sama di desa yang sama dilewati.</li>
              <li>KIM terdaftar tidak perlu ditulis; mereka masuk dengan sendirinya.</li>
              <li>Hapus kolom NIK dan data pribadi lain yang tidak diminta.</li>
            </ul>
            <p className="mt-3">
              <a
                className="inline-flex min-h-11 items-center font-semibold"
                href="/dinas/pemetaan/contoh-daftar"
                download
              >
                Unduh contoh daftar (CSV)
              </a>
            </p>
          </div>
        </div>
      ) : (
        <p className="text-soft">
          Pemetaan ini tidak sedang berjalan, jadi tidak ada daftar yang dapat diunggah.
        </p>
      )}
      <Section title="Daftar yang pernah diunggah">
        {lists.length === 0 ? (
          <EmptyState title="Belum ada daftar">Setiap daftar yang diunggah tercatat di sini.</EmptyState>
        ) : (
          <DataTable
            caption="Daftar yang pernah diunggah"
            rows={lists}
            keyOf={({ id }) => id}
            columns={[
              {
                header: 'Berkas',
                cell: ({ id, fileName }) => <Link to={`${home}/unggah/${id}`}>{fileName}</Link>,
              },
              { header: 'Diunggah', cell: ({ createdAt }) => formatMoment(createdAt, head.zone) },
              { header: 'Oleh', cell: ({ by }) => by },
              {
                header: 'Baris',
                numeric: true,
                cell: ({ rows }) => (rows === null ? '–' : formatNumber(rows)),
              },
              {
                header: 'Keadaan',
                cell: ({ status }) => (
                  <Badge tone={importStatusWords[status].tone}>{importStatusWords[status].label}</Badge>
                ),
              },
            ]}
          />
        )}
      </Section>
    </MappingPage>
  )
}
