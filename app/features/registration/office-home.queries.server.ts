import { and, between, count, eq, inArray, isNull, lte, ne } from 'drizzle-orm'
import { type Actor, may, reach } from '~/features/identity/actor'
import { inReach } from '~/features/identity/in-reach.server'
import type { Permission } from '~/features/identity/permissions'
import { MINISTRY, withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'

/** How far ahead an office looks for decrees that end. */
export const DECREE_NOTICE_DAYS = 90

export interface OpenCounts {
  waiting: number
  underReview: number
  returned: number
  overdue: number
}

export interface OfficeHome {
  /** "Dinas Kominfo Kabupaten Mimika". */
  office: string
  open: OpenCounts & { mine: number }
  handovers: number
  renewals: number
  subdomains: number
  decreesEnding: number
  /** For an office of more than one regency; those without open work are left out. */
  byRegency: ({ code: string; name: string } & OpenCounts)[] | null
  /** The pages that the actor may use and the bar on top does not name. */
  pages: OfficePage[]
}

export interface OfficePage {
  to: string
  label: string
  hint: string
}

/** Those that are opened now and then; the bar on top leads to the others (`ui/office-areas`). */
const pages: (OfficePage & { needs: Permission })[] = [
  {
    to: '/dinas/entri',
    label: 'Entri dari kertas',
    hint: 'Permohonan yang datang berupa berkas',
    needs: 'registration.enterPaper',
  },
  { to: '/dinas/impor', label: 'Impor daftar', hint: 'Dari CSV atau XLSX', needs: 'group.import' },
  { to: '/dinas/ketua', label: 'Ganti ketua', hint: 'Serah terima jabatan', needs: 'office.read' },
  { to: '/dinas/subdomain', label: 'Alamat kim.id', hint: 'Permintaan subdomain', needs: 'office.read' },
  {
    to: '/dinas/kode',
    label: 'Kode atur ulang sandi',
    hint: 'Untuk orang tanpa e-mail',
    needs: 'resetCode.issue',
  },
  {
    to: '/dinas/petugas',
    label: 'Petugas',
    hint: 'Undang petugas kabupaten/kota',
    needs: 'officers.invite',
  },
  {
    to: '/dinas/pengaturan',
    label: 'Pengaturan daerah',
    hint: 'Batas waktu, jumlah anggota',
    needs: 'settings.region',
  },
  { to: '/dinas/jejak', label: 'Jejak audit', hint: 'Siapa mengubah apa', needs: 'audit.read' },
]

/** The first page of an office: what waits for it, and the ways to what the bar on top does not name. */
export async function officeHome(services: Services, actor: Actor): Promise<OfficeHome> {
  const now = services.clock()
  const { national, provinceCodes, regencyCodes } = reach(actor, 'office.read')
  const [rows, mine, handovers, renewals, subdomains, decreesEnding, names] = await Promise.all([
    openByRegency(services, actor, now),
    countMine(services, actor),
    countHandovers(services, actor),
    countRenewals(services, actor),
    countSubdomains(services, actor),
    countDecreesEnding(services, actor, now),
    whileUnchanged(services, `names ${regencyCodes} ${provinceCodes}`, () =>
      nameRegions({ db: services.store.read, tables: services.store.tables }, [
        ...regencyCodes,
        ...provinceCodes,
      ]),
    ),
  ])
  const total = (name: keyof OpenCounts) => rows.reduce((sum, row) => sum + row[name], 0)
  const many = national || provinceCodes.length > 0 || regencyCodes.length > 1
  return {
    office: national ? MINISTRY : `Dinas Kominfo ${names.map(withWord).join(', ')}`,
    open: {
      waiting: total('waiting'),
      underReview: total('underReview'),
      returned: total('returned'),
      overdue: total('overdue'),
      mine,
    },
    handovers,
    renewals,
    subdomains,
    decreesEnding,
    byRegency: many ? rows : null,
    pages: pages.filter(({ needs }) => may(actor, needs)).map(({ to, label, hint }) => ({ to, label, hint })),
  }
}

/** Open work by regency, most overdue first. */
async function openByRegency(
  { store }: Services,
  actor: Actor,
  now: Instant,
): Promise<({ code: string; name: string } & OpenCounts)[]> {
  const { applications } = store.tables
  const { regencyCode, status, dueAt } = applications
  const within = inReach(actor, 'office.read', applications)
  const [byStatus, late] = await Promise.all([
    store.read
      .select({ code: regencyCode, status, many: count() })
      .from(applications)
      .where(and(within, inArray(status, ['submitted', 'under_review', 'returned'])))
      .groupBy(regencyCode, status),
    store.read
      .select({ code: regencyCode, many: count() })
      .from(applications)
      .where(and(within, inArray(status, ['submitted', 'under_review']), lte(dueAt, now)))
      .groupBy(regencyCode),
  ])
  if (byStatus.length === 0) return []
  const named = await nameRegions({ db: store.read, tables: store.tables }, [
    ...new Set(byStatus.map(({ code }) => code)),
  ])
  return named
    .map((regency) => {
      const many = (wanted: string) =>
        byStatus.find((row) => row.code === regency.code && row.status === wanted)?.many ?? 0
      return {
        code: regency.code,
        name: withWord(regency),
        waiting: many('submitted'),
        underReview: many('under_review'),
        returned: many('returned'),
        overdue: late.find((row) => row.code === regency.code)?.many ?? 0,
      }
    })
    .sort((a, b) => b.overdue - a.overdue || b.waiting - a.waiting || (a.code < b.code ? -1 : 1))
}

async function countMine({ store }: Services, actor: Actor): Promise<number> {
  const { applications } = store.tables
  const [row] = await store.read
    .select({ many: count() })
    .from(applications)
    .where(
      and(
        eq(applications.assignedTo, actor.id),
        eq(applications.status, 'under_review'),
        inReach(actor, 'office.read', applications),
      ),
    )
  return row?.many ?? 0
}

/** Accepted by the successor and waiting for the office. */
async function countHandovers({ store }: Services, actor: Actor): Promise<number> {
  const { chairHandovers } = store.tables
  const [row] = await store.read
    .select({ many: count() })
    .from(chairHandovers)
    .where(and(eq(chairHandovers.status, 'accepted'), inReach(actor, 'office.read', chairHandovers)))
  return row?.many ?? 0
}

async function countRenewals({ store }: Services, actor: Actor): Promise<number> {
  const { decreeRenewals } = store.tables
  const [row] = await store.read
    .select({ many: count() })
    .from(decreeRenewals)
    .where(and(eq(decreeRenewals.status, 'submitted'), inReach(actor, 'office.read', decreeRenewals)))
  return row?.many ?? 0
}

async function countSubdomains({ store }: Services, actor: Actor): Promise<number> {
  const { subdomainRequests } = store.tables
  const [row] = await store.read
    .select({ many: count() })
    .from(subdomainRequests)
    .where(and(eq(subdomainRequests.status, 'requested'), inReach(actor, 'office.read', subdomainRequests)))
  return row?.many ?? 0
}

/** Groups whose decree ends within the notice; the day is taken in Jakarta, an hour or two do not matter here. */
async function countDecreesEnding({ store }: Services, actor: Actor, now: Instant): Promise<number> {
  const { decrees, groupDecrees, groups } = store.tables
  const today = localDate(now, 'WIB')
  const [row] = await store.read
    .select({ many: count() })
    .from(decrees)
    .innerJoin(groupDecrees, eq(groupDecrees.decreeId, decrees.id))
    .innerJoin(groups, eq(groups.id, groupDecrees.groupId))
    .where(
      and(
        between(decrees.validUntil, today, addDays(today, DECREE_NOTICE_DAYS)),
        isNull(groupDecrees.replacedAt),
        ne(groups.status, 'closed'),
        inReach(actor, 'office.read', groups),
      ),
    )
  return row?.many ?? 0
}
