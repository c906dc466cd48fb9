import { stringify } from 'csv-stringify/sync'
import { localDate } from '~/platform/calendar'
import { type Instant, MINUTE } from '~/platform/clock'
import { harmlessCell } from '~/platform/spreadsheet/spreadsheet'
import { formatMoment } from '~/ui/format'
import { ZONE } from './labels'

export interface NameToActivate {
  label: string
  groupName: string
  groupNumber: string
  village: string
  district: string
  regency: string
  province: string
  /** Local dates. */
  requestedOn: string
  endorsedOn: string
}

/** A table that Excel in Indonesian opens as it is: byte-order mark, semicolons, no cell that acts as a formula. */
export function namesAsCsv(names: NameToActivate[]): string {
  const rows = names.map((name) =>
    [
      name.label,
      `${name.label}.${ZONE}`,
      name.groupName,
      name.groupNumber,
      name.village,
      name.district,
      name.regency,
      name.province,
      name.requestedOn,
      name.endorsedOn,
    ].map(harmlessCell),
  )
  const header = [
    'nama',
    'alamat',
    'kim',
    'nomor_registrasi',
    'desa',
    'kecamatan',
    'kabupaten_kota',
    'provinsi',
    'diminta',
    'didukung',
  ]
  return stringify([header, ...rows], { delimiter: ';', bom: true, record_delimiter: 'windows' })
}

/**
 * A fragment for the zone file of kim.id (RFC 1035 section 5), to be taken over with `$INCLUDE`.
 * The serial is the day and the quarter of an hour in WIB, `2026112236`: it fits the SOA's 32 bits and only grows.
 * @param target host name without a trailing dot
 */
export function namesAsZone(
  names: NameToActivate[],
  { target, now }: { target: string; now: Instant },
): string {
  const width = Math.max(0, ...names.map((name) => name.label.length))
  return [
    `; Simpul KIM: nama ${ZONE} yang siap diaktifkan`,
    `; dibuat ${formatMoment(now)}, ${names.length} nama`,
    `; serial ${zoneSerial(now)}`,
    `$ORIGIN ${ZONE}.`,
    ...names.map((name) => `${name.label.padEnd(width)} IN CNAME ${target}.`),
    '',
  ].join('\n')
}

/** Ten digits: the date in WIB and the quarter of an hour of that day, 00 to 95. */
export function zoneSerial(now: Instant): string {
  const quarter = Math.floor(((now + 7 * 60 * MINUTE) % (24 * 60 * MINUTE)) / (15 * MINUTE))
  return localDate(now, 'WIB').replaceAll('-', '') + String(quarter).padStart(2, '0')
}
