import { Callout } from '~/ui/callout'
import { LineTrend } from '~/ui/chart/line-trend'
import { MonthBars } from '~/ui/chart/month-bars'
import { DataTable, Facts } from '~/ui/data'
import { Fold } from '~/ui/fold'
import { Section } from '~/ui/page'
import { belowRow, cellWords, type Definition, type DocumentRow } from '../document'
import type { ChartDrawing } from '../document-charts'
import type { ShownTable } from '../preview.queries.server'

/** The tables of an output as a page shows them. */
export function DocumentTables({ tables }: { tables: ShownTable[] }) {
  return tables.map((table) => (
    <Section key={table.key} title={table.title}>
      {table.lead && <p className="mb-3 max-w-prose text-soft">{table.lead}</p>}
      {table.drawings.length > 0 && <Charts drawings={table.drawings} />}
      {table.rows.length === 0 ? (
        <p className="text-soft">Belum ada yang dapat ditampilkan di sini untuk pilihan ini.</p>
      ) : (
        <DataTable
          caption={table.title}
          rows={table.rows.filter(({ isTotal }) => !isTotal)}
          total={table.rows.find(({ isTotal }) => isTotal)}
          keyOf={(row) => row.key}
          columns={table.columns.flatMap(({ header, kind, isBelow }, at) =>
            isBelow
              ? []
              : {
                  header,
                  numeric: kind === 'count' || kind === 'money' || kind === 'percent',
                  cell: (row: DocumentRow) => (
                    <>
                      {cellWords(kind, row.cells[at] ?? null)}
                      {at === 0 && <Below told={belowRow(table.columns, row)} />}
                    </>
                  ),
                },
          )}
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

function Below({ told }: { told: ReturnType<typeof belowRow> }) {
  if (told.length === 0) return null
  return (
    <Fold look="plain" label="Rincian" className="text-sm font-normal sm:[&>summary]:min-h-0">
      <dl className="text-sm">
        {told.map(({ header, words }) => (
          <div key={header}>
            <dt className="inline text-soft">{header}: </dt>
            <dd className="inline whitespace-pre-line">{words}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  )
}

function Charts({ drawings }: { drawings: ChartDrawing[] }) {
  return (
    <div className="mb-4 grid gap-x-12 gap-y-6 lg:grid-cols-2">
      {drawings.map((chart) =>
        chart.kind === 'lines' ? (
          <LineTrend key={chart.title} {...chart} />
        ) : (
          <MonthBars key={chart.title} {...chart} />
        ),
      )}
    </div>
  )
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
