import type { SubmissionResult } from '@conform-to/react'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { ChooseAll, ChooseBox } from '~/ui/choosing'
import { type Column, DataTable } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { answeredForm, ErrorSummary, Form, SubmitButton, TextArea, tickedIn } from '~/ui/form'
import { formatAge, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page } from '~/ui/page'
import { type ReportQueueQuery, reportsHref } from '../office-reports.schema'
import type { ReportQueueRow, reportQueueScreen } from '../report-queue.queries.server'
import { formatRupiah } from '../reporting.messages'

type Screen = Awaited<ReturnType<typeof reportQueueScreen>>

/** The reports that wait for the office, to be opened one by one or decided together. */
export function ReportQueuePage({
  screen,
  query,
  result,
}: {
  screen: Screen
  query: ReportQueueQuery
  result: SubmissionResult<string[]> | undefined
}) {
  const { rows, next, mayDecide } = screen
  return (
    <Page
      wide
      title="Laporan menunggu diperiksa"
      lead="Yang paling lama menunggu dulu, dari semua masa laporan."
      back={{ to: reportsHref('overview', { wilayah: query.wilayah }), label: 'Laporan berkala' }}
    >
      {rows.length === 0 ? (
        <EmptyState
          title="Tidak ada laporan yang menunggu"
          action={
            <ButtonLink to={reportsHref('overview')} variant="secondary">
              Lihat laporan berkala
            </ButtonLink>
          }
        >
          Laporan yang dikirim ketua KIM akan muncul di sini, yang paling lama menunggu dulu.
        </EmptyState>
      ) : mayDecide ? (
        <DecideMany key={rows[0]?.id} screen={screen} query={query} result={result} />
      ) : (
        <DataTable
          caption="Laporan yang menunggu"
          columns={columnsFor(screen)}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      {next && (
        <nav aria-label="Halaman" className="no-print mt-6 flex justify-end">
          <Link
            to={reportsHref('queue', { wilayah: query.wilayah, setelah: next })}
            rel="next"
            className="inline-flex min-h-11 items-center px-2 font-semibold"
          >
            Berikutnya →
          </Link>
        </nav>
      )}
    </Page>
  )
}

function DecideMany({ screen, query, result }: Parameters<typeof ReportQueuePage>[0]) {
  const form = answeredForm('putuskan', result)
  const comment = form.field('comment')
  const choosing = {
    fieldId: `${form.id}-chosen`,
    isTicked: tickedIn(result, 'chosen', query.pilih === 'semua'),
  }
  return (
    <Form id={form.id}>
      <ErrorSummary form={form} labels={{ chosen: 'Pilihan', comment: 'Yang perlu diperbaiki' }} />
      <ChooseAll
        to={reportsHref('queue', { ...query, pilih: query.pilih ? undefined : 'semua' })}
        chosen={query.pilih === 'semua'}
      />
      <DataTable
        caption="Laporan yang menunggu"
        columns={columnsFor(screen, choosing)}
        rows={screen.rows}
        keyOf={({ id }) => id}
      />
      <div className="no-print mt-6 grid gap-x-10 gap-y-4 lg:grid-cols-2">
        <div>
          <SubmitButton name="intent" value="verify">
            Verifikasi yang dipilih
          </SubmitButton>
          <p className="mt-2 text-sm text-soft">
            Menyatakan dinas sudah memeriksanya. Yang berubah sejak halaman ini dibuka tidak ikut.
          </p>
        </div>
        <Fold label="Kembalikan yang dipilih kepada kelompoknya" open={comment.errors !== undefined}>
          <TextArea
            field={comment}
            label="Yang perlu diperbaiki"
            hint="Satu catatan untuk semua yang dipilih. Sampai dikirim lagi laporannya tidak dihitung masuk."
            rows={3}
          />
          <SubmitButton name="intent" value="return" variant="secondary">
            Kembalikan yang dipilih
          </SubmitButton>
        </Fold>
      </div>
    </Form>
  )
}

const chosenAs = ({ id, version }: ReportQueueRow) => `${id}:${version}`

function columnsFor(
  { rows, now, oneRegency }: Screen,
  choosing?: { fieldId: string; isTicked: (value: string) => boolean },
): Column<ReportQueueRow>[] {
  const first = rows.find(({ selectable }) => selectable)
  return [
    {
      header: 'Laporan',
      cell: (row) => (
        <div className="flex items-start gap-1">
          {choosing && (
            <ChooseBox
              id={row === first ? choosing.fieldId : undefined}
              name="chosen"
              value={chosenAs(row)}
              ticked={choosing.isTicked(chosenAs(row))}
              able={row.selectable}
              label={`Pilih laporan ${row.period} ${row.groupName}`}
            />
          )}
          <div className="min-w-0">
            <Link
              to={`/dinas/laporan/${row.id}`}
              className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
            >
              {row.groupName}
            </Link>
            <span className="block text-sm font-normal text-soft">
              {row.place}
              {!oneRegency && `, ${row.regency}`}
            </span>
            {row.isOwn && (
              <span className="block text-sm font-normal">
                Anda sendiri yang mengirim; petugas lain memutuskan
              </span>
            )}
          </div>
        </div>
      ),
    },
    { header: 'Masa', cell: ({ period }) => <span className="whitespace-nowrap">{period}</span> },
    {
      header: 'Menunggu',
      cell: ({ since, onTime, edition }) => (
        <>
          {formatAge(since, now)}
          <span className="block text-sm text-soft">
            {onTime ? 'tepat waktu' : 'sesudah batas waktu'}
            {edition > 1 && `, kiriman ke-${edition}`}
          </span>
        </>
      ),
    },
    {
      header: 'Kegiatan',
      numeric: true,
      cell: ({ activities, confirmed }) => (
        <>
          {formatNumber(activities)}
          <span className="block text-sm text-soft">{formatNumber(confirmed)} dikonfirmasi</span>
        </>
      ),
    },
    {
      header: 'Uang dibelanjakan',
      numeric: true,
      cell: ({ spent }) => (spent === null ? <span className="text-soft">–</span> : formatRupiah(spent)),
    },
  ]
}
