import { addDays } from '~/platform/calendar'
import { drawLineTrend, type LineTrendDrawing } from '~/ui/chart/line-trend'
import { drawMonthBars, type MonthBarsDrawing } from '~/ui/chart/month-bars'
import { formatDate, formatMonth, formatNumber } from '~/ui/format'
import type { DocumentRow, DocumentTable } from './document'

/** A chart of a table, ready for the portal and for paper. */
export type ChartDrawing = { title: string; description: string } & (
  | { kind: 'lines'; drawing: LineTrendDrawing }
  /** `value` is what is counted. */
  | { kind: 'bars'; value: string; drawing: MonthBarsDrawing }
)

/** Draws what a table says is drawn of it; nothing where it has no rows. */
export function drawCharts({ charts = [], columns }: DocumentTable, rows: DocumentRow[]): ChartDrawing[] {
  if (rows.length === 0) return []
  const dates = rows.map(({ cells }) => String(cells[0]))
  const seriesOf = (at: number) => ({
    name: columns[at]?.header ?? '',
    values: rows.map(({ cells }) => Number(cells[at] ?? 0)),
  })
  return charts.map(({ title, kind, columns: drawn }) => {
    const series = drawn.map(seriesOf)
    if (kind === 'lines') {
      return { kind, title, description: changesOf(dates, series), drawing: drawLineTrend(dates, series) }
    }
    const [{ name, values } = seriesOf(0)] = series
    const months = dates.map((date, at) => ({ month: date.slice(0, 7), value: values[at] ?? 0 }))
    const drawing = drawMonthBars(months, { partial: goesOn(dates.at(-1) ?? '') })
    return { kind, title, description: mostOf(name, months), value: name, drawing }
  })
}

/** True before the last day of a month. */
function goesOn(date: string): boolean {
  return addDays(date, 1).slice(0, 7) === date.slice(0, 7)
}

/** "31 Januari 2026 sampai 25 November 2026: KIM terdaftar dari 650 menjadi 705." */
function changesOf(dates: string[], series: { name: string; values: number[] }[]): string {
  const changes = series.map(
    ({ name, values }) =>
      `${name} dari ${formatNumber(values[0] ?? 0)} menjadi ${formatNumber(values.at(-1) ?? 0)}`,
  )
  return `${formatDate(dates[0] ?? '')} sampai ${formatDate(dates.at(-1) ?? '')}: ${changes.join('; ')}.`
}

/** "Kegiatan bulan itu paling banyak 133, Oktober 2026." */
function mostOf(name: string, months: { month: string; value: number }[]): string {
  const most = Math.max(...months.map(({ value }) => value))
  const month = months.find(({ value }) => value === most)?.month ?? ''
  return `${name} paling banyak ${formatNumber(most)}, ${formatMonth(month)}.`
}
