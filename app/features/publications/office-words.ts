import type { ShownRegion } from '~/features/coverage/shown-region.queries.server'
import { MINISTRY } from '~/features/regions/places'

/** "Dinas Kominfo Kabupaten Mimika"; of the country the ministry. */
export function officeWords({ level, name }: Pick<ShownRegion, 'level' | 'name'>): string {
  return level === 'nation' ? MINISTRY : `Dinas Kominfo ${name}`
}

/** Who signs for an office. */
export function signerOf(office: string): string {
  return office.startsWith('Dinas') ? `Kepala ${office}` : 'Pejabat yang menerbitkan'
}
