import type { GroupStatus } from './groups.state'

export interface DirectoryAddress {
  text?: string
  regionCode?: string
  status?: GroupStatus
  page?: number
}

/** The directory's address for a search, with nothing in it that says nothing. */
export function directoryHref({ text, regionCode, status, page = 1 }: DirectoryAddress): string {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  if (regionCode) query.set('wilayah', regionCode)
  if (status) query.set('status', status)
  if (page > 1) query.set('halaman', String(page))
  const written = query.toString()
  return written ? `/kim?${written}` : '/kim'
}
