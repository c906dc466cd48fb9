import type { ActivityState } from '~/features/coverage/activity-state'
import type { GroupStatus } from './groups.state'

export interface DirectoryAddress {
  text?: string
  regionCode?: string
  status?: GroupStatus
  activity?: ActivityState
  page?: number
}

/** The states in the address. */
export const activityWords = { aktif: 'active', 'kurang-aktif': 'less_active', vakum: 'dormant' } as const

/** A state as the address says it. */
export function activityWord(state: ActivityState): string {
  return Object.entries(activityWords).find(([, one]) => one === state)?.[0] ?? ''
}

/** The directory's address for a search, with nothing in it that says nothing. */
export function directoryHref({ text, regionCode, status, activity, page = 1 }: DirectoryAddress): string {
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  if (regionCode) query.set('wilayah', regionCode)
  if (status) query.set('status', status)
  if (activity) query.set('keaktifan', activityWord(activity))
  if (page > 1) query.set('halaman', String(page))
  const written = query.toString()
  return written ? `/kim?${written}` : '/kim'
}
