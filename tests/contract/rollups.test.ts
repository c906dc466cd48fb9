import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groupMayMove, groupStatuses } from '~/features/groups/groups.state'
import { checkRollups, rewriteRollups } from '~/features/regions/check-rollups.server'
import { countGroup } from '~/features/regions/count-group.server'
import { regionFacts } from '~/features/regions/region-facts.queries.server'
import { onEachEngine } from '../support/engines'
import type { TestServices } from '../support/services'

/** Two villages of one district, one of another district, one of another province. */
const villages = ['9404011003', '9404011014', '9404022001', '3501122003']

function codesOf(villageCode: string) {
  return {
    villageCode,
    districtCode: villageCode.slice(0, 6),
    regencyCode: villageCode.slice(0, 4),
    provinceCode: villageCode.slice(0, 2),
  }
}

async function addGroup(services: TestServices, villageCode: string): Promise<string> {
  const { store, newId, now } = services
  const id = newId()
  await store.transact(async (tx) => {
    await tx.db.insert(tx.tables.groups).values({
      ...codesOf(villageCode),
      id,
      number: id,
      name: 'KIM Uji',
      nameKey: 'kim uji',
      scope: 'village',
      status: 'registered',
      statusSince: now,
      contact: {
        channels: {},
        publicChannels: [],
        publicChairName: false,
        publicAddress: false,
        publicLocation: false,
      },
      source: 'online',
      registeredAt: now,
    })
    await countGroup(tx, codesOf(villageCode), null, 'registered')
  })
  return id
}

/** Moves a group when its state allows it, as the use cases do. */
async function moveGroup({ store }: TestServices, id: string, to: (typeof groupStatuses)[number]) {
  await store.transact(async (tx) => {
    const { groups } = tx.tables
    const [group] = await tx.db.select().from(groups).where(eq(groups.id, id))
    if (!group || !groupMayMove(group.status, to)) return
    const moved = await tx.db
      .update(groups)
      .set({ status: to, version: group.version + 1 })
      .where(and(eq(groups.id, id), eq(groups.version, group.version)))
      .returning({ id: groups.id })
    if (moved.length > 0) await countGroup(tx, group, group.status, to)
  })
}

async function clear({ store }: TestServices) {
  await store.transact(async ({ db, tables }) => {
    await db.delete(tables.groups)
    await db.delete(tables.regionRollups)
  })
}

onEachEngine('roll-ups', (given) => {
  it('equal a count from scratch after any order of registering, suspending, reactivating and closing', async () => {
    const services = given()
    const step = fc.oneof(
      fc.record({ register: fc.constantFrom(...villages) }),
      fc.record({ group: fc.nat(20), to: fc.constantFrom(...groupStatuses) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        await clear(services)
        const ids: string[] = []
        for (const next of steps) {
          if ('register' in next) ids.push(await addGroup(services, next.register))
          else await moveGroup(services, ids[next.group % Math.max(1, ids.length)] ?? 'none', next.to)
        }
        expect(await checkRollups(services)).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('are right when many count at once', async () => {
    const services = given()
    await clear(services)
    const ids = await Promise.all(
      Array.from({ length: 40 }, (_, at) => addGroup(services, villages[at % villages.length] ?? '')),
    )
    await Promise.all(ids.map((id, at) => moveGroup(services, id, at % 3 === 0 ? 'closed' : 'suspended')))
    expect(await checkRollups(services)).toEqual([])
  })

  it('that went wrong are told region by region and written anew', async () => {
    const services = given()
    await clear(services)
    await addGroup(services, '9404011003')
    const { regionRollups } = services.store.tables
    await services.store.transact(async ({ db }) => {
      await db.update(regionRollups).set({ registeredGroups: 5 }).where(eq(regionRollups.regionCode, '9404'))
      await db.insert(regionRollups).values({ regionCode: '3501', closedGroups: 1 })
    })
    const found = await checkRollups(services)
    expect(found.map(({ regionCode }) => regionCode)).toEqual(['3501', '9404'])
    expect(found[1]).toMatchObject({ stored: { registeredGroups: 5 }, counted: { registeredGroups: 1 } })
    await rewriteRollups(services)
    expect(await checkRollups(services)).toEqual([])
  })

  it('are what the JSON interface tells about a region', async () => {
    const services = given()
    await clear(services)
    await addGroup(services, '9404011003')
    await addGroup(services, '9404011014')
    const mimika = await regionFacts(services, '9404')
    expect(mimika).toMatchObject({
      kode: '9404',
      nama: 'Kabupaten Mimika',
      tingkat: 'kabupaten_kota',
      jenis: 'kabupaten',
      induk: '94',
    })
    expect(mimika?.anak[0]).toEqual({
      kode: '940401',
      nama: 'Distrik Mimika Baru',
      jenis: 'kecamatan',
      desa: expect.any(Number),
      kim: 2,
    })
    const nation = await regionFacts(services, '00')
    expect(nation?.anak.map(({ kode, desa, kim }) => [kode, desa, kim])).toEqual([
      ['35', 8494, 0],
      ['94', 1208, 2],
    ])
    expect(await regionFacts(services, '99')).toBeNull()
  })
})
