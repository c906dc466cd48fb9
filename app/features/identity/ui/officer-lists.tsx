import { Badge, EmptyState } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { ActionButton } from '~/ui/form'
import { formatDay } from '~/ui/format'
import { Link } from '~/ui/link'
import type { OfficerRow, OpenInvitationRow } from '../officers.queries.server'

/** People who hold an office, each with the way to end it. */
export function OfficerTable({ officers, linked = false }: { officers: OfficerRow[]; linked?: boolean }) {
  if (officers.length === 0) {
    return (
      <EmptyState title="Belum ada petugas">
        Petugas muncul di sini sesudah menerima undangan. Undang yang pertama lewat formulir di halaman ini.
      </EmptyState>
    )
  }
  return (
    <DataTable
      caption="Petugas"
      keyOf={({ grantId }) => grantId}
      rows={officers}
      columns={[
        {
          header: 'Nama',
          cell: ({ name, accountId, disabled }) => (
            <>
              {linked ? <Link to={`/admin/akun/${accountId}`}>{name}</Link> : name}{' '}
              {disabled && <Badge>dinonaktifkan</Badge>}
            </>
          ),
        },
        { header: 'Peran dan wilayah', cell: (row) => <Office {...row} /> },
        { header: 'Kontak', cell: ({ contact }) => contact },
        { header: 'Sejak', cell: ({ since }) => <Day at={since} /> },
        {
          header: 'Tindakan',
          cell: ({ grantId, name, role }) => <EndGrant grantId={grantId} label={`peran ${role} ${name}`} />,
        },
      ]}
    />
  )
}

function Office({ role, where }: { role: string; where: string }) {
  return (
    <>
      {role}
      <span className="block text-sm text-soft">{where}</span>
    </>
  )
}

function Day({ at }: { at: number }) {
  return <span className="whitespace-nowrap">{formatDay(at)}</span>
}

/** Ending a role asks once more, without a script. */
export function EndGrant({ grantId, label }: { grantId: string; label: string }) {
  return (
    <Fold look="plain" label="Akhiri" about={` ${label}`}>
      <p className="my-2 max-w-56 text-left text-sm">Berlaku seketika. Akunnya tetap ada.</p>
      <ActionButton values={{ intent: 'end', grantId }} variant="danger">
        Ya, akhiri
      </ActionButton>
    </Fold>
  )
}

/** Invitations that nobody has accepted yet. */
export function InvitationTable({ open }: { open: OpenInvitationRow[] }) {
  if (open.length === 0) return <p className="text-soft">Tidak ada undangan yang menunggu jawaban.</p>
  return (
    <DataTable
      caption="Undangan yang menunggu jawaban"
      keyOf={({ id }) => id}
      rows={open}
      columns={[
        { header: 'Nama', cell: ({ name }) => name },
        { header: 'Peran dan wilayah', cell: (row) => <Office {...row} /> },
        { header: 'Kontak', cell: ({ contact }) => contact },
        { header: 'Diundang oleh', cell: ({ inviter }) => inviter },
        { header: 'Berlaku sampai', cell: ({ expiresAt }) => <Day at={expiresAt} /> },
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
