import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import type { z } from 'zod'
import type { Choice } from '~/platform/errors'
import { ButtonLink } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { activityFieldLabels } from '../activity-form.fields'
import type { EditActivityForm } from '../activity-form.schema'
import type { editActivityScreen } from '../new-activity.queries.server'
import { ActivityFields } from './activity-fields'
import { ActivityPlace } from './activity-place'

type Value = z.output<typeof EditActivityForm>

/** The form for changing an activity; it says beforehand what a change means for its confirmation. */
export function EditActivityEditor({
  screen,
  page,
  answer,
}: {
  screen: Awaited<ReturnType<typeof editActivityScreen>>
  /** The activity's own page. */
  page: string
  answer: { result: SubmissionResult<string[]>; choices?: Choice[] } | undefined
}) {
  const { activity, topics, zone, today, office } = screen
  const [form, fields] = useForm<Value, Value, string[]>({
    id: 'kegiatan',
    lastResult: answer?.result,
    defaultValue: screen.answers,
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={activityFieldLabels} />
      {activity.status === 'confirmed' && (
        <Callout tone="plain">
          Kegiatan ini sudah dikonfirmasi dan tetap dihitung. Perubahannya tercatat, dan halaman umum
          menandainya “diubah setelah dikonfirmasi”.
        </Callout>
      )}
      {activity.status === 'returned' && (
        <Callout tone="wait">Sesudah disimpan, kegiatan ini terkirim lagi kepada {office}.</Callout>
      )}
      <input type="hidden" name="version" value={activity.textVersion} />
      <ActivityPlace
        place={screen.place}
        placeCode={fields.placeCode}
        elsewhere={fields.elsewhere}
        elsewhereCode={fields.elsewhereCode}
        choices={answer?.choices}
      />
      <ActivityFields
        fields={fields}
        platforms={fields.platform.getFieldset()}
        links={fields.link.getFieldset()}
        form={form}
        topics={topics}
        zone={zone}
        today={today}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton>
          {activity.status === 'returned' ? 'Simpan dan kirim lagi' : 'Simpan perubahan'}
        </SubmitButton>
        <ButtonLink to={page} variant="secondary">
          Batal
        </ButtonLink>
      </div>
    </Form>
  )
}
