import { useActionData, useLoaderData } from '@remix-run/react'
import type { ActivityStatus } from '~/features/activities/activities.state'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { decidedWords } from '~/features/activities/decided-words'
import { officeActivitiesScreen } from '~/features/activities/office-activities.queries.server'
import {
  COUNTED,
  DecideManyForm,
  isFiltered,
  isNewestFirst,
  officeActivitiesHref,
  officeActivitiesQuery,
} from '~/features/activities/office-activities.schema'
import { OfficeActivitiesFilter, StatusTabs } from '~/features/activities/ui/office-activities-filter'
import { OfficeActivitiesTable } from '~/features/activities/ui/office-activities-table'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { ChooseAll } from '~/ui/choosing'
import { Fold } from '~/ui/fold'
import { answeredForm, ErrorSummary, Form, SubmitButton, TextArea, tickedIn } from '~/ui/form'
import { formatDate, formatNumber } from '~/ui/format'
import { Page } from '~/ui/page'
import { Pager } from '~/ui/pager'

export { shouldRevalidate } from '~/routes/ask-again'

export const handle = { scripts: false }

export const meta = () => [{ title: 'Kegiatan KIM · Simpul KIM' }]

export const loader = pageLoader(
  { access: { can: 'activity.read' }, query: officeActivitiesQuery },
  async ({ query, actor, services }) => ({
    query,
    ...(await officeActivitiesScreen(services, actor, query)),
  }),
)

export const action = formAction(
  { access: { can: 'activity.confirm' }, query: officeActivitiesQuery, schema: DecideManyForm },
  async ({ value, query, actor, services, requestId }) => {
    const { chosen } = value
    const back = officeActivitiesHref(query)
    if (value.intent === 'confirm') {
      const decided = await confirmActivities(services, { actor, requestId, chosen })
      return redirectSaying(back, decidedWords(decided, 'confirmed'))
    }
    const decided = await askBack(services, { actor, requestId, chosen, comment: value.comment })
    return redirectSaying(back, decidedWords(decided, 'returned'))
  },
)

