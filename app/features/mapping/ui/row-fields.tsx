import type { FieldMetadata } from '@conform-to/react'
import type { Choice } from '~/features/choices/choices.schema'
import { RadioField, SelectField, TextArea, TextField } from '~/ui/form'
import { classWords, fieldWords, followUpWords } from '../mapping.messages'
import { candidateClasses, type FollowUp } from '../mapping.schema'

// biome-ignore lint/suspicious/noExplicitAny: the fields of any of the forms that hold a row
type Field = FieldMetadata<any, any, string[]>
type Fields<Name extends string> = Record<Name, Field>

/** Who a candidate is. */
export function CandidateFields({
  fields,
  kinds,
}: {
  fields: Fields<'name' | 'class' | 'kindCode'>
  kinds: Choice[]
}) {
  return (
    <>
      <TextField
        field={fields.name}
        label={fieldWords.name}
        hint="Misalnya Karang Taruna Bina Muda."
        autoComplete="off"
      />
      <SelectField
        field={fields.kindCode}
        label={fieldWords.kindCode}
        options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <RadioField
        field={fields.class}
        label={fieldWords.class}
        options={candidateClasses.map((value) => ({
          value,
          label: classWords[value].label,
          hint: classWords[value].meaning,
        }))}
      />
    </>
  )
}

/** What the mapping found out about a community, and what it proposes. */
export function FindingFields({
  fields,
  followUps,
  today,
}: {
  fields: Fields<
    | 'contactName'
    | 'contact'
    | 'channels'
    | 'audience'
    | 'topics'
    | 'strength'
    | 'gap'
    | 'followUp'
    | 'surveyedBy'
    | 'surveyedOn'
  >
  followUps: readonly FollowUp[]
  today: string
}) {
  return (
    <>
      <RadioField
        field={fields.followUp}
        label={fieldWords.followUp}
        options={followUps.map((value) => ({
          value,
          label: followUpWords[value].label,
          hint: followUpWords[value].meaning,
        }))}
      />
      <fieldset className="my-6">
        <legend className="text-lg font-semibold">Kontak</legend>
        <p className="text-sm text-soft">
          Hanya untuk kantor; tidak pernah tampil untuk umum. NIK tidak diminta.
        </p>
        <TextField field={fields.contactName} label={fieldWords.contactName} autoComplete="off" optional />
        <TextField
          field={fields.contact}
          label={fieldWords.contact}
          hint="Misalnya 0812 3456 7890. Diperlukan bila kelompok ini nanti diundang mendaftar."
          autoComplete="off"
          optional
        />
      </fieldset>
      <TextField
        field={fields.channels}
        label={fieldWords.channels}
        hint="Lewat apa mereka menyampaikan informasi: papan pengumuman, WhatsApp, radio, pertemuan…"
        autoComplete="off"
        optional
      />
      <TextField
        field={fields.audience}
        label={fieldWords.audience}
        hint="Siapa yang mereka jangkau."
        autoComplete="off"
        optional
      />
      <TextField
        field={fields.topics}
        label={fieldWords.topics}
        hint="Tentang apa."
        autoComplete="off"
        optional
      />
      <TextArea field={fields.strength} label={fieldWords.strength} rows={3} optional />
      <TextArea field={fields.gap} label={fieldWords.gap} hint="Apa yang masih kurang." rows={3} optional />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField field={fields.surveyedBy} label={fieldWords.surveyedBy} autoComplete="off" optional />
        <TextField
          field={fields.surveyedOn}
          type="date"
          label={fieldWords.surveyedOn}
          min="1945-01-01"
          max={today}
          optional
        />
      </div>
    </>
  )
}
