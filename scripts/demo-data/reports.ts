import { and, asc, count, desc, eq, isNull, lt } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { NATION } from '~/features/regions/places'
import { approvePeriod } from '~/features/reporting/approve-period.server'
import { checkReportCounts } from '~/features/reporting/check-report-counts.server'
import { returnReports, verifyReports } from '~/features/reporting/decide-reports.server'
import { endedBefore, type Period } from '~/features/reporting/periods'
import { reopenPeriod } from '~/features/reporting/reopen-period.server'
import type { ReportContent } from '~/features/reporting/reporting-kinds'
import { reportingRules } from '~/features/reporting/reporting-rules'
import { type Sending, sendReports } from '~/features/reporting/send-reports.server'
import { addDays, localDate, startOfDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import { type DemoActors, type NewAccount, secretaryAccount } from './accounts'
import { personName } from './names'
import { type Chance, seededChance, seededIds } from './random'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  open: (account: NewAccount) => Promise<Actor>
  officerOf: (regencyCode: string) => Actor
}

/** A group whose secretary has an account, and how well it reports. */
interface Reporter {
  groupId: string
  regencyCode: string
  secretary: Actor
  /** How often it reports, and how often by the day on which it is due. */
  sends: number
  onTime: number
  isGuide: boolean
}

const MONTHS = 12
/** Months before today from which on offices approve; later ones are still open. */
const APPROVED = 2
/** A regency that lags behind with what it owes. */
const SLOW = '9405'

const obstacles = [
  'Sinyal sering hilang, foto dikirim beberapa hari kemudian.',
  'Dua pengurus pindah tugas; bidang penyebaran kosong.',
  'Belum ada kamera; foto diambil dengan HP pinjaman.',
  'Hujan terus, pertemuan warga ditunda.',
  '',
]
const plans = [
  'Pelatihan membuat video pendek untuk pengurus.',
  'Siaran keliling tentang imunisasi bersama posyandu.',
  'Papan informasi baru di balai.',
  'Pertemuan rutin dengan karang taruna.',
]

/**
 * Lets the groups of the example report for twelve months through the use cases of the portal: some on time, some late,
 * some never; offices verify, give back and approve, and one month is opened again.
 * @throws when the counts that were kept on the way are not those of a count from scratch
 */
export async function makeReports(world: World, cast: Cast): Promise<number> {
  const chance = seededChance(25_112_026)
  const own: World = { ...world, newId: seededIds(chance, world.clock) }
  const reporters = await openReporters(own, chance, cast)
  const kinds = reportingRules([]).kindsOf(NATION)
  const months = endedBefore(kinds, localDate(cast.today, 'WIB'), MONTHS).reverse()
  let many = 0
  for (const [at, month] of months.entries()) {
    const ago = months.length - at
    many += await sendMonth(own, chance, { month, reporters, cast })
    await decideMonth(own, chance, { month, ago, cast })
    if (ago > APPROVED) await approveMonth(own, { month, ago, cast })
  }
  await reopenOne(own, months[months.length - APPROVED - 2], cast)
  if ((await checkReportCounts(world)).length > 0)
    throw new Error('the reports of the example are miscounted')
  return many
}

/** Secretaries of about three in five groups; those of the guide's regencies report best. */
async function openReporters(world: World, chance: Chance, { today, open }: Cast): Promise<Reporter[]> {
  const { groups, groupSpans } = world.store.tables
  const rows = await world.store.read
    .select({ id: groups.id, regencyCode: groups.regencyCode })
    .from(groups)
    .innerJoin(groupSpans, and(eq(groupSpans.groupId, groups.id), isNull(groupSpans.until)))
    .orderBy(asc(groups.number))
  world.at(today - 400 * DAY)
  const guide = await liveliest(world, '9404', localDate(today - 330 * DAY, 'WIB'))
  const reporters: Reporter[] = []
  for (const { id: groupId, regencyCode } of rows) {
    const isGuide = groupId === guide
    const isNamed = regencyCode === '9404' || regencyCode === '3501'
    if (!isGuide && !chance.often(isNamed ? 0.8 : 0.55)) continue
    const grant = { role: 'volunteer', groupId, post: 'sekretaris' } as const
    const phone = `+62801${String(1_000_000 + reporters.length)}`
    const account = isGuide ? secretaryAccount : { name: personName(chance), phone }
    const secretary = await open({ ...account, grant })
    const sends = regencyCode === SLOW ? 0.35 : chance.pick([0.95, 0.9, 0.8, 0.6])
    const onTime = chance.pick([0.95, 0.85, 0.7, 0.4])
    reporters.push({ groupId, regencyCode, secretary, sends, onTime, isGuide })
  }
  return reporters
}

/** The group of a regency with the most activities among those that were registered before a day. */
async function liveliest({ store }: World, regencyCode: string, before: string): Promise<string | undefined> {
  const { activities, groupSpans } = store.tables
  const [most] = await store.read
    .select({ id: activities.groupId, many: count() })
    .from(activities)
    .innerJoin(groupSpans, and(eq(groupSpans.groupId, activities.groupId), isNull(groupSpans.until)))
    .where(and(eq(activities.regencyCode, regencyCode), lt(groupSpans.from, before)))
    .groupBy(activities.groupId)
    .orderBy(desc(count()), asc(activities.groupId))
    .limit(1)
  return most?.id
}

