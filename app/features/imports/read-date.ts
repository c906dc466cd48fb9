import { addDays, isDate } from '~/platform/calendar'

const months = [
  ['januari', 'jan', 'january'],
  ['februari', 'feb', 'pebruari', 'february', 'peb'],
  ['maret', 'mar', 'march', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'ags', 'agt', 'aug', 'agst', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'december'],
]

/**
 * Reads a date as offices write it: `12/5/2024` (day first), `2024-05-12`, `12 Mei 2024`, `12-Mei-24`,
 * or a spreadsheet's day number (1 January 1900 is 1).
 * @returns yyyy-mm-dd, or null when it is none
 */
export function readDate(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  if (/^\d{4,5}(\.\d+)?$/.test(text)) return fromSerial(Math.floor(Number(text)))
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(text)
  if (iso) return build(iso[1], iso[2], iso[3])
  const local = /^(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(\d{4}|\d{2})(?:\s+\d{1,2}[:.].*)?$/.exec(text)
  if (local) return build(local[3], local[2], local[1])
  const named = /^(?:[a-z']+,\s*)?(\d{1,2})[-/.\s]*([a-z]+)[-/.,\s]*(\d{4}|\d{2})$/.exec(text)
  const month = named ? months.findIndex((names) => names.includes(named[2] ?? '')) : -1
  return named && month >= 0 ? build(named[3], String(month + 1), named[1]) : null
}

function build(year = '', month = '', day = ''): string | null {
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

/** Day numbers count from 30 December 1899, since spreadsheets believe in 29 February 1900. A plain year is none. */
function fromSerial(days: number): string | null {
  return days >= 10_000 && days < 80_000 ? addDays('1899-12-30', days) : null
}
