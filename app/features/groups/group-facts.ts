import { type Place, withWord } from '~/features/regions/places'
import { localDate } from '~/platform/calendar'
import type { DirectoryRow } from './directory.queries.server'
import type { GroupScope } from './groups.schema'
import type { GroupStatus } from './groups.state'
import type { PublicGroup } from './public-group.queries.server'

const statusKeys: Record<GroupStatus, string> = {
  registered: 'terdaftar',
  suspended: 'dibekukan',
  closed: 'ditutup',
}

const scopeKeys: Record<GroupScope, string> = {
  village: 'desa_kelurahan',
  neighbourhood: 'padukuhan_rw',
  district: 'kecamatan',
  pkk: 'pkk',
  business: 'umkm',
  regency_forum: 'forum_kabupaten_kota',
  other: 'lainnya',
}

type Common = Pick<
  DirectoryRow,
  'number' | 'name' | 'status' | 'scope' | 'registeredAt' | 'place' | 'subdomain'
>

/** A group as the JSON interface lists it: public facts only, dates as yyyy-mm-dd in the zone of the place. */
export function groupFacts(group: Common, publicUrl: string) {
  const { place } = group
  return {
    nomor: group.number,
    nama: group.name,
    status: statusKeys[group.status],
    lingkup: scopeKeys[group.scope],
    wilayah: placeFacts(place),
    terdaftar_sejak: localDate(group.registeredAt, place.zone),
    situs: group.subdomain && `https://${group.subdomain}.kim.id`,
    tautan: `${publicUrl}/kim/${group.number}`,
  }
}

/** One group with what it agreed to show; what it did not agree to is null or left out of the list. */
export function fullGroupFacts(group: PublicGroup, publicUrl: string) {
  const { place, decree, location } = group
  return {
    ...groupFacts(group, publicUrl),
    nomor_induk_nasional: group.nationalNumber,
    status_sejak: localDate(group.statusSince, place.zone),
    dibekukan_sampai: group.suspendedUntil,
    berdiri: group.foundedOn,
    sk: decree && { nomor: decree.number, tanggal: decree.date, berlaku_sampai: decree.validUntil },
    ketua: group.chairName,
    alamat: group.address,
    lokasi: location && { lintang: location.latitude, bujur: location.longitude },
    saluran: group.channels.map(({ kind, value }) => ({ jenis: kind, alamat: value })),
  }
}

function placeFacts({ village, district, regency, province }: Place) {
  const named = (region: Place['village']) => ({ kode: region.code, nama: withWord(region) })
  return {
    provinsi: named(province),
    kabupaten_kota: named(regency),
    kecamatan: named(district),
    desa_kelurahan: named(village),
  }
}
