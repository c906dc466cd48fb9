import { NATION } from '~/features/regions/places'
import type { ListKind } from './list-kinds'
import type { MeasureKey } from './measures'

/** The word for the country in addresses. */
export const NATION_WORD = 'indonesia'

export interface Chosen {
  /** Left out: the first measure. */
  measure?: MeasureKey
  /** Left out: today. */
  date?: string
}

function withQuery(path: string, entries: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(entries))
    if (value !== undefined && value !== '') query.set(key, value)
  const written = query.toString()
  return written ? `${path}?${written}` : path
}

const queryOf = ({ measure, date }: Chosen) => ({
  ukuran: measure === 'desa-terdaftar' ? undefined : measure,
  tanggal: date,
})

/** The coverage page of a region, `00` for the country, with nothing in the address that says nothing. */
export function mapHref(code: string, chosen: Chosen = {}): string {
  return withQuery(code === NATION ? '/peta' : `/peta/${code}`, queryOf(chosen))
}

/** The list behind a number. */
export function listHref(code: string, kind: ListKind, date: string | undefined, page = 1): string {
  return withQuery(`/peta/${code === NATION ? NATION_WORD : code}/daftar`, {
    isi: kind,
    tanggal: date,
    halaman: page > 1 ? String(page) : undefined,
  })
}

/** A file of the regions below, or of a list when `kind` says which. */
export function downloadHref(
  code: string,
  format: 'csv' | 'xlsx',
  chosen: Chosen & { kind?: ListKind },
): string {
  return withQuery(`/peta/${code === NATION ? NATION_WORD : code}/unduh/${format}`, {
    isi: chosen.kind,
    tanggal: chosen.date,
  })
}

/** Two regions on one date, or one region on two dates. */
export function compareHref(sides: {
  a: string
  b?: string
  date?: string
  other?: string
  measure?: MeasureKey
}): string {
  const { a, b, date, other, measure } = sides
  return withQuery('/peta/bandingkan', { a, b, dan: other, ...queryOf({ measure, date }) })
}
