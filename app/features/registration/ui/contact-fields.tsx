import type { FieldMetadata } from '@conform-to/react'
import { channelWords } from '~/features/groups/groups.messages'
import { type ChannelKind, channelKinds } from '~/features/groups/groups.schema'
import { CheckboxField, TextField } from '~/ui/form'

// biome-ignore lint/suspicious/noExplicitAny: the fields of any form that holds a contact
type AnyField = FieldMetadata<any, any, string[]>
type Fields = Record<
  ChannelKind | 'publicChannels' | 'publicChairName' | 'publicAddress' | 'publicLocation',
  AnyField
>

const hints: Record<ChannelKind, string> = {
  email: 'Misalnya kim.nawaripi@contoh.id',
  whatsapp: 'Misalnya 0812 3456 7890',
  website: 'Misalnya https://contoh.id',
  instagram: 'Nama akun atau alamatnya, misalnya @kim.nawaripi',
  facebook: 'Nama halaman atau alamatnya, misalnya facebook.com/kimnawaripi',
  youtube: 'Nama kanal atau alamatnya, misalnya @kimnawaripi',
  tiktok: 'Nama akun atau alamatnya, misalnya @kimnawaripi',
  x: 'Nama akun atau alamatnya, misalnya @kimnawaripi',
}

/** Each channel with its own consent, then consent for the other things that may be public. Nothing is ticked beforehand. */
export function ContactFields({ fields }: { fields: Fields }) {
  return (
    <>
      {channelKinds.map((kind) => (
        <div key={kind} className="border-b border-line">
          <TextField
            field={fields[kind]}
            label={channelWords[kind]}
            hint={hints[kind]}
            type={kind === 'email' ? 'email' : kind === 'whatsapp' ? 'tel' : 'text'}
            autoComplete="off"
            optional
          />
          <CheckboxField
            field={fields.publicChannels}
            value={kind}
            label={`Tampilkan ${channelWords[kind]} untuk umum`}
          />
        </div>
      ))}
      <fieldset className="mt-8">
        <legend className="text-xl font-semibold">Yang juga boleh dilihat umum</legend>
        <p className="mt-1 text-soft">
          Nama kelompok, desa, nomor dan status selalu terbuka, karena itu isi register. Yang di bawah ini
          hanya tampil bila dicentang, dan dapat ditarik kembali kapan saja (UU 27/2022).
        </p>
        <CheckboxField field={fields.publicChairName} label="Nama ketua" />
        <CheckboxField field={fields.publicAddress} label="Alamat sekretariat" />
        <CheckboxField field={fields.publicLocation} label="Letak kira-kira di peta" />
      </fieldset>
    </>
  )
}
