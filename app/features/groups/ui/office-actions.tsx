import { getFormProps } from '@conform-to/react'
import { type Answer, answerFor } from '~/ui/answer-for'
import { Fold } from '~/ui/fold'
import { CheckboxField, ErrorSummary, Form, SubmitButton, TextArea, TextField } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import type { GroupStatus } from '../groups.state'
import {
  closeSchema,
  inviteChairSchema,
  nationalNumberSchema,
  reactivateSchema,
  reissueSchema,
  suspendSchema,
} from '../supervise.schema'

interface Subject {
  version: number
  name: string
  status: GroupStatus
  nationalNumber: string | null
}

interface Acting {
  group: Subject
  answer: Answer
  /** The first local date on which a suspension may end. */
  tomorrow: string
}

/** What an officer of the group's regency may do with it. Closing stands last and apart. */
export function OfficeActions({ chairHasAccount, ...props }: Acting & { chairHasAccount: boolean }) {
  return (
    <>
      {!chairHasAccount && <InviteChair {...props} />}
      <Reissue {...props} />
      <NationalNumber {...props} />
      {props.group.status === 'registered' && <Suspend {...props} />}
      {props.group.status === 'suspended' && <Reactivate {...props} />}
      <Close {...props} />
    </>
  )
}

function Hidden({ intent, version }: { intent: string; version?: number }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
    </>
  )
}

function isAnswered(answer: Answer, intent: string): boolean {
  return answer?.result.initialValue?.intent === intent
}

function InviteChair({ answer }: Acting) {
  const [form, fields] = useFormOf(inviteChairSchema, {
    id: 'undang',
    lastResult: answerFor(answer, 'inviteChair'),
  })
  return (
    <Fold look="row" label="Undang ketua membuat akun" open={isAnswered(answer, 'inviteChair')}>
      <p className="text-soft">
        KIM ini dientri dari kertas atau diimpor. Dengan akun, ketua dapat mengurus datanya sendiri.
      </p>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ contact: 'Kontak ketua' }} />
        <Hidden intent="inviteChair" />
        <TextField
          field={fields.contact}
          label="Nomor HP atau e-mail ketua"
          hint="Tautan undangan tampil sekali untuk dikirim lewat WhatsApp; bila e-mail, juga dikirim ke sana."
          autoComplete="off"
        />
        <SubmitButton variant="secondary">Buat undangan</SubmitButton>
      </Form>
    </Fold>
  )
}

function Reissue({ group, answer }: Acting) {
  const [form, fields] = useFormOf(reissueSchema, {
    id: 'terbit',
    lastResult: answerFor(answer, 'reissue'),
    defaultValue: { name: group.name },
  })
  return (
    <Fold look="row" label="Terbitkan ulang Tanda Daftar" open={isAnswered(answer, 'reissue')}>
      <p className="text-soft">
        Membuat versi baru dengan data hari ini. Versi lama tidak berlaku lagi, dan itu terlihat saat nomornya
        dicek.
      </p>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ name: 'Nama KIM', reason: 'Alasan' }} />
        <Hidden intent="reissue" version={group.version} />
        <TextField field={fields.name} label="Nama KIM" hint="Perbaiki di sini bila salah tulis." />
        <TextArea field={fields.reason} label="Alasan" rows={2} />
        <SubmitButton variant="secondary">Terbitkan ulang</SubmitButton>
      </Form>
    </Fold>
  )
}

function NationalNumber({ group, answer }: Acting) {
  const [form, fields] = useFormOf(nationalNumberSchema, {
    id: 'induk',
    lastResult: answerFor(answer, 'nationalNumber'),
    defaultValue: { nationalNumber: group.nationalNumber ?? '' },
  })
  const typed = fields.nationalNumber.value?.trim() ?? ''
  const unusual = typed !== '' && !/^\d{12}$/.test(typed)
  return (
    <Fold look="row" label="Isi nomor induk nasional" open={isAnswered(answer, 'nationalNumber')}>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ nationalNumber: 'Nomor induk nasional' }} />
        <Hidden intent="nationalNumber" version={group.version} />
        <TextField
          field={fields.nationalNumber}
          label="Nomor induk nasional"
          optional
          hint="Diterbitkan kementerian, biasanya 12 angka. Kosongkan untuk menghapusnya."
          autoComplete="off"
        />
        {unusual && <CheckboxField field={fields.sure} label="Memang begitu tertulis; simpan" />}
        <SubmitButton variant="secondary">Simpan nomor</SubmitButton>
      </Form>
    </Fold>
  )
}

function Suspend({ group, answer, tomorrow }: Acting) {
  const [form, fields] = useFormOf(suspendSchema, { id: 'beku', lastResult: answerFor(answer, 'suspend') })
  return (
    <Fold look="row" label="Bekukan sementara" open={isAnswered(answer, 'suspend')}>
      <p className="text-soft">
        Ketua diberi tahu dan membaca alasannya. Siapa pun yang mengecek nomornya melihat bahwa KIM ini sedang
        dibekukan, tanpa alasannya.
      </p>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ until: 'Berakhir pada', reason: 'Alasan' }} />
        <Hidden intent="suspend" version={group.version} />
        <TextArea field={fields.reason} label="Alasan" rows={3} />
        <TextField
          type="date"
          field={fields.until}
          label="Berakhir pada"
          hint="Mulai tanggal ini KIM terdaftar kembali dengan sendirinya."
          min={tomorrow}
        />
        <SubmitButton variant="secondary">Bekukan sampai tanggal itu</SubmitButton>
      </Form>
    </Fold>
  )
}

function Reactivate({ group, answer }: Acting) {
  const [form] = useFormOf(reactivateSchema, { id: 'aktif', lastResult: answerFor(answer, 'reactivate') })
  return (
    <Fold look="row" label="Cabut pembekuan" open={isAnswered(answer, 'reactivate')}>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <Hidden intent="reactivate" version={group.version} />
        <p className="mb-3 text-soft">KIM terdaftar kembali mulai sekarang, dan ketuanya diberi tahu.</p>
        <SubmitButton variant="secondary">Cabut pembekuan sekarang</SubmitButton>
      </Form>
    </Fold>
  )
}

function Close({ group, answer }: Acting) {
  const [form, fields] = useFormOf(closeSchema, { id: 'tutup', lastResult: answerFor(answer, 'close') })
  return (
    <Fold look="row" label="Tutup KIM ini" open={isAnswered(answer, 'close')}>
      <p className="text-soft">
        Untuk KIM yang bubar. <strong className="text-ink">Tidak dapat dibatalkan:</strong> nomornya tidak
        dipakai lagi, dan datanya hanya dapat dibaca.
      </p>
      <Form {...getFormProps(form)}>
        <ErrorSummary form={form} labels={{ reason: 'Alasan' }} />
        <Hidden intent="close" version={group.version} />
        <TextArea field={fields.reason} label="Alasan" rows={3} />
        <CheckboxField field={fields.sure} label={`Ya, tutup ${group.name} untuk selamanya`} />
        <SubmitButton variant="danger">Tutup KIM</SubmitButton>
      </Form>
    </Fold>
  )
}
