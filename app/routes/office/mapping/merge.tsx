import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mergeScreen } from '~/features/mapping/duplicates.queries.server'
import { classWords, fieldWords, followUpWords } from '~/features/mapping/mapping.messages'
import {
  choosable,
  MappingId,
  MappingRowId,
  MergeForm,
  type RowContent,
} from '~/features/mapping/mapping.schema'
import { mappingHead } from '~/features/mapping/mapping-screen.queries.server'
import { mergeRows } from '~/features/mapping/merge-rows.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Form, SubmitButton } from '~/ui/form'
import { formatDate } from '~/ui/format'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Gabungkan dua baris · Simpul KIM' }]

const params = z.object({ mappingId: MappingId })
const id = MappingRowId.optional().catch(undefined)

export const loader = pageLoader(
  { access: { can: 'mapping.edit' }, params, query: z.object({ a: id, b: id }) },
  async ({ params: { mappingId }, query: { a, b }, actor, services }) => {
    await mappingHead(services, actor, mappingId)
    // Without two rows to compare there is the list to choose them from.
    if (!a || !b || a === b) throw redirect(`/dinas/pemetaan/${mappingId}/ganda`)
    return mergeScreen(services, actor, mappingId, { a, b })
  },
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: MergeForm },
  async ({ value, params: { mappingId }, actor, services, requestId }) => {
    await mergeRows(services, { actor, mappingId, value, requestId })
    return redirectSaying(
      `/dinas/pemetaan/${mappingId}/ganda`,
      'Kedua baris digabung. Bila keliru, urungkan di bawah ini.',
    )
  },
)

export default function Merge() {
  const { head, kept, other } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = (field: keyof RowContent, row: typeof kept): string => {
    const value = row.content[field]
    if (field === 'class') return classWords[row.content.class].label
    if (field === 'followUp') return followUpWords[row.content.followUp].label
    if (field === 'kindCode') return row.kind ?? ''
    return field === 'surveyedOn' && value ? formatDate(value) : (value ?? '')
  }
  const differing = choosable(kept.content, other.content).filter(
    (field) => words(field, kept) !== words(field, other),
  )
  return (
    <MappingPage
      head={head}
      title="Gabungkan dua baris"
      lead={`${other.content.name} masuk ke ${kept.content.name}. Pilih isian yang dipakai; yang lain tetap tersimpan pada baris yang digabung.`}
      back={{ to: `/dinas/pemetaan/${head.id}/ganda`, label: 'Mungkin tercatat dua kali' }}
    >
      <Refusal result={answer?.result} />
      <Form className="max-w-4xl">
        <input type="hidden" name="keptId" value={kept.id} />
        <input type="hidden" name="keptVersion" value={kept.version} />
        <input type="hidden" name="mergedId" value={other.id} />
        <input type="hidden" name="mergedVersion" value={other.version} />
        {differing.length === 0 && <p>Isian kedua baris sama.</p>}
        {differing.map((field) => (
          <fieldset key={field} className="my-4 border-t border-line pt-3">
            <legend className="sr-only">{fieldWords[field]}</legend>
            <p aria-hidden="true" className="font-semibold">
              {fieldWords[field]}
            </p>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {[kept, other].map((row) => (
                <label key={row.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
                  <input
                    type="radio"
                    name={`dari-${field}`}
                    value={row === kept ? 'kept' : 'other'}
                    defaultChecked={(row === kept) === (words(field, kept) !== '')}
                    className="mt-1 size-5 shrink-0 accent-teal-700"
                  />
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {words(field, row) || <span className="text-soft">kosong</span>}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <div className="mt-6">
          <SubmitButton>Gabungkan</SubmitButton>
        </div>
      </Form>
    </MappingPage>
  )
}
