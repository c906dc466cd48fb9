import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { answerFor } from '~/ui/answer-for'
import { Callout } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatDate, formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { PrintButton } from '~/ui/print-button'
import type { ApprovalScreen } from '../approval.queries.server'
import { type ListedReports, reportsHref } from '../office-reports.schema'
import { periodWords } from '../periods'
import { approvalActWords } from '../reporting.messages'
import { ApprovalForm } from '../reporting.schema'
import type { ApprovedNumbers } from '../reporting-kinds'
import { ApprovalBadge } from './approval-badge'
import { PlaceForm } from './place-form'
import { RateFigures } from './rate-figures'

type Result = SubmissionResult<string[]> | undefined

/** What is missing before a period can be approved, approving it, and opening it again. */
export function ApprovalPage({
  screen,
  answer,
}: {
  screen: ApprovalScreen
  answer: Parameters<typeof answerFor>[0]
}) {
  const { place, rates, approval, zone, history } = screen
  const { period, name, code } = place
  return (
    <Page
      wide
      title={`Persetujuan laporan ${periodWords(period)}`}
      lead={name}
      back={{ to: reportsHref('overview', { masa: period, wilayah: code }), label: 'Laporan berkala' }}
      actions={<PrintButton />}
    >
      <PlaceForm place={place} page="approval" />
      <p className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <ApprovalBadge approval={approval?.status ?? 'open'} />
        {approval?.status === 'approved' && (
          <span className="text-soft">sejak {formatMoment(approval.at, zone)}</span>
        )}
        {approval && (
          <Link
            to={reportsHref('changes', { masa: period, wilayah: code })}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Perubahan setelah disetujui
          </Link>
        )}
      </p>
      <RateFigures rates={rates} place={place} />
      {approval && screen.drifted && (
        <Callout tone="wait" title="Angka berbeda dari saat disetujui">
          Saat disetujui: {inWords(approval.numbers)}. Hari ini: {inWords(rates)}.
        </Callout>
      )}
      {screen.why && (
        <Callout tone="plain" title="Belum dapat disetujui">
          {screen.why} {code.length === 4 && `Batas waktu: ${formatDate(screen.dueOn)}.`}
        </Callout>
      )}
      {screen.mayApprove && <Approve screen={screen} result={answerFor(answer, 'approve')} />}
      {screen.mayReopen && <Reopen screen={screen} result={answerFor(answer, 'reopen')} />}
      <Below screen={screen} />
      <Missing screen={screen} />
      {history.length > 0 && (
        <Section title="Riwayat persetujuan">
          <Timeline
            items={history.map(({ id, act, by, at, reason, numbers }) => ({
              key: id,
              title: `${approvalActWords[act]} oleh ${by}`,
              when: formatMoment(at, zone),
              note: reason ?? inWords(numbers),
            }))}
          />
        </Section>
      )}
    </Page>
  )
}

function inWords({ expected, actual, onTime, verified }: ApprovedNumbers): string {
  return `${formatNumber(expected)} wajib lapor, ${formatNumber(actual)} masuk, ${formatNumber(onTime)} tepat waktu, ${formatNumber(verified)} terverifikasi`
}

function Approve({ screen: { version, rates }, result }: { screen: ApprovalScreen; result: Result }) {
  const [form] = useForm({ id: 'setujui', lastResult: result })
  const missing = rates.expected - rates.actual
  return (
    <Form {...getFormProps(form)} className="no-print my-6 border-l-4 border-teal-300 pl-4">
      <ErrorSummary form={form} />
      <input type="hidden" name="version" value={version} />
      <p className="mb-3 max-w-prose">
        {missing > 0
          ? `${formatNumber(missing)} laporan belum masuk; namanya tercatat di bawah. `
          : 'Semua laporan sudah masuk. '}
        Sesudah disetujui laporan masa ini terkunci; hanya tingkat di atas yang dapat membukanya kembali.
      </p>
      <SubmitButton name="intent" value="approve">
        Setujui masa ini
      </SubmitButton>
    </Form>
  )
}

function Reopen({ screen: { approval }, result }: { screen: ApprovalScreen; result: Result }) {
  const [form, fields] = useForm({
    id: 'buka',
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ApprovalForm }),
  })
  return (
    <Fold label="Buka kembali masa ini" open={result !== undefined} className="no-print my-6">
      <Form {...getFormProps(form)} className="max-w-2xl">
        <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
        <input type="hidden" name="version" value={approval?.version} />
        {fields.reason && (
          <TextArea
            field={fields.reason}
            label="Alasan"
            hint="Dibaca dinas yang bersangkutan. Persetujuan di atasnya, sampai tingkat Anda, ikut dibuka; perubahan sesudahnya tercatat."
            rows={3}
          />
        )}
        <SubmitButton name="intent" value="reopen" variant="danger">
          Buka kembali
        </SubmitButton>
      </Form>
    </Fold>
  )
}

/** The regions below, those that have not approved first. */
function Below({ screen: { openBelow, approvedBelow, place } }: { screen: ApprovalScreen }) {
  if (openBelow.length + approvedBelow.length === 0) return null
  const lists = [
    { title: 'Belum menyetujui', regions: openBelow, none: 'Semua sudah menyetujui.' },
    { title: 'Sudah menyetujui', regions: approvedBelow, none: 'Belum ada.' },
  ]
  return (
    <Section title="Wilayah di bawahnya">
      <div className="grid gap-8 sm:grid-cols-2">
        {lists.map(({ title, regions, none }) => (
          <div key={title}>
            <h3 className="font-semibold">
              {title} ({formatNumber(regions.length)})
            </h3>
            {regions.length === 0 && <p className="text-soft">{none}</p>}
            <ul>
              {regions.map(({ code, name }) => (
                <li key={code}>
                  <Link
                    to={reportsHref('approval', { masa: place.period, wilayah: code })}
                    className="inline-flex min-h-11 items-center"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  )
}

/** Who is late and who is missing, by name. */
function Missing({ screen }: { screen: ApprovalScreen }) {
  const { missing, returned, late, waiting, place } = screen
  const lists: { title: string; kind: ListedReports; names: ApprovalScreen['missing']; none: string }[] = [
    { title: 'Menunggu diperiksa', kind: 'menunggu', names: waiting, none: 'Tidak ada.' },
    { title: 'Belum masuk', kind: 'belum', names: missing, none: 'Semua sudah masuk.' },
    { title: 'Dikembalikan, belum dikirim lagi', kind: 'dikembalikan', names: returned, none: 'Tidak ada.' },
    { title: 'Masuk sesudah batas waktu', kind: 'terlambat', names: late, none: 'Tidak ada.' },
  ]
  return (
    <Section title="Yang masih kurang dan yang terlambat">
      <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
        {lists.map(({ title, kind, names, none }) => (
          <div key={kind}>
            <h3 className="font-semibold">{title}</h3>
            {names.groups.length === 0 && <p className="text-soft">{none}</p>}
            <ul>
              {names.groups.map(({ groupId, name, reportId }) => (
                <li key={groupId}>
                  <Link
                    to={
                      reportId && kind !== 'belum'
                        ? `/dinas/laporan/${reportId}`
                        : `/dinas/kelompok/${groupId}`
                    }
                    className="inline-flex min-h-11 items-center [overflow-wrap:anywhere]"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
            {names.more && (
              <Link
                to={reportsHref('list', { masa: place.period, wilayah: place.code, keadaan: kind })}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                Lihat semua
              </Link>
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}
