import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addRow } from '~/features/mapping/add-row.server'
import { followUps, MappingId, NewRowForm } from '~/features/mapping/mapping.schema'
import { newRowScreen } from '~/features/mapping/row.queries.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { CandidateFields, FindingFields } from '~/features/mapping/ui/row-fields'
import { pickerQuery } from '~/features/regions/picker.schema'
import { ChosenRegion, RegionPicker } from '~/features/regions/ui/region-picker'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { Link } from '~/ui/link'
import { useFormOf } from '~/ui/use-form-of'

export const meta = () => [{ title: 'Catat kelompok · Simpul KIM' }]

const params = z.object({ mappingId: MappingId })

export const loader = pageLoader(
  { access: { can: 'mapping.edit' }, params, query: z.object({ ...pickerQuery }) },
  ({ params: { mappingId }, query, actor, services }) => newRowScreen(services, actor, mappingId, query),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: NewRowForm },
  async ({ value, params: { mappingId }, actor, services, requestId }) => {
    await addRow(services, { actor, mappingId, value, requestId })
    const home = `/dinas/pemetaan/${mappingId}`
    return value.after === 'again'
      ? redirectSaying(
          `${home}/baru?wilayah=${value.villageCode}`,
          `${value.name} tersimpan. Catat yang berikutnya.`,
        )
      : redirectSaying(`${home}/baris/${value.id}`, `${value.name} tersimpan.`)
  },
)

export default function NewRow() {
  const { head, picker, id } = useLoaderData<typeof loader>()
  return (
    <MappingPage head={head} title="Catat kelompok">
      <div className="max-w-2xl">
        {picker.chosen ? (
          <RowForm key={id + picker.chosen.code} />
        ) : (
          <>
            <h2 className="mb-3 text-xl">Di mana kelompoknya?</h2>
            <RegionPicker state={picker} suggest={{ level: 'village', within: head.regency.code }} />
          </>
        )}
      </div>
    </MappingPage>
  )
}

function RowForm() {
  const { head, picker, id, kinds, there, today, surveyor } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(NewRowForm, {
    id: 'kelompok',
    lastResult: answer?.result,
    defaultValue: { id, followUp: 'none', surveyedBy: surveyor, surveyedOn: today },
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue ?? id} />
      {picker.chosen && (
        <ChosenRegion
          region={picker.chosen}
          name={fields.villageCode.name}
          change="?"
          errors={fields.villageCode.errors}
        />
      )}
      {there.length > 0 && (
        <Callout tone="info" title="Sudah tercatat di sini">
          <ul className="list-disc pl-5">
            {there.map((row) => (
              <li key={row.id}>
                <Link to={`/dinas/pemetaan/${head.id}/baris/${row.id}`}>{row.name}</Link>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <CandidateFields fields={fields} kinds={kinds} />
      <FindingFields fields={fields} followUps={followUps} today={today} />
      <div className="mt-8 flex flex-wrap gap-3 border-t border-line pt-6">
        <SubmitButton name="after" value="list">
          Simpan
        </SubmitButton>
        <SubmitButton name="after" value="again" variant="secondary">
          Simpan, lalu catat lagi di desa ini
        </SubmitButton>
      </div>
    </Form>
  )
}
