import type { Services } from '~/platform/services'
import { cutOffFor } from './cut-off'
import { lists } from './list-kinds'
import { mapNumbersOf } from './map-numbers.queries.server'
import { findShownRegion } from './shown-region.queries.server'

/** Today's coverage of a region as the JSON interface shows it; null for a village and for an unknown code. */
export async function coverageFacts({ store, clock }: Services, code: string) {
  const reading = { db: store.read, tables: store.tables }
  const region = await findShownRegion(reading, code)
  if (!region || region.level === 'village') return null
  const cutOff = cutOffFor(undefined, clock(), region.zone)
  const numbers = (await mapNumbersOf(reading, [code], cutOff)).get(code)
  if (!numbers) return null
  return {
    tanggal: cutOff.date,
    desa: numbers.villages,
    desa_dengan_kim: numbers.villagesWithGroup,
    desa_dengan_kim_aktif: numbers.villagesActive,
    kecamatan: numbers.districts,
    kecamatan_dengan_kim: numbers.districtsWithGroup,
    kecamatan_dengan_kim_aktif: numbers.districtsActive,
    kim_terdaftar: numbers.groups,
    kim_aktif: numbers.activeGroups,
    kim_kurang_aktif: numbers.lessActiveGroups,
    kim_vakum: lists['kim-vakum'].count(numbers),
    kegiatan_30_hari: numbers.recentActivities,
    kecamatan_dipetakan: numbers.mapped.districts,
    desa_dipetakan: numbers.mapped.villages,
    desa_bercalon_kim: numbers.mapped.withCandidate,
    desa_tanpa_kim_dan_calon: numbers.mapped.withNothing,
    kemitraan_berlaku: lists.kemitraan.count(numbers),
    kecamatan_bermitra: lists['kecamatan-bermitra'].count(numbers),
  }
}
