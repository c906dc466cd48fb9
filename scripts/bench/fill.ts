import { asc, eq } from 'drizzle-orm'
import { rewriteActivityCounts } from '~/features/activities/check-activity-counts.server'
import { seedChoices } from '~/features/choices/seed-choices.server'
import { rebuildCoverage } from '~/features/coverage/rebuild-coverage.server'
import { hashSecret } from '~/features/identity/sessions.server'
import { writeRegistrationNumber } from '~/features/numbering/registration-number'
import { rewriteRollups } from '~/features/regions/check-rollups.server'
import { seedLegalBases } from '~/features/settings/seed-legal-bases.server'
import { localDate, startOfDate, type Zone } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { Services } from '~/platform/services'
import { searchKey } from '~/platform/text'
import { seededChance } from '../demo-data/random'
import { inBatches } from './batches'
import { fillPartnership } from './fill-partnership'
import { countedId, type PlannedGroup, planActivities, planGroups, type Size } from './recipe'

/** Session tokens of the people whose pages are measured: officers of a regency and a province, the chair of a group. */
export const officerToken = 'b'.repeat(43)
export const chairToken = 'c'.repeat(43)
export const provinceToken = 'd'.repeat(43)
/** Whose board is measured. */
export const PROVINCE = '35'

interface Village {
  code: string
  name: string
  zone: Zone
}

/**
 * Fills an empty, migrated database with regions: groups with a small board and a decree for each district,
 * activities with functions and channels, people with sessions, mappings and reports. The portal's own commands count it.
 */
export async function fill(services: Services, size: Size, say: (line: string) => void): Promise<void> {
  const today = localDate(services.clock(), 'WIB')
  await seedLegalBases(services)
  await seedChoices(services)
  const villages = await villagesOf(services)
  const groups = planGroups(villages, size, today)
  const places = new Map(villages.map((village) => [village.code, village]))
  await writeGroups(services, groups, places)
  const registered = groups.filter(({ status }) => status === 'registered')
  const [first] = registered
  // What is posted while it is measured must not make other pages longer: the chair reports from another regency.
  const reporting = registered.find(
    ({ villageCode }) => !first?.villageCode.startsWith(villageCode.slice(0, 4)),
  )
  if (!first || !reporting) throw new Error('too few groups are registered')
  await writePeople(services, first, reporting)
  say('  kelompok tersimpan')
  await writeActivities(services, groups, places, { today, say })
  await rewriteRollups(services)
  await rebuildCoverage(services)
  await rewriteActivityCounts(services)
  await fillPartnership(services, groups, {
    accountId: countedId(7, 0),
    regencyCode: first.villageCode.slice(0, 4),
    say,
  })
}

async function villagesOf({ store }: Services): Promise<Village[]> {
  const { regions } = store.tables
  return store.read
    .select({ code: regions.code, name: regions.name, zone: regions.zone })
    .from(regions)
    .where(eq(regions.level, 'village'))
    .orderBy(asc(regions.code))
}

function codesOf(villageCode: string) {
  return {
    provinceCode: villageCode.slice(0, 2),
    regencyCode: villageCode.slice(0, 4),
    districtCode: villageCode.slice(0, 6),
    villageCode,
  }
}

