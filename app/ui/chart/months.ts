const names = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des']

/** The month of a date or month (`2026-05-12`, `2026-05`) in short: `Mei 2026`. */
export function monthName(date: string): string {
  const [year, month] = date.split('-').map(Number)
  return `${names[(month ?? 1) - 1]} ${year}`
}

/** What stands below an axis of months at one place. */
export interface MonthLabel {
  month: string
  /** Only where a year begins, and at the first label when the next year is far enough. */
  year: string | null
}

/** At most this many places carry a label each; of more, only the quarters' first months do. */
const EACH = 13

/**
 * Labels for places on an axis of dates in order, so that they do not overlap on a phone either: `null` carries none.
 * @param dates dates or months, `yyyy-mm…`
 */
export function monthLabels(dates: readonly string[]): (MonthLabel | null)[] {
  let year: string | null = null
  return dates.map((date, at) => {
    const month = Number(date.slice(5, 7))
    const begins = at === 0 || date.slice(0, 7) !== dates[at - 1]?.slice(0, 7)
    if (!begins || (dates.length > EACH && month % 3 !== 1)) return null
    const isNew = date.slice(0, 4) !== year && !(at === 0 && month > 10 && dates.length > 2)
    year = date.slice(0, 4)
    return { month: names[month - 1] ?? '', year: isNew ? year : null }
  })
}
