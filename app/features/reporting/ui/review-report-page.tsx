import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { activityStatusWords } from '~/features/activities/activities.messages'
import { placeWords } from '~/features/regions/places'
import { Badge, Callout } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatDate, formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import { reportsHref } from '../office-reports.schema'
import { readPeriod } from '../periods'
import { standingWords } from '../reporting.messages'
import { DecideReportForm } from '../reporting.schema'
import type { ReviewReportScreen } from '../review-report.queries.server'
import { ReportHistory } from './report-history'
import { ReportNumbersView } from './report-numbers-view'
import { ToldFacts } from './told-facts'

/** One report for its office: what was sent beside the activities, and the decision. */
export function ReviewReportPage({
  screen,
  result,
}: {
  screen: ReviewReportScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const { group, place, period, numbers, topics, content, firstSentAt, onTime, editions } = screen
  const { label, tone } = standingWords(screen, screen.phase)
  const amendment = editions.at(-1)?.reason
  return (
    <Page
      wide
      title={`Laporan ${period.words}`}
      lead={
        <>
          <Link to={`/dinas/kelompok/${group.id}`}>{group.name}</Link>, {placeWords(place)}
        </>
      }
      back={{
        to: reportsHref('overview', {
          masa: readPeriod(period.code) ?? undefined,
          wilayah: place.regency.code,
        }),
        label: 'Laporan berkala',
      }}
      actions={<PrintButton />}
    >
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Badge tone={tone}>{label}</Badge>
        {firstSentAt && (
          <span className="text-soft">
            Pertama dikirim {formatMoment(firstSentAt, place.zone)},{' '}
            {onTime ? 'tepat waktu' : `sesudah batas waktu ${formatDate(screen.deadlines.dueOn)}`}
          </span>
        )}
        {screen.next && (
          <Link
            to={`/dinas/laporan/${screen.next}`}
            className="no-print inline-flex min-h-11 items-center font-semibold sm:ml-auto"
          >
            Laporan berikutnya →
          </Link>
        )}
      </div>
      {amendment && (
        <Callout tone="wait" title="Susulan atau perbaikan">
          <p className="whitespace-pre-line">{amendment}</p>
        </Callout>
      )}
      <Differences screen={screen} />
      <div className="mt-6 grid gap-10 lg:grid-cols-[1fr_20rem]">
        <div className="min-w-0">
          <ReportNumbersView numbers={numbers} topics={topics} />
          <div className="mt-8">
            <ToldFacts {...content} />
          </div>
        </div>
        <div className="no-print min-w-0">
          <Decision key={`${screen.id}:${screen.version}`} screen={screen} result={result} />
        </div>
      </div>
      <Section title={`Kegiatan ${period.words}, seperti tercatat hari ini`}>
        {screen.activities.length === 0 ? (
          <p>Tidak ada kegiatan yang tercatat pada masa ini.</p>
        ) : (
          <DataTable
            caption="Kegiatan pada masa laporan ini"
            columns={activityColumns}
            rows={screen.activities}
            keyOf={({ id }) => id}
          />
        )}
      </Section>
      <ReportHistory events={screen.events} editions={editions} topics={topics} zone={place.zone} />
    </Page>
  )
}

function Differences({ screen: { numbers, now, activities } }: { screen: ReviewReportScreen }) {
  const waiting = activities.filter(({ status }) => status === 'submitted').length
  return (
    <>
      {now && (
        <Callout tone="wait" title="Kegiatan berubah sejak laporan dikirim">
          Dikirim: {formatNumber(numbers.activities)} kegiatan ({formatNumber(numbers.confirmed)}{' '}
          dikonfirmasi), jangkauan {formatNumber(numbers.reach)}, {formatNumber(numbers.photos)} foto. Hari
          ini: {formatNumber(now.activities)} kegiatan ({formatNumber(now.confirmed)} dikonfirmasi), jangkauan{' '}
          {formatNumber(now.reach)}, {formatNumber(now.photos)} foto. Angka laporan tetap seperti saat dikirim
          sampai kelompok mengirimnya lagi.
        </Callout>
      )}
      {waiting > 0 && (
        <Callout tone="plain">
          {formatNumber(waiting)} kegiatan masih menunggu konfirmasi; lihat daftarnya di bawah.
        </Callout>
      )}
    </>
  )
}

function Decision({
  screen,
  result,
}: {
  screen: ReviewReportScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const { version, mayVerify, mayReturn, isOwn, approved, next, status } = screen
  const [form, fields] = useForm({
    id: 'putusan',
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: DecideReportForm }),
  })
  if (!mayVerify && !mayReturn) {
    const why = approved
      ? 'Masa laporan ini sudah disetujui, jadi laporannya terkunci.'
      : isOwn
        ? 'Anda sendiri yang mengirim laporan ini, jadi petugas lain yang memutuskannya.'
        : status === 'returned'
          ? 'Menunggu kelompok memperbaiki dan mengirim lagi.'
          : 'Diputuskan oleh Dinas Kominfo kabupaten/kota.'
    return <Callout tone="plain">{why}</Callout>
  }
  return (
    <Form {...getFormProps(form)} className="lg:sticky lg:top-6">
      <h2 className="text-lg">Putusan</h2>
      <ErrorSummary form={form} labels={{ comment: 'Yang perlu diperbaiki' }} />
      <input type="hidden" name="version" value={version} />
      {mayVerify && (
        <div className="mt-3 flex flex-col items-stretch gap-2">
          {next && (
            <SubmitButton name="intent" value="verifyNext">
              Verifikasi, buka berikutnya
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="verify" variant={next ? 'secondary' : 'primary'}>
            Verifikasi
          </SubmitButton>
        </div>
      )}
      {mayReturn && fields.comment && (
        <Fold
          label="Kembalikan kepada kelompok"
          open={fields.comment.errors !== undefined || !mayVerify}
          className="mt-4"
        >
          <TextArea
            field={fields.comment}
            label="Yang perlu diperbaiki"
            hint="Kelompok membacanya, memperbaiki, lalu mengirim lagi. Sampai itu laporannya tidak dihitung masuk."
            rows={4}
          />
          <SubmitButton name="intent" value="return" variant="secondary">
            Kembalikan
          </SubmitButton>
        </Fold>
      )}
    </Form>
  )
}

const activityColumns: Column<ReviewReportScreen['activities'][number]>[] = [
  {
    header: 'Kegiatan',
    cell: ({ id, title }) => (
      <Link
        to={`/dinas/kegiatan/${id}`}
        className="inline-flex min-h-11 items-center [overflow-wrap:anywhere] sm:min-h-0"
      >
        {title}
      </Link>
    ),
  },
  { header: 'Tanggal', cell: ({ localDate }) => formatDate(localDate) },
  {
    header: 'Jangkauan',
    numeric: true,
    cell: ({ reach, reachEstimated }) =>
      reach === null ? '–' : `${formatNumber(reach)}${reachEstimated ? ' (perkiraan)' : ''}`,
  },
  { header: 'Foto', numeric: true, cell: ({ photos }) => formatNumber(photos) },
  {
    header: 'Status',
    cell: ({ status }) => (
      <Badge tone={activityStatusWords[status].tone}>{activityStatusWords[status].label}</Badge>
    ),
  },
]
