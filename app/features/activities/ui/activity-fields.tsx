import type { FieldMetadata, FormMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Fold } from '~/ui/fold'
import { CheckboxField, FieldError, fieldOf, SelectField, TextArea, TextField } from '~/ui/form'
import { channelNames, functionWords, reachSourceWords, verdictWords } from '../activities.messages'
import { foldedFields } from '../activity-form.fields'
import { activityFunctions, type Channel, channels, reachSources, verdicts } from '../activity-kinds'

interface ActivityFieldsProps {
  /** Of the new or of the edited form: the same but for their ids. */
  fields: Record<string, FieldMetadata>
  platforms: Record<Channel, FieldMetadata>
  links: Record<Channel, FieldMetadata>
  form: Pick<FormMetadata, 'id'>
  topics: { code: string; name: string }[]
  zone: string
  today: string
  /** Where photos are chosen; the edited form has none. */
  photos?: ReactNode
}

/** What is asked about an activity: the essentials first, the rest folded until it holds something or is at fault. */
export function ActivityFields({
  fields,
  platforms,
  links,
  form,
  topics,
  zone,
  today,
  photos,
}: ActivityFieldsProps) {
  const field = (name: string) => fieldOf(fields, name)
  return (
    <>
      <TextField
        field={field('title')}
        label="Apa yang dikerjakan"
        hint="Misalnya: Sosialisasi cek kesehatan gratis di balai kampung"
        maxLength={120}
        autoComplete="off"
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField type="date" field={field('localDate')} label={`Tanggal (${zone})`} max={today} />
        <SelectField
          field={field('topicCode')}
          label="Topik"
          options={topics.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <Choices
        field={field('functions')}
        form={form}
        legend="Fungsi KIM"
        hint="Centang yang sesuai, boleh lebih dari satu."
      >
        <div className="grid gap-x-6 sm:grid-cols-2 [&>div]:my-0">
          {activityFunctions.map((name) => (
            <CheckboxField
              key={name}
              field={field('functions')}
              value={name}
              label={functionWords[name].label}
              hint={functionWords[name].meaning}
            />
          ))}
        </div>
      </Choices>
      <Choices
        field={field('channels')}
        form={form}
        legend="Saluran"
        hint="Lewat mana informasinya sampai kepada warga. Nama media dan tautannya boleh kosong."
      >
        <div className="divide-y divide-line border-y border-line">
          {channels.map((channel) => (
            <div key={channel} className="group/use grid items-start gap-x-4 py-1 sm:grid-cols-[11rem_1fr]">
              <div className="[&>div]:my-0">
                <CheckboxField field={field('channels')} value={channel} label={channelNames[channel]} />
              </div>
              <div
                className={`grid gap-x-4 pb-2 sm:grid-cols-2 ${links[channel]?.errors ? '' : 'group-has-[[type=checkbox]:not(:checked)]/use:hidden'} [&>div]:my-1`}
              >
                <TextField
                  field={platforms[channel]}
                  label={<Small of={channel}>Nama media atau tempat</Small>}
                  maxLength={80}
                  autoComplete="off"
                />
                <TextField
                  field={links[channel]}
                  label={<Small of={channel}>Tautan</Small>}
                  inputMode="url"
                  maxLength={300}
                  autoComplete="off"
                />
              </div>
            </div>
          ))}
        </div>
      </Choices>
      {photos}
      <CheckboxField
        field={field('isPublic')}
        label={<strong>Boleh dibaca umum</strong>}
        hint="Sesudah dikonfirmasi dinas, kegiatan ini punya halaman sendiri yang dapat dibagikan. Pastikan orang di foto setuju. Boleh diubah kapan saja."
      />
      <Fold
        look="box"
        label="Lengkapi (boleh nanti)"
        open={foldedFields.some((name) => isFilled(field(name)))}
        className="my-6"
      >
        <p className="text-sm text-soft">
          Cerita, jangkauan, yang hadir, mitra, klarifikasi hoaks. Semuanya boleh diisi kemudian lewat “Ubah”.
        </p>
        <TextArea field={field('story')} label="Cerita singkat" rows={4} optional />
        <div className="grid gap-x-6 sm:grid-cols-2">
          <TextField
            field={field('reach')}
            label="Orang yang dijangkau"
            inputMode="numeric"
            autoComplete="off"
            optional
          />
          <SelectField
            field={field('reachSource')}
            label="Dari mana angkanya"
            optional
            options={reachSources.map((value) => ({ value, label: reachSourceWords[value] }))}
          />
        </div>
        <CheckboxField field={field('reachEstimated')} label="Angka jangkauan ini perkiraan" />
        <div className="grid gap-x-6 sm:grid-cols-2">
          <TextField
            field={field('men')}
            label="Laki-laki hadir"
            inputMode="numeric"
            autoComplete="off"
            optional
          />
          <TextField
            field={field('women')}
            label="Perempuan hadir"
            inputMode="numeric"
            autoComplete="off"
            optional
          />
        </div>
        <TextField
          field={field('partners')}
          label="Mitra"
          hint="Misalnya: Puskesmas Timika, PKK, Babinsa"
          maxLength={300}
          autoComplete="off"
          optional
        />
        <HoaxFields field={field} />
      </Fold>
    </>
  )
}

function Small({ of, children }: { of: Channel; children: string }) {
  return (
    <span className="text-sm font-normal text-soft">
      {children}
      <span className="sr-only"> untuk {channelNames[of]}</span>
    </span>
  )
}

function Choices({
  field,
  form,
  legend,
  hint,
  children,
}: {
  field: FieldMetadata
  form: Pick<FormMetadata, 'id'>
  legend: string
  hint: string
  children: ReactNode
}) {
  return (
    <fieldset
      id={`${form.id}-${field.name}`}
      tabIndex={-1}
      className="my-6"
      aria-describedby={`${field.id}-petunjuk${field.errors ? ` ${field.errorId}` : ''}`}
    >
      <legend className="mb-1 font-semibold">{legend}</legend>
      <p id={`${field.id}-petunjuk`} className="mb-1.5 text-sm text-soft">
        {hint}
      </p>
      <FieldError field={field} />
      {children}
    </fieldset>
  )
}

function HoaxFields({ field }: { field: (name: string) => FieldMetadata }) {
  return (
    <fieldset className="my-6 border-t border-line pt-4">
      <legend className="float-left w-full font-semibold">Klarifikasi hoaks</legend>
      <p className="clear-both text-sm text-soft">
        Hanya bila kegiatan ini meluruskan kabar yang beredar. Bila satu diisi, keempatnya diisi.
      </p>
      <TextArea field={field('hoaxClaim')} label="Isi kabar" rows={2} optional />
      <TextField
        field={field('hoaxWhere')}
        label="Beredar di mana"
        hint="Misalnya: grup WhatsApp warga"
        maxLength={200}
        autoComplete="off"
        optional
      />
      <SelectField
        field={field('hoaxVerdict')}
        label="Hasil pemeriksaan"
        optional
        options={verdicts.map((value) => ({ value, label: verdictWords[value] }))}
      />
      <TextField
        field={field('hoaxReference')}
        label="Rujukan"
        hint="Tautan atau nama sumber keterangan yang benar."
        maxLength={300}
        autoComplete="off"
        optional
      />
    </fieldset>
  )
}

function isFilled({ initialValue, errors }: { initialValue?: unknown; errors?: string[] }): boolean {
  return Boolean(errors) || (typeof initialValue === 'string' && initialValue !== '')
}
