import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { placeWords } from '~/features/regions/places'
import { Callout } from '~/ui/callout'
import { Timeline } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ErrorSummary, Form, SubmitButton, TextArea } from '~/ui/form'
import { formatAge, formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Page, Section } from '~/ui/page'
import { activityEventWords } from '../activities.messages'
import type { Change } from '../activity-changes'
import type { DecideOneScreen } from '../decide-one.queries.server'
import { DecideOneForm } from '../office-activities.schema'
import { ActivityFacts, HoaxBlock } from './activity-facts'
import { ActivityStatusBadge } from './activity-status'
import { PhotoGrid } from './photo-grid'

interface Props {
  screen: DecideOneScreen
  /** Those of an office under which it stands. */
  partnerships: { id: string; title: string }[]
  /** What the form said when it was refused. */
  result: SubmissionResult<string[]> | undefined
  /** The list one came from. */
  back: string
  words: string
}

/** The screen on which an officer reads one activity and confirms it or asks the group back. */
export function DecideOnePage({ screen, partnerships, result, back, words }: Props) {
  const { activity, changedSince, concerns, now } = screen
  const { content, zone, group } = activity
  return (
    <Page
      wide
      back={{ to: back, label: 'Kegiatan KIM' }}
      title={content.title}
      lead={
        <>
          <Link to={`/dinas/kelompok/${group.id}`}>{group.name}</Link>, {placeWords(group.place)}
        </>
      }
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <ActivityStatusBadge
            status={activity.status}
            editedSinceConfirmed={activity.editedSinceConfirmed}
          />
          <span className="text-soft">
            Dicatat {formatMoment(activity.reportedAt, zone)} ({formatAge(activity.reportedAt, now)})
          </span>
        </p>
        <Waiting screen={screen} words={words} />
      </div>
      {changedSince.length > 0 && (
        <Callout tone="wait" title="Diubah setelah dikonfirmasi">
          {changedSince.map(({ version, changes, savedAt, by }) => (
            <div key={version} className="mt-2">
              <p className="text-sm text-soft">
                {by}, {formatMoment(savedAt, zone)}
              </p>
              <Changes changes={changes} />
            </div>
          ))}
        </Callout>
      )}
      {concerns.length > 0 && (
        <Callout tone="wait" title="Perlu dilihat dua kali">
          <ul className="list-disc pl-5">
            {concerns.map(({ text, links }) => (
              <li key={text}>
                {text}{' '}
                {links.map(({ to, label }) => (
                  <Link key={to} to={to} className="mr-3 inline-block">
                    {label}
                  </Link>
                ))}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <div className="mt-6 grid gap-10 lg:grid-cols-[1fr_22rem]">
        <div className="min-w-0">
          {content.story && (
            <p className="mb-4 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{content.story}</p>
          )}
          {content.hoax && <HoaxBlock hoax={content.hoax} />}
          <ActivityFacts content={content} topicName={activity.topicName} place={activity.place} />
          {partnerships.length > 0 && (
            <p className="mt-4">
              Di bawah kemitraan{' '}
              {partnerships.map(({ id, title }) => (
                <Link
                  key={id}
                  to={`/dinas/kemitraan/${id}`}
                  className="mr-3 inline-flex min-h-11 items-center"
                >
                  {title}
                </Link>
              ))}
            </p>
          )}
          <PhotoGrid photos={activity.photos} title={content.title} />
          <p className="mt-4 text-sm text-soft">
            {content.isPublic
              ? 'KIM setuju kegiatan ini dibaca umum setelah dikonfirmasi.'
              : 'KIM tidak ingin kegiatan ini dibaca umum.'}
          </p>
        </div>
        <div className="min-w-0">
          <Decision key={`${activity.id}:${activity.version}`} screen={screen} result={result} />
        </div>
      </div>
      <Section title="Riwayat">
        <Timeline
          items={[...activity.events].reverse().map((event) => {
            const saved = activity.versions.find(
              ({ savedAt, version }) => version > 1 && savedAt === event.at,
            )
            return {
              key: event.id,
              title: `${activityEventWords[event.kind]}: ${event.by}`,
              when: formatMoment(event.at, zone),
              note: (event.comment || saved) && (
                <>
                  {event.comment}
                  {saved && <Changes changes={saved.changes} />}
                </>
              ),
            }
          })}
        />
      </Section>
    </Page>
  )
}

/** The way through those of the list that wait, oldest first. */
function Waiting({ screen: { previous, next }, words }: { screen: DecideOneScreen; words: string }) {
  if (!previous && !next) return null
  const link = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <nav aria-label="Yang menunggu" className="no-print flex flex-wrap items-center gap-x-5">
      {previous && (
        <Link to={`/dinas/kegiatan/${previous}${words}`} rel="prev" className={link}>
          ← Sebelumnya
        </Link>
      )}
      {next && (
        <Link to={`/dinas/kegiatan/${next}${words}`} rel="next" className={link}>
          Berikutnya →
        </Link>
      )}
    </nav>
  )
}

/** What an edit changed: before and after, in words and struck through. */
function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0) return null
  return (
    <dl className="mt-1">
      {changes.map(({ term, before, after }) => (
        <div key={term} className="py-1">
          <dt className="text-sm text-soft">{term}</dt>
          <dd className="[overflow-wrap:anywhere]">
            <del className="text-soft">{before ?? 'belum diisi'}</del> <span aria-hidden="true">→</span>{' '}
            <ins className="font-medium no-underline">{after ?? 'dikosongkan'}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Decision({ screen, result }: Pick<Props, 'screen' | 'result'>) {
  const { activity, mayConfirm, mayAsk, isOwn, next } = screen
  const [form, fields] = useForm({
    id: 'putusan',
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: DecideOneForm }),
  })
  if (isOwn && activity.status !== 'withdrawn') {
    return (
      <Callout tone="plain">
        Anda sendiri yang mencatat kegiatan ini, jadi petugas lain yang memutuskannya.
      </Callout>
    )
  }
  if (!mayConfirm && !mayAsk) return <NotNow status={activity.status} />
  const onceMore = activity.status === 'confirmed'
  const leadsOn = next !== null && !onceMore
  return (
    <Form {...getFormProps(form)} className="lg:sticky lg:top-6">
      <h2 className="text-lg">Putusan</h2>
      <ErrorSummary form={form} labels={{ comment: 'Pertanyaan' }} />
      <input type="hidden" name="version" value={activity.version} />
      {mayConfirm && (
        <div className="mt-3 flex flex-col items-stretch gap-2">
          {leadsOn && (
            <SubmitButton name="intent" value="confirmNext">
              Konfirmasi, buka berikutnya
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="confirm" variant={leadsOn ? 'secondary' : 'primary'}>
            {onceMore ? 'Perubahan sudah dilihat, tetap dikonfirmasi' : 'Konfirmasi'}
          </SubmitButton>
        </div>
      )}
      {mayAsk && fields.comment && (
        <Fold
          label="Tanyakan kepada kelompok"
          open={fields.comment.errors !== undefined || !mayConfirm}
          className="mt-4"
        >
          <TextArea
            field={fields.comment}
            label="Pertanyaan"
            hint={
              onceMore
                ? 'Selama belum dijawab kegiatan ini tidak dihitung. Kelompok melengkapi, lalu mengirim lagi.'
                : 'Kelompok membacanya, melengkapi catatannya, lalu mengirim lagi.'
            }
            rows={4}
          />
          <SubmitButton name="intent" value="ask" variant="secondary">
            Kirim pertanyaan
          </SubmitButton>
        </Fold>
      )}
    </Form>
  )
}

function NotNow({ status }: { status: DecideOneScreen['activity']['status'] }) {
  const words = {
    submitted: 'Menunggu keputusan Dinas Kominfo kabupaten/kota.',
    returned: 'Menunggu jawaban kelompok. Setelah dikirim lagi, kegiatan ini dapat dikonfirmasi.',
    confirmed: 'Sudah dikonfirmasi dan ikut dihitung.',
    withdrawn: 'Ditarik oleh kelompok: tidak dihitung, dan tidak ada lagi yang perlu diputuskan.',
  }
  return <Callout tone="plain">{words[status]}</Callout>
}
