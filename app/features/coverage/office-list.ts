import { type Actor, mayIn } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import type { ListKind } from './list-kinds'

const OF_MAPPINGS: readonly ListKind[] = ['desa-bercalon', 'desa-kosong', 'kecamatan-terpetakan']

/** Where an office reads what a public list leaves out; null for lists that leave nothing out and for everyone else. */
export function officeListHref(actor: Actor | null, kind: ListKind, code: string): string | null {
  const isOfMappings = OF_MAPPINGS.includes(kind)
  if (!actor || !(isOfMappings || kind === 'kemitraan')) return null
  const place = { provinceCode: code.slice(0, 2), regencyCode: code.slice(0, 4) }
  if (!mayIn(actor, isOfMappings ? 'mapping.read' : 'partnership.read', place)) return null
  const search = new URLSearchParams(isOfMappings ? { status: 'settled' } : { keadaan: 'berlaku' })
  if (code !== NATION) search.set('provinsi', place.provinceCode)
  if (code.length >= 4) search.set('kabupaten', place.regencyCode)
  if (code.length >= 6 && !isOfMappings) search.set('kecamatan', code)
  return `${isOfMappings ? '/dinas/pemetaan' : '/dinas/kemitraan'}?${search}`
}
