import type { ReactNode } from 'react'
import { type Column, DataTable } from '~/ui/data'
import { formatNumber } from '~/ui/format'
import { Link } from '~/ui/link'
import { classWords, followUpWords } from '../mapping.messages'
import { followUps, rowClasses, rowsHref } from '../mapping.schema'
import type { DistrictLine } from '../mapping-screen.queries.server'

/** Districts down, classes and follow-ups across; each number opens its list. */
export function DistrictMatrix({
  home,
  districtsWord,
  villagesWord,
  lines,
  sum,
}: {
  home: string
  districtsWord: string
  villagesWord: string
  lines: DistrictLine[]
  sum: Omit<DistrictLine, 'code' | 'name'>
}) {
  const rows = [...lines, { ...sum, code: '', name: 'Jumlah' }]
  const list = `${home}/daftar`
  const counted = (value: number, to: string): ReactNode =>
    value === 0 ? (
      <span className="text-soft">0</span>
    ) : (
      <Link to={to} className="inline-flex min-h-11 items-center justify-end sm:min-h-0">
        {formatNumber(value)}
      </Link>
    )
  const columns: Column<DistrictLine>[] = [
    {
      header: districtsWord,
      cell: ({ code, name }) => (code ? <Link to={rowsHref(list, { kecamatan: code })}>{name}</Link> : name),
    },
    {
      header: `${villagesWord} tanpa kelompok`,
      numeric: true,
      cell: ({ code, empty, villages }) => (
        <>
          {counted(empty, `${home}/desa-kosong${code && `?kecamatan=${code}`}`)}
          <span className="block text-sm text-soft max-sm:inline"> dari {formatNumber(villages)}</span>
        </>
      ),
    },
    ...rowClasses.map(
      (one): Column<DistrictLine> => ({
        header: classWords[one].short,
        numeric: true,
        cell: ({ code, classes }) => counted(classes[one], rowsHref(list, { kecamatan: code, kelas: one })),
      }),
    ),
    ...followUps.map(
      (one): Column<DistrictLine> => ({
        header: followUpWords[one].label,
        numeric: true,
        cell: ({ code, followUps: proposed }) =>
          counted(proposed[one], rowsHref(list, { kecamatan: code, tindak: one })),
      }),
    ),
  ]
  return (
    <DataTable
      caption="Kelompok menurut kelas dan usulan tindak lanjut"
      columns={columns}
      rows={rows}
      keyOf={({ code }) => code}
    />
  )
}
