import { getFormProps } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editRow } from '~/features/mapping/edit-row.server'
import {
  EditCandidateForm,
  EditGroupRowForm,
  EditRowForm,
  followUps,
  groupFollowUps,
  MappingId,
  MappingRowId,
} from '~/features/mapping/mapping.schema'
import { editRowScreen } from '~/features/mapping/row.queries.server'
import { MappingPage } from '~/features/mapping/ui/mapping-frame'
import { CandidateFields, FindingFields } from '~/features/mapping/ui/row-fields'
import { pickerQuery } from '~/features/regions/picker.schema'
import { ChosenRegion, RegionPicker } from '~/features/regions/ui/region-picker'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Ubah baris pemetaan · Simpul KIM' }]

const params = z.object({ mappingId: MappingId, rowId: MappingRowId })

export const loader = pageLoader(
  { access: { can: 'mapping.edit' }, params, query: z.object({ ...pickerQuery }) },
  ({ params: { mappingId, rowId }, query, actor, services }) =>
    editRowScreen(services, actor, mappingId, rowId, query),
)

export const action = formAction(
  { access: { can: 'mapping.edit' }, params, schema: EditRowForm },
  async ({ value, params: { mappingId, rowId }, actor, services, requestId }) => {
    await editRow(services, { actor, mappingId, rowId, value, requestId })
    return redirectSaying(`/dinas/pemetaan/${mappingId}/baris/${rowId}`, 'Perubahan tersimpan.')
  },
)

export default function EditRow() {
  const { head, id, content, place, picker } = useLoaderData<typeof loader>()
  const isGroup = content.class === 'kim'
  return (
    <MappingPage
      head={head}
      title={`Ubah ${content.name}`}
      lead={isGroup ? `${place}. Nama dan tempatnya diubah di registri KIM.` : place}
      back={{ to: `/dinas/pemetaan/${head.id}/baris/${id}`, label: content.name }}
    >
      <div className="max-w-2xl">
        {isGroup ? (
          <GroupForm />
        ) : picker.chosen ? (
          <CandidateForm key={picker.chosen.code} />
        ) : (
          <RegionPicker state={picker} suggest={{ level: 'village', within: head.regency.code }} />
        )}
      </div>
    </MappingPage>
  )
}

function CandidateForm() {
  const { content, version, villageCode, kinds, picker, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(EditCandidateForm, {
    id: 'kelompok',
    lastResult: answer?.result,
    defaultValue: { ...content, villageCode },
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="candidate" />
      <input type="hidden" name="version" value={version} />
      {picker.chosen && (
        <ChosenRegion
          region={picker.chosen}
          name={fields.villageCode.name}
          change={`?wilayah=${picker.chosen.code.slice(0, 4)}`}
          errors={fields.villageCode.errors}
        />
      )}
      <CandidateFields fields={fields} kinds={kinds} />
      <FindingFields fields={fields} followUps={followUps} today={today} />
      <SubmitButton>Simpan perubahan</SubmitButton>
    </Form>
  )
}

function GroupForm() {
  const { content, version, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useFormOf(EditGroupRowForm, {
    id: 'kelompok',
    lastResult: answer?.result,
    defaultValue: content,
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <input type="hidden" name="intent" value="group" />
      <input type="hidden" name="version" value={version} />
      <FindingFields fields={fields} followUps={groupFollowUps} today={today} />
      <SubmitButton>Simpan perubahan</SubmitButton>
    </Form>
  )
}