async function writeGroups(services: Services, groups: PlannedGroup[], places: Map<string, Village>) {
  const { store } = services
  const decreeOf = new Map<string, string>()
  for (const { villageCode } of groups) {
    const district = villageCode.slice(0, 6)
    if (!decreeOf.has(district)) decreeOf.set(district, countedId(3, decreeOf.size))
  }
  const { decrees, boardMembers, groupDecrees, groupSpans } = store.tables
  await inBatches(services, decreeOf, (rows, { db }) =>
    db.insert(decrees).values(
      rows.map(([district, id]) => ({
        id,
        number: `${district}/SK`,
        date: '2023-01-05',
        issuerKind: 'camat' as const,
        regencyCode: district.slice(0, 4),
      })),
    ),
  )
  await inBatches(services, groups.entries(), async (rows, { db }) => {
    await db.insert(store.tables.groups).values(
      rows.map(([, { id, villageCode, name, status, registeredOn }]) => {
        const registeredAt = startOfDate(registeredOn, places.get(villageCode)?.zone ?? 'WIB') + 9 * HOUR
        return {
          id,
          number: writeRegistrationNumber(villageCode, 1),
          name,
          nameKey: searchKey(name),
          scope: 'village' as const,
          status,
          statusSince: registeredAt,
          contact: {
            channels: {},
            publicChannels: [],
            publicChairName: true,
            publicAddress: false,
            publicLocation: false,
          },
          source: 'import' as const,
          registeredAt,
          ...codesOf(villageCode),
        }
      }),
    )
    await db.insert(boardMembers).values(
      rows.flatMap(([at, { id, registeredOn }]) => [
        {
          id: countedId(4, at),
          groupId: id,
          name: 'Ketua Contoh',
          post: 'ketua' as const,
          since: registeredOn,
        },
        {
          id: countedId(5, at),
          groupId: id,
          name: 'Sekretaris Contoh',
          post: 'sekretaris' as const,
          since: registeredOn,
        },
      ]),
    )
    await db.insert(groupDecrees).values(
      rows.map(([at, { id, villageCode, registeredOn }]) => ({
        id: countedId(6, at),
        groupId: id,
        decreeId: decreeOf.get(villageCode.slice(0, 6)) ?? '',
        attachedAt: startOfDate(registeredOn, 'WIB'),
      })),
    )
    const registered = rows.filter(([, { status }]) => status === 'registered')
    if (registered.length === 0) return
    await db
      .insert(groupSpans)
      .values(registered.map(([, { id, registeredOn }]) => ({ groupId: id, from: registeredOn })))
  })
}

async function writePeople({ store, clock }: Services, group: PlannedGroup, reporting: PlannedGroup) {
  const now = clock()
  const { accounts, grants, sessions } = store.tables
  const { provinceCode, regencyCode } = codesOf(group.villageCode)
  const people = [
    {
      token: officerToken,
      name: 'Petugas Ukur',
      role: 'regency_officer' as const,
      provinceCode,
      regencyCode,
    },
    {
      token: chairToken,
      name: 'Ketua Ukur',
      role: 'volunteer' as const,
      groupId: reporting.id,
      post: 'ketua' as const,
    },
    {
      token: provinceToken,
      name: 'Petugas Provinsi Ukur',
      role: 'province_officer' as const,
      provinceCode: PROVINCE,
    },
  ]
  await store.transact(async ({ db }) => {
    for (const [at, { token, name, ...grant }] of people.entries()) {
      const id = countedId(7, at)
      await db.insert(accounts).values({
        id,
        name,
        nameKey: searchKey(name),
        email: `ukur${at}@contoh.id`,
        passwordHash: 'x',
        createdAt: now,
      })
      await db.insert(grants).values({ id: countedId(8, at), accountId: id, ...grant, grantedAt: now })
      await db.insert(sessions).values({
        id: hashSecret(token),
        publicId: countedId(9, at),
        accountId: id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + 365 * DAY,
        device: 'bench',
      })
    }
  })
}

async function writeActivities(
  services: Services,
  groups: PlannedGroup[],
  places: Map<string, Village>,
  { today, say }: { today: string; say: (line: string) => void },
) {
  const { store } = services
  const { activities, activityFunctions, activityChannels, topics } = store.tables
  const codes = (await store.read.select({ code: topics.code }).from(topics)).map(({ code }) => code)
  const chance = seededChance(35_94)
  const reportedBy = countedId(7, 1)
  // In the order in which groups report them, as they come to lie in a portal that is used.
  const planned = groups
    .flatMap((group) => [...planActivities(group, { chance, topics: codes, today })])
    .sort((one, other) => Number(one.localDate > other.localDate) - Number(one.localDate < other.localDate))
    .map((activity, at) => ({ id: countedId(2, at), ...activity }))
  await inBatches(
    services,
    planned,
    async (rows, { db }) => {
      await db.insert(activities).values(
        rows.map(({ functions, channel, ...activity }) => {
          const { villageCode } = activity
          const zone = places.get(villageCode)?.zone ?? 'WIB'
          const reportedAt = startOfDate(activity.localDate, zone) + 19 * HOUR
          return {
            ...activity,
            statusSince: reportedAt,
            zone,
            titleKey: searchKey(activity.title),
            story: '',
            reachSource: 'counted' as const,
            isPublic: true,
            placeCode: villageCode,
            sentHash: '',
            reportedBy,
            reportedAt,
            ...codesOf(villageCode),
          }
        }),
      )
      await db
        .insert(activityFunctions)
        .values(
          rows.flatMap(({ id, functions }) => functions.map((name) => ({ activityId: id, function: name }))),
        )
      await db.insert(activityChannels).values(rows.map(({ id, channel }) => ({ activityId: id, channel })))
    },
    say,
  )
}
