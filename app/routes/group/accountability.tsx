import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { accountabilityScreen, makeAccountability } from '~/features/publications/accountability.server'
import { PublicationId, periodQuery } from '~/features/publications/publications.schema'
import { DocumentTables, Warnings } from '~/features/publications/ui/document-tables'
import { MonthFields } from '~/features/publications/ui/output-filter'
import { formAction, pageLoader } from '~/routes/door'
import { Button } from '~/ui/button'
import { Badge } from '~/ui/callout'
import { Form, SubmitButton } from '~/ui/form'
import { formatDate } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { WorkProgress } from '~/ui/work-progress'

export const meta = () => [{ title: 'Lembar pertanggungjawaban · Simpul KIM' }]

const params = z.object({ groupId: z.uuid() })

export const loader = pageLoader(
  { access: { can: 'group.manage' }, params, query: periodQuery },
  ({ params: { groupId }, query, actor, services }) => accountabilityScreen(services, actor, groupId, query),
)

export const action = formAction(
  { access: { can: 'group.manage' }, params, schema: periodQuery.extend({ id: PublicationId }) },
  async ({ params: { groupId }, value: { id, ...period }, actor, services, requestId }) => {
    await makeAccountability(services, { actor, requestId, id, groupId, period })
    return redirect(`/kelompok/${groupId}/pertanggungjawaban`)
  },
)

const formats = ['pdf', 'xlsx', 'csv'] as const

export default function Accountability() {
  const screen = useLoaderData<typeof loader>()
  const { group, parameters, made, photoCount } = screen
  const [from, until] = [parameters.from.slice(0, 7), parameters.until.slice(0, 7)]
  const making = made.find(({ isReady, progress }) => !isReady && progress?.status !== 'dead')
  return (
    <Page
      title={screen.title}
      lead={`${group.name}. ${screen.lead}`}
      back={{ to: `/kelompok/${group.id}`, label: group.name }}
    >
      <form method="get" className="no-print flex flex-wrap items-end gap-3 [&>div]:max-sm:basis-full">
        <MonthFields months={screen.months} from={from} until={until} />
        <Button variant="secondary">Lihat</Button>
      </form>
      <Warnings warnings={screen.warnings} />
      {screen.mayMake ? (
        <Form className="no-print mt-5 border-t border-line pt-4">
          <input type="hidden" name="id" value={screen.formId} />
          <input type="hidden" name="dari" value={from} />
          <input type="hidden" name="sampai" value={until} />
          <SubmitButton>Buat lembar bernomor</SubmitButton>
          <p className="mt-2 text-sm text-soft">
            {screen.periodWords}, dengan angka di bawah. Cetak PDF-nya, lalu tandatangani bersama bendahara,
            ketua dan kepala desa.
          </p>
        </Form>
      ) : (
        <p className="no-print mt-5 max-w-prose text-soft">
          Lembar bernomor dibuat oleh ketua atau sekretaris selama KIM belum ditutup.
        </p>
      )}
      <Section title="Lembar yang sudah dibuat">
        {making && <WorkProgress title={`Membuat lembar ${making.number}`} progress={making.progress} />}
        {made.length === 0 ? (
          <p className="text-soft">
            Belum ada. Lembar yang Anda buat tersimpan di sini dan tidak berubah lagi.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {made.map((sheet) => (
              <li key={sheet.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <span>
                  {sheet.period}
                  <span className="block text-sm text-soft">
                    {sheet.number}, {formatDate(sheet.madeOn)}
                  </span>
                </span>
                {sheet.isReady ? (
                  <span className="flex gap-4">
                    {formats.map((format) => (
                      <a
                        key={format}
                        href={`/rekap/${sheet.id}/${format}`}
                        download
                        className="inline-flex min-h-11 items-center font-semibold"
                        aria-label={`Unduh ${format.toUpperCase()} ${sheet.number}`}
                      >
                        {format.toUpperCase()}
                      </a>
                    ))}
                  </span>
                ) : sheet.progress?.status === 'dead' ? (
                  <Badge tone="bad">Gagal dibuat, hubungi pengelola portal</Badge>
                ) : (
                  <Badge tone="wait">Sedang dibuat</Badge>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <DocumentTables tables={screen.tables} />
      <p className="mt-4 text-soft">
        {photoCount === 0
          ? 'Belum ada foto pada kegiatan periode ini, jadi lembarnya tanpa halaman foto.'
          : `${photoCount} foto kegiatan ikut di halaman terakhir.`}
      </p>
    </Page>
  )
}
