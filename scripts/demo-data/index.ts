import { eq } from 'drizzle-orm'
import { DEMO_KEY } from '~/features/settings/settings.queries.server'
import { localDate, startOfDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { DEMO_PASSWORD, demoAccounts, openAccounts, openNamedAccounts, secretaryAccount } from './accounts'
import { makeActivities } from './activities'
import { makeDecisions, makeNotes } from './coordination'
import { makeEvents } from './events'
import { makeGroups, spreadCertificates } from './groups'
import { makeMappings } from './mappings'
import { makePartnerships } from './partnerships'
import { playOut } from './plan'
import { makePublications } from './publications'
import { seededChance, seededIds } from './random'
import { makeReports } from './reports'
import type { World } from './world'

/**
 * Makes the data of the example once: the same people, groups and states at every start, dated back from today.
 * A database that holds it already is left as it is; one in which it was interrupted is refused.
 */
export async function makeDemoData(services: Services, say: (line: string) => void): Promise<void> {
  const { settings } = services.store.tables
  const ofMark = eq(settings.key, DEMO_KEY)
  const [mark] = await services.store.read.select().from(settings).where(ofMark)
  if (mark?.value === true) return
  await assertEmpty(services)
  const today = startOfDate(localDate(services.clock(), 'WIB'), 'WIB') - 2 * HOUR
  let moment = today - 720 * DAY
  const chance = seededChance(20_261_122)
  const world: World = {
    ...services,
    clock: () => moment,
    newId: seededIds(chance, () => moment),
    at: (next) => {
      moment = next
    },
  }
  say('Membuat data contoh …')
  const open = await openAccounts(world)
  const actors = await openNamedAccounts(open)
  const groups = await makeGroups(world, chance, { today, uploadedBy: actors.admin.id })
  say(`  ${groups.length} kelompok`)
  const { officerOf, chair } = await playOut(world, chance, { today, actors, groups, open })
  await spreadCertificates(services)
  say('  permohonan, serah terima, nama kim.id')
  const activities = await makeActivities(world, { today, open, officerOf, chair })
  say(`  ${activities} kegiatan`)
  const reports = await makeReports(world, { today, actors, open, officerOf })
  say(`  ${reports} laporan berkala`)
  await makeDecisions(world, { today, actors, groups, officerOf })
  const mapped = await makeMappings(world, { today, actors, open, officerOf })
  say(`  ${mapped} kelompok dalam pemetaan`)
  const notes = await makeNotes(world, { today, actors, groups, officerOf })
  say(`  ${notes} catatan koordinasi`)
  const partnerships = await makePartnerships(world, { today, actors, groups, officerOf })
  say(`  ${partnerships} kemitraan`)
  const events = await makeEvents(world, { today, actors, groups, open, chair })
  say(`  ${events} acara`)
  await services.store.transact(async ({ db }) => {
    await db.insert(settings).values({
      id: world.newId(),
      key: DEMO_KEY,
      regionCode: '',
      value: false,
      validFrom: localDate(today, 'WIB'),
      setAt: today,
    })
  })
  // After the mark, so that the documents say that they are of an example.
  say(`  ${await makePublications(world, { today, actors, chair })} dokumen bernomor`)
  // Any value marks an example; a finished one is true.
  await services.store.transact(({ db }) => db.update(settings).set({ value: true }).where(ofMark))
}

/** Examples never mix with what people stored, nor with examples that were interrupted. */
async function assertEmpty({ store, config }: Services): Promise<void> {
  const [someone] = await store.read
    .select({ id: store.tables.accounts.id })
    .from(store.tables.accounts)
    .limit(1)
  if (!someone) return
  throw new Error(
    `Basis data ini sudah berisi akun, jadi data contoh tidak dibuat. Pakai DATA_DIR lain, atau hapus folder ${config.dataDir} bila isinya hanya data contoh yang terputus.`,
  )
}

/** The addresses and accounts to try, one line each. */
export function demoGuide(publicUrl: string): string[] {
  const accounts = [...demoAccounts, secretaryAccount]
  const widest = Math.max(...accounts.map(({ email }) => email.length))
  return [
    '',
    `  Beranda       ${publicUrl}/`,
    `  Masuk         ${publicUrl}/masuk`,
    `  Direktori     ${publicUrl}/kim`,
    '',
    `  Akun contoh (kata sandi semuanya: ${DEMO_PASSWORD})`,
    ...accounts.map(({ email, purpose }) => `    ${email.padEnd(widest)}  ${purpose}`),
    '',
  ]
}
