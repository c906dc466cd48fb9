import { type Column, DataTable } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { Section } from '~/ui/page'
import { type Lateness, queuePath } from '../queue.schema'
import type { WaitingRow } from '../waiting.queries.server'

/** For officers on the map of their region: which applications wait there now, and how long already. */
export function WaitingSection({ rows, belowWords }: { rows: WaitingRow[]; belowWords: string }) {
  const number = (header: string, lateness: Lateness): Column<WaitingRow> => ({
    header,
    numeric: true,
    cell: ({ code, name, many }) =>
      many[lateness] === 0 ? (
        <span className="text-soft">0</span>
      ) : (
        <Link
          to={queuePath({ tahap: 'semua', lewat: lateness, wilayah: code })}
          aria-label={`${formatNumber(many[lateness])} permohonan di ${name}: ${header.toLowerCase()}`}
          className={`inline-flex min-h-11 items-center max-sm:-my-2.5 sm:min-h-0 ${lateness === 'belum' ? '' : 'font-semibold text-red-700'}`}
        >
          {formatNumber(many[lateness])}
        </Link>
      ),
  })
  const columns: Column<WaitingRow>[] = [
    { header: belowWords, cell: ({ name }) => name },
    number('Belum lewat batas', 'belum'),
    number('Lewat batas', '1'),
    number('Di antaranya lewat dua kali batas', '2'),
  ]
  const total = (lateness: Lateness) => rows.reduce((sum, { many }) => sum + many[lateness], 0)
  return (
    <Section title="Permohonan menunggu">
      <p className="mb-3 max-w-prose text-soft">
        Hanya terlihat oleh petugas, hanya untuk wilayah yang Anda periksa, dan selalu keadaan sekarang.
        {rows.length > 0 &&
          ` ${formatNumber(total('belum') + total('1'))} permohonan menunggu atau sedang diperiksa, ${formatNumber(total('1'))} di antaranya lewat batas waktu.`}
      </p>
      {rows.length === 0 ? (
        <p>Tidak ada permohonan yang menunggu di sini.</p>
      ) : (
        <DataTable
          caption="Permohonan yang menunggu atau sedang diperiksa, menurut batas waktunya"
          columns={columns}
          rows={rows}
          keyOf={({ code }) => code}
        />
      )}
    </Section>
  )
}
