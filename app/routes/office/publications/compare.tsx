import { useLoaderData } from '@remix-run/react'
import { type Compared, compareScreen } from '~/features/publications/compare.queries.server'
import { type ColumnKind, cellWords } from '~/features/publications/document'
import { publicationParams } from '~/features/publications/publications.schema'
import { pageLoader } from '~/routes/door'
import { DataTable } from '~/ui/data'
import { Page, Section } from '~/ui/page'

export const meta = () => [{ title: 'Bandingkan dengan hari ini · Simpul KIM' }]

export const handle = { scripts: false }

export const loader = pageLoader(
  { access: { can: 'publication.read' }, params: publicationParams },
  ({ params, actor, services }) => compareScreen(services, actor, params.publicationId),
)

export default function PublicationCompare() {
  const { id, number, title, place, was, is, tables } = useLoaderData<typeof loader>()
  return (
    <Page
      wide
      title="Bandingkan dengan hari ini"
      lead={`${title}, ${place}. Di dokumen ${number}: ${was}. Sekarang: ${is}.`}
      back={{ to: `/dinas/rekap/dokumen/${id}`, label: `Dokumen ${number}` }}
    >
      <p className="max-w-prose text-soft">
        Tiap angka ditulis dari dokumen → hari ini, dengan selisihnya di bawah. Dokumennya sendiri tidak
        berubah.
      </p>
      {tables.map((table) => (
        <Section key={table.key} title={table.title}>
          <DataTable
            caption={`${table.title}: dokumen dan hari ini`}
            rows={table.rows}
            keyOf={(row) => row.key}
            columns={[
              {
                header: 'Nama',
                cell: (row) => (row.isTotal ? <strong>{row.name}</strong> : row.name),
              },
              ...table.headers.map(({ header, kind }, at) => ({
                header,
                numeric: true,
                cell: (row: (typeof table.rows)[number]) => <Cell kind={kind} of={row.cells[at]} />,
              })),
            ]}
          />
        </Section>
      ))}
    </Page>
  )
}

function Cell({ kind, of }: { kind: ColumnKind; of: Compared | undefined }) {
  if (!of) return '–'
  const changed = /^[+−]/.test(of.difference)
  return (
    <>
      <span className="whitespace-nowrap">
        {cellWords(kind, of.was)} → {cellWords(kind, of.is)}
      </span>
      <span className={`block text-sm ${changed ? 'font-semibold text-amber-700' : 'text-soft'}`}>
        {of.difference}
      </span>
    </>
  )
}
