import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { useState } from 'react'
import type { Choice } from '~/platform/errors'
import { Button } from '~/ui/button'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { activityFieldLabels } from '../activity-form.fields'
import type { NewActivityForm } from '../activity-form.schema'
import type { newActivityScreen } from '../new-activity.queries.server'
import { ActivityFields } from './activity-fields'
import { ActivityPlace } from './activity-place'
import { PhotoChooser } from './photo-chooser'
import { movePhotos } from './photo-queue'

type Screen = NonNullable<Awaited<ReturnType<typeof newActivityScreen>>['chosen']>

/** The form for a new activity. It keeps its id however often it is refused, so that it is stored once. */
export function NewActivityEditor({
  screen,
  answer,
  onTouched,
}: {
  screen: Screen
  answer: { result: SubmissionResult<string[]>; choices?: Choice[] } | undefined
  /** Something was typed or chosen. */
  onTouched: () => void
}) {
  const [ids] = useState({ id: screen.id, otherId: screen.otherId })
  const [form, fields] = useForm<NewActivityForm, NewActivityForm, string[]>({
    id: 'kegiatan',
    lastResult: answer?.result,
    defaultValue: { ...screen.answers, id: ids.id },
    shouldDirtyConsider: () => false,
  })
  // One that was refused as another activity goes on as that one, and so do its photos.
  const id = String(fields.otherId.initialValue ?? fields.id.initialValue ?? ids.id)
  const { group, zone, today, topics, office } = screen
  return (
    <Form {...getFormProps(form)} encType="multipart/form-data" onInput={onTouched}>
      <ErrorSummary form={form} labels={activityFieldLabels} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="groupId" value={group.id} />
      {fields.id.errors && (
        <div id={`${form.id}-id`} tabIndex={-1}>
          <Callout tone="wait" title="Sudah ada yang tersimpan dari formulir ini">
            <p>
              <a href={`/kelompok/${group.id}/kegiatan/${id}`} target="_blank" rel="noopener">
                Lihat atau ubah yang tersimpan (di tab baru)
              </a>
            </p>
            <p className="mt-3">
              <Button
                variant="secondary"
                name="otherId"
                value={ids.otherId}
                onClick={() => movePhotos(id, ids.otherId)}
              >
                Simpan isian ini sebagai kegiatan lain
              </Button>
            </p>
          </Callout>
        </div>
      )}
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
        photos={<PhotoChooser activityId={id} errors={fields.photo.errors} />}
      />
      <SubmitButton>Simpan kegiatan</SubmitButton>
      <p className="mt-3 max-w-prose text-sm text-soft">
        {office} mengonfirmasinya; sejak itu kegiatan ini dihitung. Sampai saat itu, dan sesudahnya, Anda
        tetap dapat mengubahnya.
      </p>
    </Form>
  )
}
