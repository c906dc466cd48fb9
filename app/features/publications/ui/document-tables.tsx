import { Callout } from '~/ui/callout'
import { DataTable, Facts } from '~/ui/data'
import { Section } from '~/ui/page'
import { cellWords, type Definition, type DocumentRow } from '../document'
import type { ShownTable } from '../preview.queries.server'

/** The tables of an output as a page shows them. */
export function DocumentTables({ tables }: { tables: ShownTable[] }) {
  return tables.map((table) => (
    <Section key={table.key} title={table.title}>
      {table.lead && <p className="mb-3 max-w-prose text-soft">{table.lead}</p>}
      {table.rows.length === 0 ? (
        <p className="text-soft">Belum ada yang dapat ditampilkan di sini untuk pilihan ini.</p>
      ) : (
        <DataTable
          caption={table.title}
          rows={table.rows.filter(({ isTotal }) => !isTotal)}
          total={table.rows.find(({ isTotal }) => isTotal)}
          keyOf={(row) => row.key}
          columns={table.columns.map(({ header, kind }, at) => ({
            header,
            numeric: kind === 'count' || kind === 'money' || kind === 'percent',
            cell: (row: DocumentRow) => cellWords(kind, row.cells[at] ?? null),
          }))}
        />
      )}
      {table.hasMore && (
        <p className="mt-3 text-soft">
          Halaman ini menampilkan {table.rows.length} baris pertama. Daftar lengkapnya ada di berkas XLSX dan
          CSV setelah diterbitkan.
        </p>
      )}
    </Section>
  ))
}

export function Warnings({ warnings }: { warnings: string[] }) {
  return warnings.map((words) => (
    <Callout key={words} tone="wait">
      {words}
    </Callout>
  ))
}

export function Definitions({ definitions }: { definitions: Definition[] }) {
  return (
    <Section title="Pengertian">
      <Facts items={definitions.map(({ term, words }) => ({ term, value: words }))} />
    </Section>
  )
}
