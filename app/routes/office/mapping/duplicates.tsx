import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { duplicatesScreen } from '~/features/mapping/duplicates.queries.server'
import { classWords } from '~/features/mapping/mapping.messages'
import { cursorWord, DuplicateActForm, MappingId, rowCursor } from '~/features/mapping/mapping.schema'
import { keepApart, undoMerge } from '~/features/mapping/merge-rows.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/callout'
import { ActionButton } from '~/ui/form'
import { formatMoment } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export const meta = () => [{ title: 'Mungkin tercatat dua kali · Simpul KIM' }]

const params = z.object({ mappingId: MappingId })
const query = z.object({ setelah: rowCursor })

export const loader = pageLoader(
  { access: { can: 'mapping.read' }, params, query },
  ({ params: { mappingId }, query: { setelah }, actor, services }) =>
    duplicatesScreen(services, actor, mappingId, setelah),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: DuplicateActForm },
  async ({ value, params: { mappingId }, actor, services, requestId }) => {
    const here = `/dinas/pemetaan/${mappingId}/ganda`
    if (value.intent === 'apart') {
      await keepApart(services, { actor, mappingId, requestId, rowIds: [value.a, value.b] })
      return redirectSaying(here, 'Tersimpan: keduanya kelompok yang berbeda.')
    }
    const exact = await undoMerge(services, { actor, mappingId, mergeId: value.mergeId, requestId })
    return redirectSaying(
      here,
      exact
        ? 'Penggabungan diurungkan; kedua baris kembali seperti semula.'
        : 'Baris yang digabung sudah kembali. Baris satunya diubah setelah digabung, jadi dibiarkan seperti sekarang.',
    )
  },
)

export default function Duplicates() {
  const { head, pairs, begins, next, merges } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const home = `/dinas/pemetaan/${head.id}`
  return (
    <MappingPage
      head={head}
      title="Mungkin tercatat dua kali"
      lead="Kelompok di desa yang sama dengan nama yang mirip. Bandingkan, lalu gabungkan atau nyatakan berbeda. Penggabungan dapat diurungkan."
    >
      <Refusal result={answer?.result} />
      {pairs.length === 0 && (
        <EmptyState
          title={
            next ? 'Belum ketemu yang mirip' : begins ? 'Tidak ada yang mirip' : 'Tidak ada lagi yang mirip'
          }
        >
          {next
            ? 'Sejauh ini tidak ada yang mirip. Lanjutkan ke kelompok berikutnya.'
            : begins
              ? 'Tidak ada dua kelompok dengan nama mirip di satu desa.'
              : 'Sampai desa terakhir tidak ada lagi dua kelompok dengan nama mirip.'}
        </EmptyState>
      )}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {pairs.map(({ place, rows }) => {
          const [a, b] = rows
          if (!a || !b) return null
          return (
            <li
              key={a.id + b.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
            >
              <div className="min-w-0">
                {rows.map(({ id, name, class: rowClass }) => (
                  <span key={id} className="block">
                    <Link to={`${home}/baris/${id}`} className="inline-flex min-h-11 items-center sm:min-h-0">
                      {name}
                    </Link>{' '}
                    <span className="text-sm text-soft">{classWords[rowClass].short}</span>
                  </span>
                ))}
                <span className="text-sm text-soft">{place}</span>
              </div>
              {head.mayEdit && (
                <div className="flex flex-wrap gap-2">
                  <ButtonLink to={`${home}/gabung?a=${a.id}&b=${b.id}`} variant="secondary">
                    Bandingkan
                  </ButtonLink>
                  <ActionButton variant="quiet" values={{ intent: 'apart', a: a.id, b: b.id }}>
                    Ini berbeda
                  </ActionButton>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {next && (
        <p className="mt-4 text-right">
          <Link
            to={`?${new URLSearchParams({ setelah: cursorWord(next) })}`}
            rel="next"
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Kelompok berikutnya →
          </Link>
        </p>
      )}
      {merges.length > 0 && (
        <Section title="Yang sudah digabung">
          <ul className="divide-y divide-line border-y border-line">
            {merges.map(({ id, keptId, kept, merged, mergedAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
                <span>
                  {merged} masuk ke <Link to={`${home}/baris/${keptId}`}>{kept}</Link>
                  <span className="block text-sm text-soft">{formatMoment(mergedAt, head.zone)}</span>
                </span>
                {head.mayEdit && (
                  <ActionButton values={{ intent: 'undo', mergeId: id }}>Urungkan</ActionButton>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </MappingPage>
  )
}
