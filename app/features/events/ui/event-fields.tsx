import type { FieldMetadata } from '@conform-to/react'
import type { Choice } from '~/platform/errors'
import { CheckboxField, FieldError, RadioField, SelectField, TextArea, TextField } from '~/ui/form'
import { formatDate } from '~/ui/format'
import type { OfferedPartnership } from '../event-partnership.server'
import { eventKinds } from '../events.kinds'
import { eventKindWords } from '../events.messages'

// biome-ignore lint/suspicious/noExplicitAny: the fields of the new and of the edited form are the same but for their ids
type AnyField = FieldMetadata<any, any, string[]>

const names = [
  'kind',
  'title',
  'purpose',
  'zone',
  'startDate',
  'startTime',
  'endDate',
  'endTime',
  'replyDate',
  'venue',
  'village',
  'villageCode',
  'onlineUrl',
  'capacity',
  'topics',
  'partnershipId',
] as const

/** What the summary of errors calls the fields. */
export const eventFieldLabels: Record<string, string> = {
  kind: 'Jenis acara',
  title: 'Nama acara',
  purpose: 'Tujuan',
  zone: 'Zona waktu',
  startDate: 'Tanggal mulai',
  startTime: 'Jam mulai',
  endDate: 'Tanggal selesai',
  endTime: 'Jam selesai',
  replyDate: 'Batas menjawab',
  venue: 'Tempat',
  village: 'Desa, kelurahan, atau kampung',
  onlineUrl: 'Tautan daring',
  capacity: 'Batas peserta',
  topics: 'Topik',
  partnershipId: 'Kemitraan',
}

const zones = ['WIB', 'WITA', 'WIT'].map((value) => ({ value, label: value }))

/** Everything that is planned of an event. */
export function EventFields({
  fields,
  topics,
  partnerships,
  place,
  choices = [],
}: {
  fields: Record<(typeof names)[number], AnyField>
  topics: { code: string; name: string }[]
  partnerships: OfferedPartnership[]
  /** The village of an event that is changed. */
  place?: Choice | null
  /** Villages that the typed name may mean. */
  choices?: Choice[]
}) {
  const offered = choices.length > 0 ? choices : place ? [place] : []
  return (
    <>
      <SelectField
        field={fields.kind}
        label="Jenis acara"
        options={eventKinds.map((value) => ({ value, label: eventKindWords[value] }))}
      />
      <TextField field={fields.title} label="Nama acara" maxLength={150} />
      <TextArea
        field={fields.purpose}
        label="Tujuan"
        hint="Apa yang akan dikerjakan dan mengapa kelompok perlu datang."
      />
      <div className="grid gap-x-4 sm:grid-cols-3">
        <TextField field={fields.startDate} type="date" label="Tanggal mulai" />
        <TextField field={fields.startTime} type="time" label="Jam mulai" />
        <SelectField field={fields.zone} label="Zona waktu" options={zones} />
      </div>
      <div className="grid gap-x-4 sm:grid-cols-3">
        <TextField field={fields.endDate} type="date" label="Tanggal selesai" optional />
        <TextField field={fields.endTime} type="time" label="Jam selesai" />
      </div>
      <p className="-mt-3 text-sm text-soft">Kosongkan tanggal selesai untuk acara satu hari.</p>
      <TextField
        field={fields.venue}
        label="Tempat"
        hint="Nama gedung dan alamatnya. Boleh kosong bila acaranya hanya daring."
        maxLength={200}
        optional
      />
      <TextField
        field={fields.village}
        label="Desa, kelurahan, atau kampung tempat acara"
        hint="Misalnya: kwamki mimika. Boleh kosong."
        maxLength={120}
        autoComplete="off"
        optional
      />
      {offered.length > 1 && <RadioField field={fields.villageCode} label="Yang mana?" options={offered} />}
      {offered.length === 1 && (
        <input type="hidden" name={fields.villageCode.name} value={offered[0]?.value} />
      )}
      <TextField
        field={fields.onlineUrl}
        type="url"
        label="Tautan rapat daring"
        hint="Hanya dibaca kelompok yang diundang."
        optional
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextField
          field={fields.replyDate}
          type="date"
          label="Batas kelompok menjawab"
          hint="Sampai akhir hari itu; kosong berarti sehari sebelum acara."
          optional
        />
        <TextField
          field={fields.capacity}
          label="Batas peserta"
          hint="Jumlah orang; kosong berarti tanpa batas."
          inputMode="numeric"
          optional
        />
      </div>
      <fieldset className="my-5">
        <legend className="font-semibold">
          Topik <span className="font-normal text-soft">(boleh kosong)</span>
        </legend>
        <div className="grid gap-x-6 sm:grid-cols-2 [&>div]:my-0">
          {topics.map(({ code, name }) => (
            <CheckboxField key={code} field={fields.topics} value={code} label={name} />
          ))}
        </div>
        <FieldError field={fields.topics} />
      </fieldset>
      {partnerships.length > 0 && (
        <SelectField
          field={fields.partnershipId}
          label="Kemitraan"
          hint="Bila acara ini bagian dari kesepakatan yang berlaku pada harinya."
          placeholder="Tanpa kemitraan"
          options={partnerships.map(({ id, title, counterpart, endsOn }) => ({
            value: id,
            label: `${title}, ${counterpart}${endsOn ? `, sampai ${formatDate(endsOn)}` : ''}`,
          }))}
          optional
        />
      )}
    </>
  )
}
