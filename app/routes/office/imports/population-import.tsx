import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellPlace } from '~/features/imports/ui/cell-place'
import { applyPopulation, discardPopulation } from '~/features/population/decide-population.server'
import { populationStatusWords } from '~/features/population/population.messages'
import { populationImportScreen } from '~/features/population/population.queries.server'
import { PopulationImportId, populationImportForm } from '~/features/population/population.schema'
import { formAction, pageLoader } from '~/routes/door'
import { redirectSaying } from '~/routes/flash.server'
import { Callout } from '~/ui/callout'
import { DataTable } from '~/ui/data'
import { ActionButton } from '~/ui/form'
import { formatNumber } from '~/ui/format'
import { Page, Section } from '~/ui/page'
import { Refusal } from '~/ui/refusal'

export { shouldRevalidate } from '~/routes/ask-again'

export const meta = () => [{ title: 'Periksa angka penduduk · Simpul KIM' }]

const params = z.object({ populationImportId: PopulationImportId })

export const loader = pageLoader(
  { access: { can: 'population.import' }, params },
  ({ params: { populationImportId }, actor, services }) =>
    populationImportScreen(services, actor, populationImportId),
)

export const action = formAction(
  { access: { can: 'population.import' }, params, schema: populationImportForm },
  async ({ params: { populationImportId: importId }, value, actor, services, requestId }) => {
    const deciding = { actor, requestId, importId, version: value.version }
    if (value.intent === 'discard') {
      await discardPopulation(services, deciding)
      return redirectSaying('/dinas/penduduk', 'Berkas dibuang. Tidak ada angka yang berubah.')
    }
    const count = await applyPopulation(services, deciding)
    return redirectSaying(
      `/dinas/penduduk/${importId}`,
      `Angka ${formatNumber(count)} wilayah sekarang berlaku dan dipakai di rekap.`,
    )
  },
)

export default function PopulationImport() {
  const screen = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { status, problemCount, problems, sheet, rows, rowCount, version } = screen
  const open = status === 'checked'
  return (
    <Page
      wide
      title={screen.fileName}
      lead={`${screen.source}, tahun ${screen.year}. ${populationStatusWords[status].label}.`}
      back={{ to: '/dinas/penduduk', label: 'Angka penduduk' }}
    >
      <Refusal result={answer?.result} />
      {open && problemCount > 0 && (
        <Callout tone="bad" title={`${formatNumber(problemCount)} sel perlu diperbaiki`}>
          Belum ada yang berlaku. Perbaiki di berkasnya, buang yang ini, lalu unggah lagi.
        </Callout>
      )}
      {problemCount > 0 && (
        <Section title="Yang perlu diperbaiki">
          <DataTable
            caption="Sel yang perlu diperbaiki"
            rows={problems}
            keyOf={(problem) => `${problem.row}${problem.column}${problem.message}`}
            columns={[
              {
                header: 'Sel',
                cell: (problem) => <CellPlace sheet={sheet} {...problem} />,
              },
              { header: 'Apa yang salah', prose: true, cell: (problem) => problem.message },
            ]}
          />
        </Section>
      )}
      {rows.length > 0 && (
        <Section title={open ? `Yang akan berlaku: ${formatNumber(rowCount)} wilayah` : 'Isi berkas'}>
          <DataTable
            caption="Angka penduduk menurut wilayah"
            rows={rows}
            keyOf={(row) => row.regionCode}
            columns={[
              { header: 'Wilayah', cell: (row) => row.name },
              { header: 'Kode', cell: (row) => row.regionCode },
              { header: 'Jumlah penduduk', numeric: true, cell: (row) => formatNumber(row.total) },
              { header: 'Usia 16–64', numeric: true, cell: (row) => formatNumber(row.target) },
              {
                header: 'Berlaku sekarang',
                numeric: true,
                cell: (row) =>
                  row.before
                    ? `${formatNumber(row.before.total)} / ${formatNumber(row.before.target)}`
                    : 'belum ada',
              },
            ]}
          />
          {rowCount > rows.length && (
            <p className="mt-3 text-soft">Dan {formatNumber(rowCount - rows.length)} wilayah lagi.</p>
          )}
        </Section>
      )}
      {open && (
        <div className="mt-8 flex flex-wrap gap-3 border-t border-line pt-6">
          {problemCount === 0 && (
            <ActionButton variant="primary" values={{ intent: 'apply', version: String(version) }}>
              Terima angka ini
            </ActionButton>
          )}
          <ActionButton values={{ intent: 'discard', version: String(version) }}>
            Buang berkas ini
          </ActionButton>
        </div>
      )}
    </Page>
  )
}
