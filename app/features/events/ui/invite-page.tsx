import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import type { inviteScreen } from '~/features/events/invitations.queries.server'
import { RegionFilter } from '~/features/regions/ui/region-filter'
import { Button } from '~/ui/button'
import { Callout, EmptyState } from '~/ui/callout'
import { FilterSelect } from '~/ui/filter'
import { ErrorSummary, FieldError, Form, SubmitButton, tickedIn } from '~/ui/form'
import { formatDate, formatNumber } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { activityWords } from '../events.messages'
import { hrefWith } from '../events.schema'

type Screen = Awaited<ReturnType<typeof inviteScreen>>

const states = [
  { value: 'aktif', label: activityWords.active },
  { value: 'kurang-aktif', label: activityWords.less_active },
  { value: 'vakum', label: activityWords.dormant },
  { value: 'belum-pernah', label: activityWords.never },
]

/** Choosing whom to invite: counted first, then all of them or those that are ticked. */
export function InvitePage({
  result,
  ...screen
}: Screen & { result: SubmissionResult<string[]> | undefined }) {
  const { event, filter, query, topics, found, groups, most, newId } = screen
  const [form, fields] = useForm<{ groupIds: string[] }, unknown, string[]>({
    id: 'undang',
    lastResult: result,
  })
  const isTicked = tickedIn(result, 'groupIds')
  return (
    <Page title="Undang KIM" lead={event.title} back={{ to: `/dinas/acara/${event.id}`, label: 'Acara' }}>
      <form
        key={hrefWith('', query)}
        method="get"
        aria-label="Siapa yang diundang"
        className="flex flex-wrap items-end gap-4 border-b border-line pb-6"
      >
        <RegionFilter state={filter} />
        <div className="min-w-40 flex-1">
          <FilterSelect
            name="keaktifan"
            label="Keaktifan"
            all="Semua"
            options={states}
            defaultValue={query.keaktifan}
          />
        </div>
        <div className="min-w-40 flex-1">
          <FilterSelect
            name="topik"
            label="Topik, 12 bulan terakhir"
            all="Semua topik"
            options={topics.map(({ code, name }) => ({ value: code, label: name }))}
            defaultValue={query.topik}
          />
        </div>
        <Button variant="secondary">Hitung</Button>
      </form>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ groupIds: 'Daftar KIM' }} />
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="found" value={found} />
        <p className="mt-6 text-lg" role="status">
          <strong className="text-3xl text-teal-800 tabular-nums">{formatNumber(found)}</strong> KIM terdaftar
          cocok{filter.title && ` di ${filter.title}`}
        </p>
        {found === 0 && (
          <EmptyState title="Tidak ada KIM yang cocok">
            Longgarkan wilayah, keaktifan atau topiknya, lalu hitung lagi.
          </EmptyState>
        )}
        {found > most && (
          <Callout tone="wait">
            Paling banyak {formatNumber(most)} KIM sekali kirim. Persempit wilayahnya dulu.
          </Callout>
        )}
        {found > 0 && found <= most && (
          <>
            <p className="my-3 max-w-prose text-soft">
              Anggota setiap KIM mendapat pemberitahuan di portal dan surel, sekali saja. Yang sudah diundang
              tidak diberi tahu lagi.
            </p>
            <SubmitButton name="intent" value="all">
              {`Undang semua ${formatNumber(found)} KIM`}
            </SubmitButton>
          </>
        )}
        {groups.length > 0 && (
          <Section title="Atau pilih satu per satu" id="pilih">
            {found > groups.length && (
              <p className="mb-3 text-soft">
                Tampil {formatNumber(groups.length)} yang pertama menurut nama. Persempit saringannya untuk
                melihat yang lain.
              </p>
            )}
            <ul id={`${form.id}-groupIds`} className="divide-y divide-line border-y border-line">
              {groups.map((group) => (
                <li key={group.id}>
                  <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
                    <input
                      type="checkbox"
                      name="groupIds"
                      value={group.id}
                      defaultChecked={!group.invited && isTicked(group.id)}
                      disabled={group.invited}
                      className="mt-0.5 size-5 shrink-0 accent-teal-700"
                    />
                    <span>
                      <span className="font-medium">{group.name}</span>
                      <span className="block text-sm text-soft">
                        {group.place}
                        {group.invited
                          ? ' · sudah diundang'
                          : ` · kegiatan terakhir ${group.lastOn ? formatDate(group.lastOn) : 'belum ada'}`}
                      </span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <FieldError field={fields.groupIds} />
            <div className="mt-4">
              <SubmitButton name="intent" value="chosen" variant="secondary">
                Undang yang dicentang
              </SubmitButton>
            </div>
          </Section>
        )}
      </Form>
    </Page>
  )
}
