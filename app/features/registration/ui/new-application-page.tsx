import { getFormProps, type SubmissionResult } from '@conform-to/react'
import { ChosenRegion, RegionPicker } from '~/features/regions/ui/region-picker'
import { Callout } from '~/ui/callout'
import { ErrorSummary, Form, SubmitButton } from '~/ui/form'
import { Link } from '~/ui/link'
import { useFormOf } from '~/ui/use-form-of'
import { NewApplicationForm } from '../identity-form.schema'
import type { NewApplicationScreen } from '../new-application.queries.server'
import { IdentityFields } from './identity-fields'

/** First the place, then who the group is; the same for a group itself and for an office with a paper form. */
export function NewApplicationSteps({
  screen,
  result,
}: {
  screen: NewApplicationScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const { picker } = screen
  if (!picker.chosen) {
    return (
      <>
        <h2 className="mb-3 text-xl">Di mana kelompoknya?</h2>
        <RegionPicker
          state={picker}
          keep={screen.invited ? { undangan: screen.invited.token } : {}}
          suggest={{ level: 'village', within: screen.within }}
        />
      </>
    )
  }
  // Another village starts the form anew: what stands in it belongs to the place.
  return <NewApplicationFields key={picker.chosen.code} screen={screen} result={result} />
}

function NewApplicationFields({
  screen,
  result,
}: {
  screen: NewApplicationScreen
  result: SubmissionResult<string[]> | undefined
}) {
  const [form, fields] = useFormOf(NewApplicationForm, {
    lastResult: result,
    defaultValue: { id: screen.id, name: screen.invited?.name, invitation: screen.invited?.token },
  })
  const { chosen } = screen.picker
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue ?? screen.id} />
      {screen.invited && (
        <>
          <input type="hidden" name={fields.invitation.name} defaultValue={screen.invited.token} />
          <Callout tone="info" title={`Undangan dari ${screen.invited.office}`}>
            Nama dan tempat kelompok sudah terisi. Periksa, dan ubah bila perlu.
          </Callout>
        </>
      )}
      {chosen && (
        <ChosenRegion
          region={chosen}
          name={fields.villageCode.name}
          change={
            screen.invited ? `?undangan=${screen.invited.token}&wilayah=${chosen.code.slice(0, 4)}` : '?'
          }
          errors={fields.villageCode.errors}
        />
      )}
      {screen.groups.length > 0 && (
        <Callout tone="info" title="Sudah terdaftar di sini">
          <ul className="list-disc pl-5">
            {screen.groups.map(({ name, number }) => (
              <li key={number}>
                <Link to={`/kim/${number}`}>{name}</Link>
              </li>
            ))}
          </ul>
          <p className="mt-1 text-sm">
            Bila kelompok Anda ada di daftar ini, tidak perlu mendaftar lagi: hubungi ketuanya atau Dinas.
          </p>
        </Callout>
      )}
      <IdentityFields fields={fields} today={screen.today} alike={Boolean(result?.error?.isDifferent)} />
      <div className="mt-8 border-t border-line pt-6">
        <SubmitButton>Simpan dan lanjut</SubmitButton>
        <p className="mt-2 text-sm text-soft">
          Tersimpan sebagai draf. Anda dapat melanjutkan kapan saja, juga dari perangkat lain.
        </p>
      </div>
    </Form>
  )
}