/** A month's reports come in three waves: soon, just in time, and late. */
async function sendMonth(
  world: World,
  chance: Chance,
  { month, reporters, cast }: { month: Period; reporters: Reporter[]; cast: Cast },
): Promise<number> {
  const owing = await owingOn(world, month)
  const waves: { day: number; sendings: Sending[] }[] = [4, 9, 17].map((day) => ({ day, sendings: [] }))
  const isLast = addDays(month.last, 41) > localDate(cast.today, 'WIB')
  for (const reporter of reporters) {
    // The guide's secretary has the last month still to send.
    if (!owing.has(reporter.groupId) || (reporter.isGuide && isLast)) continue
    if (!chance.often(reporter.sends)) continue
    const wave = chance.often(reporter.onTime) ? chance.pick([0, 1]) : 2
    waves[wave]?.sendings.push({
      actor: reporter.secretary,
      requestId: 'demo',
      id: world.newId(),
      groupId: reporter.groupId,
      period: month,
      version: 0,
      content: tell(chance),
      reason: null,
    })
  }
  let many = 0
  for (const { day, sendings } of waves) {
    const at = momentAfter(month, day)
    if (at >= cast.today) continue
    world.at(at)
    await sendReports(world, sendings)
    many += sendings.length
  }
  return many
}

async function owingOn({ store }: World, { from }: Period): Promise<Set<string>> {
  const { groupSpans } = store.tables
  const rows = await store.read.select().from(groupSpans)
  return new Set(
    rows
      .filter((span) => span.from <= from && (span.until === null || span.until > from))
      .map(({ groupId }) => groupId),
  )
}

/** Noon, days after a month's last. */
function momentAfter({ last }: Period, days: number): number {
  return startOfDate(addDays(last, days), 'WIB') + 12 * HOUR
}

function tell(chance: Chance): ReportContent {
  const money = chance.often(0.35)
  const received = chance.between(4, 40) * 50_000
  return {
    obstacles: chance.pick(obstacles),
    plans: chance.pick(plans),
    received: money ? received : null,
    spent: money ? received - chance.between(0, 3) * 50_000 : null,
    fundSource: money ? chance.pick(['dana_desa', 'dana_desa', 'swadaya', 'apbd'] as const) : null,
  }
}

/** Each office looks at a month's reports once; some are given back, and of the last months some still wait. */
async function decideMonth(
  world: World,
  chance: Chance,
  { month, ago, cast }: { month: Period; ago: number; cast: Cast },
): Promise<void> {
  const { reports } = world.store.tables
  const at = momentAfter(month, 19)
  if (at >= cast.today) return
  world.at(at)
  const rows = await world.store.read
    .select({ id: reports.id, regencyCode: reports.regencyCode })
    .from(reports)
    .where(and(eq(reports.from, month.from), eq(reports.status, 'sent')))
    .orderBy(asc(reports.id))
  for (const regencyCode of [...new Set(rows.map((row) => row.regencyCode))].sort()) {
    const actor = cast.officerOf(regencyCode)
    const here = rows.filter((row) => row.regencyCode === regencyCode)
    const left = ago === 1 ? Math.ceil(here.length / 3) : 0
    const chosen = here.slice(left).map(({ id }) => ({ id, version: 1 }))
    const returned = ago <= 2 && chance.often(0.4) ? chosen.splice(0, 1) : []
    const act = { actor, requestId: 'demo' }
    if (returned.length > 0) {
      const comment = 'Mohon tulis kendala dan rencananya lebih jelas, lalu kirim lagi.'
      await returnReports(world, { ...act, chosen: returned, comment })
    }
    if (chosen.length > 0) await verifyReports(world, { ...act, chosen })
  }
}

/** Regencies approve, then their provinces, for older months the nation too; one regency lags behind. */
async function approveMonth(
  world: World,
  { month, ago, cast }: { month: Period; ago: number; cast: Cast },
): Promise<void> {
  const { reports } = world.store.tables
  const { actors } = cast
  const isLate = ago <= APPROVED + 1
  world.at(momentAfter(month, 24))
  const act = { requestId: 'demo', period: month, version: 0 }
  const rows = await world.store.read
    .selectDistinct({ code: reports.regencyCode })
    .from(reports)
    .where(eq(reports.from, month.from))
  const owing = await regenciesOwing(world, month)
  for (const code of [...new Set([...rows.map(({ code: one }) => one), ...owing])].sort()) {
    if (isLate && code === SLOW) continue
    await approvePeriod(world, { ...act, actor: cast.officerOf(code), regionCode: code })
  }
  world.at(momentAfter(month, 27))
  await approvePeriod(world, { ...act, actor: actors.jatim, regionCode: '35' })
  if (isLate) return
  await approvePeriod(world, { ...act, actor: actors.papuaTengah, regionCode: '94' })
  world.at(momentAfter(month, 29))
  if (ago > APPROVED + 2) await approvePeriod(world, { ...act, actor: actors.national, regionCode: NATION })
}

/** The regencies in which somebody owes a report of the month. */
async function regenciesOwing(world: World, month: Period): Promise<string[]> {
  const { groups } = world.store.tables
  const owing = await owingOn(world, month)
  const rows = await world.store.read.select({ id: groups.id, code: groups.regencyCode }).from(groups)
  return [...new Set(rows.filter(({ id }) => owing.has(id)).map(({ code }) => code))]
}

/** Papua Tengah opens one month of Mimika again, after it approved it itself. */
async function reopenOne(world: World, month: Period | undefined, { actors, today }: Cast): Promise<void> {
  if (!month) return
  world.at(today - 9 * DAY)
  await reopenPeriod(world, {
    actor: actors.papuaTengah,
    requestId: 'demo',
    regionCode: '9404',
    period: month,
    version: 1,
    reason:
      'Dua KIM menyampaikan nota dana desa yang tertinggal. Mohon laporannya diperbaiki lalu disetujui lagi.',
  })
}
