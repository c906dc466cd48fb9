import type { FieldMetadata } from '@conform-to/react'
import { above, type RegionName, withWord } from '~/features/regions/places'
import type { Choice } from '~/platform/errors'
import { Fold } from '~/ui/fold'
import { RadioField, TextField } from '~/ui/form'

// biome-ignore lint/suspicious/noExplicitAny: the fields of the new and of the edited form are the same but for their ids
type AnyField = FieldMetadata<any, any, string[]>

/** Where it happened: the place the form came with, or another village that is typed; nothing else typed is lost by it. */
export function ActivityPlace({
  place,
  placeCode,
  elsewhere,
  elsewhereCode,
  choices = [],
}: {
  place: RegionName
  placeCode: AnyField
  elsewhere: AnyField
  elsewhereCode: AnyField
  /** Villages that the typed name may mean. */
  choices?: Choice[]
}) {
  const open = Boolean(elsewhere.errors) || Boolean(elsewhere.initialValue)
  return (
    <div className="my-5 rounded-md bg-mist px-4 py-3">
      <input type="hidden" name={placeCode.name} value={place.code} />
      <p className="font-semibold">{withWord(place)}</p>
      <p className="text-sm text-soft">{above(place)}</p>
      {placeCode.errors && <p className="mt-1.5 font-medium text-red-700">{placeCode.errors.join(' ')}</p>}
      <Fold label="Di tempat lain" open={open}>
        <div className="[&>div]:my-2">
          <TextField
            field={elsewhere}
            label="Desa, kelurahan atau kampung"
            hint="Misalnya: nawaripi timika. Kosongkan untuk tempat di atas."
            maxLength={80}
            autoComplete="off"
            optional
          />
        </div>
        {choices.length > 0 && <RadioField field={elsewhereCode} label="Yang mana?" options={choices} />}
      </Fold>
    </div>
  )
}