export default function OfficeActivities() {
  const screen = useLoaderData<typeof loader>()
  const { query, rows, counts, topics, filter, previous, next, now, oneRegency, mayConfirm } = screen
  const answer = useActionData<typeof action>()
  const form = answeredForm('putuskan', answer?.result)
  const comment = form.field('comment')
  const table = {
    rows,
    now,
    withRegency: !oneRegency,
    words: officeActivitiesHref(query, {}, ''),
  }
  const download = 'inline-flex min-h-11 items-center font-semibold'
  return (
    <Page
      wide
      title="Kegiatan KIM"
      lead="Yang dicatat KIM di wilayah kerja Anda. Kegiatan dihitung setelah dinas kabupaten/kota mengonfirmasinya."
      actions={
        <>
          {/* Plain links: a file is no page for the router. */}
          <a
            className={download}
            href={officeActivitiesHref(query, {}, '/dinas/kegiatan/unduh/csv')}
            download
          >
            Unduh CSV
          </a>
          <a
            className={`${download} ml-4`}
            href={officeActivitiesHref(query, {}, '/dinas/kegiatan/unduh/xlsx')}
            download
          >
            Unduh XLSX
          </a>
        </>
      }
    >
      <StatusTabs query={query} counts={counts} counted={COUNTED} />
      <OfficeActivitiesFilter query={query} filter={filter} topics={topics} />
      {rows.length === 0 ? (
        <Nothing screen={screen} />
      ) : mayConfirm ? (
        <Form id={form.id}>
          <ErrorSummary form={form} labels={{ chosen: 'Pilihan', comment: 'Pertanyaan' }} />
          <ChooseAll
            to={officeActivitiesHref(query, {
              setelah: query.setelah,
              sebelum: query.sebelum,
              pilih: query.pilih ? undefined : 'semua',
            })}
            chosen={query.pilih === 'semua'}
          />
          <OfficeActivitiesTable
            {...table}
            name="chosen"
            fieldId={`${form.id}-chosen`}
            isTicked={tickedIn(answer?.result, 'chosen', query.pilih === 'semua')}
          />
          <div className="no-print mt-6 grid gap-x-10 gap-y-4 lg:grid-cols-2">
            <div>
              <SubmitButton name="intent" value="confirm">
                Konfirmasi yang dipilih
              </SubmitButton>
              <p className="mt-2 text-sm text-soft">
                Kegiatan yang dikonfirmasi ikut dihitung; untuk yang diubah sesudahnya berarti perubahannya
                sudah dilihat. Yang sudah berubah sejak halaman ini dibuka tidak ikut.
              </p>
            </div>
            <Fold label="Tanyakan yang dipilih kepada kelompoknya" open={comment.errors !== undefined}>
              <TextArea
                field={comment}
                label="Pertanyaan"
                hint="Satu pertanyaan untuk semua yang dipilih. Kelompok membacanya, melengkapi, lalu mengirim lagi."
                rows={3}
              />
              <SubmitButton name="intent" value="ask" variant="secondary">
                Tanyakan yang dipilih
              </SubmitButton>
            </Fold>
          </div>
        </Form>
      ) : (
        <OfficeActivitiesTable {...table} />
      )}
      {screen.examinedTo && rows.length > 0 && (
        <p className="mt-4 text-sm text-soft">
          {lookedThrough(screen)} Halaman berikutnya memeriksa kegiatan selebihnya.
        </p>
      )}
      <Pager
        previous={previous && officeActivitiesHref(query, { sebelum: previous })}
        next={next && officeActivitiesHref(query, { setelah: next })}
      />
    </Page>
  )
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>

function lookedThrough({ query, examined, examinedTo = '' }: Screen): string {
  const way = isNewestFirst(query) === (query.sebelum === undefined) ? 'mundur' : 'maju'
  return `Baru ${formatNumber(examined)} kegiatan yang diperiksa, ${way} sampai ${formatDate(examinedTo)}.`
}

function Nothing({ screen }: { screen: Screen }) {
  const { query, examinedTo } = screen
  if (isFiltered(query)) {
    return (
      <EmptyState
        title={examinedTo ? 'Belum ada kegiatan yang cocok' : 'Tidak ada kegiatan yang cocok'}
        action={
          <span className="flex flex-wrap justify-center gap-3">
            {examinedTo && (
              <ButtonLink
                to={officeActivitiesHref(
                  query,
                  query.sebelum ? { sebelum: screen.previous } : { setelah: screen.next },
                )}
              >
                Cari di kegiatan selebihnya
              </ButtonLink>
            )}
            <ButtonLink to={officeActivitiesHref({})} variant="secondary">
              Hapus saringan
            </ButtonLink>
          </span>
        }
      >
        {examinedTo
          ? `${lookedThrough(screen)} Lanjutkan pencariannya, atau pilih wilayah atau tanggalnya.`
          : 'Coba satu kata saja dari judulnya, atau longgarkan saringannya.'}
      </EmptyState>
    )
  }
  if (query.status) {
    const { title, text } = noneOf[query.status]
    return (
      <EmptyState
        title={title}
        action={
          <ButtonLink to={officeActivitiesHref({})} variant="secondary">
            Lihat semua kegiatan
          </ButtonLink>
        }
      >
        {text}
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Belum ada kegiatan">
      Begitu KIM di wilayah Anda mencatat kegiatannya, catatannya muncul di sini untuk dikonfirmasi.
    </EmptyState>
  )
}

const noneOf: Record<ActivityStatus, { title: string; text: string }> = {
  submitted: {
    title: 'Tidak ada yang menunggu konfirmasi',
    text: 'Kegiatan yang dicatat KIM di wilayah Anda akan muncul di sini, yang paling lama dulu.',
  },
  returned: {
    title: 'Tidak ada yang sedang ditanyakan',
    text: 'Kegiatan yang ditanyakan dinas berada di sini sampai kelompoknya mengirim lagi.',
  },
  confirmed: {
    title: 'Belum ada yang dikonfirmasi',
    text: 'Kegiatan yang dikonfirmasi dinas kabupaten/kota muncul di sini dan ikut dihitung.',
  },
  withdrawn: {
    title: 'Tidak ada yang ditarik',
    text: 'Kegiatan yang ditarik kelompoknya disimpan di sini dan tidak dihitung.',
  },
}
