import { getFormProps } from '@conform-to/react'
import { type Answer, answerFor } from '~/ui/answer-for'
import { ErrorSummary, Form, SelectField, SubmitButton, TextArea, TextField } from '~/ui/form'
import { useFormOf } from '~/ui/use-form-of'
import { postWords } from '../groups.messages'
import type { Post } from '../groups.schema'
import { proposeSchema } from '../supervise.schema'

/** Names the successor of a chair: by the chair, or by the office. */
export function ProposeForm({
  id,
  members,
  answer,
  byOffice = false,
}: {
  /** Of the handover to be: sending the form twice starts one. */
  id: string
  members: { id: string; name: string; post: Post }[]
  answer: Answer
  byOffice?: boolean
}) {
  const [form, fields] = useFormOf(proposeSchema, {
    id: 'serah-terima',
    lastResult: answerFor(answer, 'propose'),
    defaultValue: { id },
  })
  const others = members.filter(({ post }) => post !== 'ketua')
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary
        form={form}
        labels={{ memberId: 'Calon ketua', name: 'Nama', contact: 'Kontak calon ketua', reason: 'Alasan' }}
      />
      <input type="hidden" name="intent" value="propose" />
      <input type="hidden" name="id" value={fields.id.initialValue ?? id} />
      <SelectField
        field={fields.memberId}
        label="Calon ketua dari pengurus"
        placeholder="Orang lain (tulis namanya di bawah)"
        options={others.map((member) => ({
          value: member.id,
          label: `${member.name}, ${postWords[member.post].toLowerCase()}`,
        }))}
      />
      <TextField
        field={fields.name}
        label="Nama, bila bukan pengurus"
        optional
        autoComplete="off"
        maxLength={80}
      />
      <TextField
        field={fields.contact}
        label="Nomor HP atau e-mail calon ketua"
        hint="Tautan undangan tampil sekali untuk dikirim lewat WhatsApp; bila e-mail, juga dikirim ke sana."
        autoComplete="off"
      />
      <TextArea
        field={fields.reason}
        label="Alasan pergantian"
        rows={3}
        hint={
          byOffice
            ? 'Misalnya ketua meninggal atau tidak dapat dihubungi.'
            : 'Misalnya masa bakti selesai, sesuai musyawarah.'
        }
      />
      <SubmitButton variant={byOffice ? 'secondary' : 'primary'}>Mulai serah terima</SubmitButton>
    </Form>
  )
}
