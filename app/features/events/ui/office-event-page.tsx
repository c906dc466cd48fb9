import type { SubmissionResult } from '@conform-to/react'
import { answerFor } from '~/ui/answer-for'
import { ButtonLink } from '~/ui/button'
import { Badge, Callout } from '~/ui/callout'
import { Fold } from '~/ui/fold'
import { ActionButton } from '~/ui/form'
import { formatDay, formatMoment, formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'
import type { eventScreen } from '../event-screen.queries.server'
import { eventStatusWords } from '../events.messages'
import { DecisionList } from './decision-list'
import { EventFacts } from './event-facts'
import { CancelFold, DecideForm, MaterialForm, MinutesForm } from './event-forms'
import { MaterialList } from './material-list'

type Screen = Awaited<ReturnType<typeof eventScreen>> & { committeeLink: string | null }
export type EventAnswer = { result: SubmissionResult<string[]> } | undefined

/** One event for its office and for those above: where it stands, what to do next, and what it leaves. */
export function OfficeEventPage({ answer, ...screen }: Screen & { answer: EventAnswer }) {
  const { event, office, place, topics, partnership, may } = screen
  const { label, tone } = eventStatusWords[event.status]
  return (
    <Page
      wide
      title={<span className="[overflow-wrap:anywhere]">{event.title}</span>}
      lead={<span className="whitespace-pre-line">{event.purpose}</span>}
      back={{ to: '/dinas/acara', label: 'Acara' }}
      actions={<NextSteps {...screen} />}
    >
      <p className="-mt-2 mb-4 flex flex-wrap items-center gap-3">
        <Badge tone={tone}>{label}</Badge>
        <span className="text-sm text-soft">sejak {formatDay(event.statusSince, event.zone)}</span>
      </p>
      <Problem answer={answer} />
      {event.statusReason && (
        <Callout tone="bad" title="Mengapa dibatalkan">
          <p className="whitespace-pre-line">{event.statusReason}</p>
        </Callout>
      )}
      {screen.committeeLink && <NewCommitteeLink link={screen.committeeLink} />}
      <div className="grid gap-x-12 lg:grid-cols-[3fr_2fr]">
        <EventFacts
          event={event}
          office={office}
          place={place}
          topics={topics}
          partnership={
            partnership && <Link to={`/dinas/kemitraan/${event.partnershipId}`}>{partnership}</Link>
          }
          withLink
        />
        <Figures {...screen} />
      </div>
      {may.committee && <Committee {...screen} />}
      <Minutes {...screen} answer={answer} />
      <Decisions {...screen} answer={answer} />
      <Materials {...screen} answer={answer} />
      {may.cancel && <CancelFold version={event.version} result={answerFor(answer, 'cancel')} />}
    </Page>
  )
}

/** What went wrong with a button that has no form of its own, and with the settling of a decision. */
function Problem({ answer }: { answer: EventAnswer }) {
  const intent = answer?.result.initialValue?.intent
  const own = ['cancel', 'minutes', 'decide', 'addMaterial']
  return own.includes(String(intent)) ? null : <Refusal result={answer?.result} />
}

function NextSteps({ event, may }: Screen) {
  const page = `/dinas/acara/${event.id}`
  const { version } = event
  return (
    <>
      {may.invite && (
        <ButtonLink to={`${page}/undang`} variant={event.status === 'draft' ? 'primary' : 'secondary'}>
          {event.status === 'draft' ? 'Undang KIM' : 'Tambah undangan'}
        </ButtonLink>
      )}
      {may.mark && (
        <ButtonLink to={`${page}/hadir`} variant={event.status === 'held' ? 'secondary' : 'primary'}>
          Catat kehadiran
        </ButtonLink>
      )}
      {may.hold && (
        <ActionButton values={{ intent: 'held', version: String(version) }}>Tandai terlaksana</ActionButton>
      )}
      {may.certify && (
        <ButtonLink to={`${page}/sertifikat`} variant={event.status === 'held' ? 'primary' : 'secondary'}>
          Sertifikat
        </ButtonLink>
      )}
      {may.close && (
        <ActionButton values={{ intent: 'closed', version: String(version) }}>Tutup acara</ActionButton>
      )}
      {may.edit && (
        <ButtonLink to={`${page}/ubah`} variant="secondary">
          Ubah
        </ButtonLink>
      )}
    </>
  )
}

function Figures({ event, may }: Screen) {
  const page = `/dinas/acara/${event.id}`
  const link = 'inline-flex min-h-11 items-center font-semibold'
  const figures: [string, string][] = [
    ['KIM diundang', formatNumber(event.invitedGroups)],
    [
      'Menerima / menolak / belum menjawab',
      [
        event.acceptedGroups,
        event.declinedGroups,
        event.invitedGroups - event.acceptedGroups - event.declinedGroups,
      ]
        .map(formatNumber)
        .join(' / '),
    ],
    ['Orang terdaftar', formatNumber(event.registeredPeople)],
    ['Orang hadir', formatNumber(event.presentPeople)],
  ]
  return (
    <div className="max-lg:mt-6">
      <dl className="divide-y divide-line">
        {figures.map(([term, value]) => (
          <div key={term} className="flex items-baseline justify-between gap-6 py-2.5">
            <dt className="text-sm text-soft">{term}</dt>
            <dd className="text-lg font-semibold whitespace-nowrap tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap gap-x-6">
        {event.invitedGroups > 0 && (
          <Link to={`${page}/undangan`} className={link}>
            Undangan dan jawaban
          </Link>
        )}
        {may.manage && event.status !== 'draft' && (
          <Link to={`${page}/daftar-hadir`} className={link}>
            Daftar hadir untuk dicetak
          </Link>
        )}
        {(event.status === 'held' || event.status === 'closed') && (
          <Link to={`${page}/evaluasi`} className={link}>
            Penilaian peserta
          </Link>
        )}
      </p>
    </div>
  )
}

function NewCommitteeLink({ link }: { link: string }) {
  return (
    <Callout tone="good" title="Tautan panitia siap" role="status">
      <p>
        Kirim kepada panitia yang bertugas di pintu. Tautan ini hanya tampil sekali, berlaku sampai 12 jam
        sesudah acara, dan siapa pun yang memegangnya dapat mencatat kehadiran.
      </p>
      <p className="mt-2 font-mono text-sm [overflow-wrap:anywhere]">
        <a href={link}>{link}</a>
      </p>
    </Callout>
  )
}

function Committee({ event }: Screen) {
  const version = String(event.version)
  return (
    <Section title="Panitia tanpa akun" id="panitia">
      <p className="max-w-prose">
        Orang yang membantu di pintu tidak perlu akun: cukup satu tautan di ponselnya. Tautan berakhir bersama
        acaranya dan dapat dicabut kapan saja.
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <ActionButton values={{ intent: 'openCommittee', version }}>
          {event.hasCommittee ? 'Ganti dengan tautan baru' : 'Buat tautan panitia'}
        </ActionButton>
        {event.hasCommittee && (
          <ActionButton values={{ intent: 'closeCommittee', version }} variant="danger">
            Cabut tautan yang berlaku
          </ActionButton>
        )}
      </div>
    </Section>
  )
}

function Minutes({ event, may, answer }: Screen & { answer: EventAnswer }) {
  if (!event.minutes && (!may.manage || event.status === 'draft' || event.status === 'cancelled')) return null
  return (
    <Section title="Notulen" id="notulen">
      {event.minutes && <p className="max-w-prose whitespace-pre-line">{event.minutes}</p>}
      {event.minutesAt !== null && (
        <p className="mt-1 text-sm text-soft">Terakhir ditulis {formatMoment(event.minutesAt, event.zone)}</p>
      )}
      {may.manage && event.status !== 'cancelled' && (
        <Fold
          label={event.minutes ? 'Ubah notulen' : 'Tulis notulen'}
          open={!event.minutes || answerFor(answer, 'minutes') !== undefined}
        >
          <MinutesForm
            version={event.version}
            minutes={event.minutes ?? ''}
            result={answerFor(answer, 'minutes')}
          />
        </Fold>
      )}
    </Section>
  )
}

function Decisions({
  event,
  decisions,
  groups,
  today,
  newIds,
  may,
  answer,
}: Screen & { answer: EventAnswer }) {
  if (decisions.length === 0 && (!may.manage || event.status === 'draft' || event.status === 'cancelled')) {
    return null
  }
  const result = answerFor(answer, 'decide')
  return (
    <Section title="Keputusan dan tindak lanjut" id="keputusan">
      {decisions.length === 0 ? (
        <p className="text-soft">Belum ada keputusan. Catat apa, siapa, dan sampai kapan.</p>
      ) : (
        <DecisionList
          decisions={decisions.map((decision) => ({
            ...decision,
            zone: event.zone,
            overdue: decision.state === 'ongoing' && decision.dueOn < today,
            mayMove: may.manage,
          }))}
        />
      )}
      {may.manage && event.status !== 'draft' && event.status !== 'cancelled' && (
        <Fold label="Catat keputusan" open={result !== undefined}>
          <DecideForm key={newIds.decision} id={newIds.decision} groups={groups} result={result} />
        </Fold>
      )}
    </Section>
  )
}

function Materials({ materials, newIds, may, answer }: Screen & { answer: EventAnswer }) {
  if (materials.length === 0 && !may.manage) return null
  const result = answerFor(answer, 'addMaterial')
  return (
    <Section title="Bahan" id="bahan">
      {materials.length === 0 ? (
        <p className="text-soft">
          Belum ada bahan. Paparan dan panduan dapat dibuka KIM yang diundang dan pemegang tiket.
        </p>
      ) : (
        <MaterialList
          materials={materials}
          folder="/acara/materi"
          after={
            may.manage
              ? ({ id, title }) => (
                  <ActionButton values={{ intent: 'removeMaterial', materialId: id }} variant="quiet">
                    Hapus<span className="sr-only"> {title}</span>
                  </ActionButton>
                )
              : undefined
          }
        />
      )}
      {may.manage && (
        <Fold label="Tambah bahan" open={result !== undefined}>
          <MaterialForm key={newIds.material} id={newIds.material} result={result} />
        </Fold>
      )}
    </Section>
  )
}
