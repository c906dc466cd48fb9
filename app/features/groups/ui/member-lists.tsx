import { getFormProps } from '@conform-to/react'
import { type Answer, answerFor } from '~/ui/answer-for'
import { Badge } from '~/ui/callout'
import { type Column, DataTable } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ActionButton, ErrorSummary, Form, SelectField, SubmitButton, TextField } from '~/ui/form'
import { formatDay } from '~/ui/format'
import { useFormOf } from '~/ui/use-form-of'
import { postWords } from '../groups.messages'
import type { membersScreen } from '../members.queries.server'
import { inviteMemberSchema, memberPosts } from '../members.schema'

type Screen = Awaited<ReturnType<typeof membersScreen>>
type Member = Screen['members'][number]

/** Who may act for the group; its chair may end it for all others. */
export function MemberTable({ members, me, zone, mayChange }: Omit<Screen, 'group' | 'open'>) {
  const columns: Column<Member>[] = [
    {
      header: 'Nama',
      cell: ({ accountId, name, status }) => (
        <>
          {name} {accountId === me && <Badge>Anda</Badge>}
          {status !== 'active' && <Badge>dinonaktifkan</Badge>}
        </>
      ),
    },
    { header: 'Jabatan', cell: ({ post }) => postWords[post ?? 'anggota'] },
    { header: 'Sejak', cell: ({ since }) => formatDay(since, zone) },
  ]
  const ending: Column<Member> = {
    header: 'Tindakan',
    cell: ({ accountId, name }) =>
      accountId === me ? (
        <span className="text-soft">lewat serah terima ketua</span>
      ) : (
        <Fold look="plain" label="Akhiri akses" about={` ${name}`}>
          <p className="my-2 max-w-56 text-left text-sm">
            {name} tidak dapat lagi mencatat untuk kelompok ini, berlaku seketika. Kegiatan yang sudah dicatat
            tetap ada.
          </p>
          <ActionButton values={{ intent: 'end', accountId }} variant="danger">
            Ya, akhiri akses
          </ActionButton>
        </Fold>
      ),
  }
  return (
    <DataTable
      caption="Yang boleh mencatat"
      keyOf={({ accountId }) => accountId}
      rows={members}
      columns={mayChange ? [...columns, ending] : columns}
    />
  )
}

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ open, zone }: Pick<Screen, 'open' | 'zone'>) {
  if (open.length === 0) return <p className="text-soft">Tidak ada undangan yang menunggu jawaban.</p>
  return (
    <DataTable
      caption="Undangan yang menunggu jawaban"
      keyOf={({ id }) => id}
      rows={open}
      columns={[
        { header: 'Nama', cell: ({ name }) => name },
        { header: 'Jabatan', cell: ({ post }) => postWords[post ?? 'anggota'] },
        { header: 'Berlaku sampai', cell: ({ expiresAt }) => formatDay(expiresAt, zone) },
        {
          header: 'Tindakan',
          cell: ({ id, name }) => (
            <ActionButton values={{ intent: 'revoke', invitationId: id }}>
              Batalkan<span className="sr-only"> undangan {name}</span>
            </ActionButton>
          ),
        },
      ]}
    />
  )
}

/** Asks a person to act for the group. */
export function InviteMemberForm({ id, answer }: { id: string; answer: Answer }) {
  const [form, fields] = useFormOf(inviteMemberSchema, {
    id: `undang-${id}`,
    lastResult: answerFor(answer, 'invite'),
    defaultValue: { id, post: 'anggota' },
  })
  return (
    <Form {...getFormProps(form)}>
      <ErrorSummary form={form} labels={{ name: 'Nama', contact: 'Nomor HP atau e-mail', post: 'Jabatan' }} />
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name={fields.id.name} defaultValue={fields.id.initialValue} />
      <TextField field={fields.name} label="Nama anggota" autoComplete="off" maxLength={80} />
      <TextField
        field={fields.contact}
        label="Nomor HP atau e-mail anggota"
        optional
        hint="Dengan e-mail, tautan dikirim ke sana. Tautan juga tampil sekali untuk dikirim lewat WhatsApp."
        autoComplete="off"
      />
      <SelectField
        field={fields.post}
        label="Jabatan"
        hint="Sekretaris juga mengurus profil dan laporan. Daftar pengurus tidak berubah."
        options={memberPosts.map((post) => ({ value: post, label: postWords[post] }))}
      />
      <SubmitButton>Buat undangan</SubmitButton>
    </Form>
  )
}
