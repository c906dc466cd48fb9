import { eq, inArray } from 'drizzle-orm'
import { settingAt } from '~/features/settings/settings.queries.server'
import { localDate } from '~/platform/calendar'
import { DAY, type Instant } from '~/platform/clock'
import type { Database } from '~/platform/db/store'
import type { Tables } from '~/tables'
import { formatDay } from '~/ui/format'
import type { Availability } from './availability'
import { isReservedWord, labelProblem, namesHigherRegion } from './labels'

/** How long a name that was changed or given up stays with its group: a year. */
export const RESERVATION = 365 * DAY

interface Reading {
  db: Database
  tables: Tables
}

interface Asking {
  /** The group that asks: its own reservation does not stand in its way. */
  groupId: string | null
  now: Instant
}

/** Says for each label whether a group may ask for it now. Nothing is told about who holds it. */
export async function checkLabels(
  reading: Reading,
  labels: string[],
  asking: Asking,
): Promise<Availability[]> {
  const keptBack = await namesKeptBack(reading, labels, asking.now)
  const taken = await labelsTaken(reading, labels, asking)
  return labels.map((label) => {
    const problem = labelProblem(label) ?? keptBack.get(label) ?? taken.get(label)
    return problem
      ? { label, available: false, message: problem }
      : { label, available: true, message: `${label}.kim.id masih dapat diminta.` }
  })
}

/** Says whether a group may ask for one label now. */
export async function checkLabel(reading: Reading, label: string, asking: Asking): Promise<Availability> {
  const [answer] = await checkLabels(reading, [label], asking)
  if (!answer) throw new Error('no answer for the label')
  return answer
}

/** Names that nobody gets: reserved words, provinces and regencies; with the reason. */
export async function namesKeptBack(
  reading: Reading,
  labels: string[],
  now: Instant,
): Promise<Map<string, string>> {
  const { regions } = reading.tables
  const reserved = await settingAt(
    reading,
    'subdomainReserved',
    { provinceCode: '', regencyCode: '' },
    localDate(now, 'WIB'),
  )
  const higher = await reading.db
    .select({ name: regions.name })
    .from(regions)
    .where(inArray(regions.level, ['province', 'regency']))
  const names = higher.map((region) => region.name)
  return new Map(
    labels.flatMap((label): [string, string][] => {
      if (isReservedWord(label, reserved)) {
        return [[label, `“${label}” disimpan untuk layanan kim.id. Pilih nama lain, misalnya nama desa.`]]
      }
      if (namesHigherRegion(label, names)) {
        return [
          [
            label,
            `“${label}” disimpan untuk provinsi atau kabupaten/kota. Tambahkan nama desa, misalnya namadesa-${label}.`,
          ],
        ]
      }
      return []
    }),
  )
}

async function labelsTaken(
  { db, tables: { subdomainLabels, subdomainRequests } }: Reading,
  labels: string[],
  { groupId, now }: Asking,
): Promise<Map<string, string>> {
  if (labels.length === 0) return new Map()
  const rows = await db
    .select({
      label: subdomainLabels.label,
      state: subdomainLabels.state,
      until: subdomainLabels.until,
      groupId: subdomainRequests.groupId,
    })
    .from(subdomainLabels)
    .innerJoin(subdomainRequests, eq(subdomainRequests.id, subdomainLabels.requestId))
    .where(inArray(subdomainLabels.label, labels))
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const own = row.groupId === groupId
      if (row.state === 'reserved') {
        if (own || row.until === null || row.until <= now) return []
        return [
          [
            row.label,
            `${row.label}.kim.id masih disimpan untuk pemakai lamanya sampai ${formatDay(row.until)}.`,
          ],
        ]
      }
      if (own) return [[row.label, `${row.label}.kim.id sudah ada pada kelompok Anda.`]]
      return [
        [
          row.label,
          row.state === 'active'
            ? `${row.label}.kim.id sudah dipakai KIM lain.`
            : `${row.label}.kim.id sudah lebih dulu diminta KIM lain.`,
        ],
      ]
    }),
  )
}
