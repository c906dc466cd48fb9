import { and, between, count, eq, inArray, isNull, ne, sql, sum } from 'drizzle-orm'
import { type Actor, may, reach } from '~/features/identity/actor'
import { inReach, reachKey } from '~/features/identity/in-reach.server'
import type { Permission } from '~/features/identity/permissions'
import { MINISTRY, withWord } from '~/features/regions/places'
import { nameRegions } from '~/features/regions/regions.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import type { Instant } from '~/platform/clock'
import { countEach } from '~/platform/db/count-each'
import { prepared } from '~/platform/db/prepared'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import type { Services } from '~/platform/services'
import { standsLate } from './lateness.server'
import { OPEN } from './registration.state'

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
  const [rows, { mine, ...counts }, names] = await Promise.all([
    openByRegency(services, actor, now),
    countOpen(services, actor, now),
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
    ...counts,
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
  const { regencyCode, status } = applications
  const late = standsLate(applications, '1', sql.placeholder('now'))
  const counting = prepared(store.read, `open applications ${reachKey(actor, 'office.read')}`, () =>
    store.read
      .select({
        code: regencyCode,
        status,
        many: count(),
        late: sum(sql`case when ${late} then 1 else 0 end`).mapWith(Number),
      })
      .from(applications)
      .where(and(inReach(actor, 'office.read', applications), inArray(status, [...OPEN, 'returned'])))
      .groupBy(regencyCode, status),
  )
  const rows = await counting.execute({ now })
  if (rows.length === 0) return []
  const named = await nameRegions({ db: store.read, tables: store.tables }, [
    ...new Set(rows.map(({ code }) => code)),
  ])
  return named
    .map((regency) => {
      const of = (wanted: string) =>
        rows.find((row) => row.code === regency.code && row.status === wanted) ?? { many: 0, late: 0 }
      return {
        code: regency.code,
        name: withWord(regency),
        waiting: of('submitted').many,
        underReview: of('under_review').many,
        returned: of('returned').many,
        overdue: of('submitted').late + of('under_review').late,
      }
    })
    .sort((a, b) => b.overdue - a.overdue || b.waiting - a.waiting || (a.code < b.code ? -1 : 1))
}

/** What else waits, and what the actor has taken on. */
function countOpen({ store }: Services, actor: Actor, now: Instant) {
  const { applications, chairHandovers, decreeRenewals, subdomainRequests } = store.tables
  const { decrees, groupDecrees, groups } = store.tables
  const inOffice = (columns: Parameters<typeof inReach>[2]) => inReach(actor, 'office.read', columns)
  const many = () => store.read.select({ many: count() })
  // The day is taken in Jakarta, an hour or two do not matter here.
  const today = localDate(now, 'WIB')
  const write = () => ({
    mine: many()
      .from(applications)
      .where(
        and(
          eq(applications.assignedTo, sql.placeholder('actorId')),
          eq(applications.status, 'under_review'),
          inOffice(applications),
        ),
      ),
    /** Accepted by the successor and waiting for the office. */
    handovers: many()
      .from(chairHandovers)
      .where(and(eq(chairHandovers.status, 'accepted'), inOffice(chairHandovers))),
    renewals: many()
      .from(decreeRenewals)
      .where(and(eq(decreeRenewals.status, 'submitted'), inOffice(decreeRenewals))),
    subdomains: many()
      .from(subdomainRequests)
      .where(and(eq(subdomainRequests.status, 'requested'), inOffice(subdomainRequests))),
    /** Groups whose decree ends within the notice. */
    decreesEnding: many()
      .from(decrees)
      .innerJoin(groupDecrees, eq(groupDecrees.decreeId, decrees.id))
      .innerJoin(groups, eq(groups.id, groupDecrees.groupId))
      .where(
        and(
          between(decrees.validUntil, sql.placeholder('today'), sql.placeholder('until')),
          isNull(groupDecrees.replacedAt),
          ne(groups.status, 'closed'),
          inOffice(groups),
        ),
      ),
  })
  return countEach(store.read, `open work ${reachKey(actor, 'office.read')}`, write, {
    actorId: actor.id,
    today,
    until: addDays(today, DECREE_NOTICE_DAYS),
  })
}
