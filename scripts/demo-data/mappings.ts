import { and, asc, eq } from 'drizzle-orm'
import type { Actor } from '~/features/identity/actor'
import { addRow } from '~/features/mapping/add-row.server'
import { inviteCandidate } from '~/features/mapping/invite-candidate.server'
import {
  MappingId,
  MappingRowId,
  MergeForm,
  NewMappingForm,
  NewRowForm,
} from '~/features/mapping/mapping.schema'
import { mergeRows } from '~/features/mapping/merge-rows.server'
import { openMapping } from '~/features/mapping/open-mapping.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { districtsWithVillages } from '~/features/mapping/villages.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { DemoActors, NewAccount } from './accounts'
import { makeApplication } from './applications'
import { seededChance } from './random'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  open: (account: NewAccount) => Promise<Actor>
  officerOf: (regencyCode: string) => Actor
}

/** What may live in a village, each with what a surveyor would note. */
const communities = [
  {
    name: 'Karang Taruna',
    kind: 'karang-taruna',
    class: 'b',
    followUp: 'form',
    channels: 'Papan pengumuman, WhatsApp',
    audience: 'Pemuda',
    topics: 'Olahraga, kesehatan remaja',
    strength: 'Anggotanya banyak dan sering berkumpul.',
    gap: 'Belum pernah menulis berita.',
  },
  {
    name: 'PKK',
    kind: 'pkk',
    class: 'b',
    followUp: 'partner',
    channels: 'Pertemuan dasawisma',
    audience: 'Keluarga',
    topics: 'Stunting, gizi, posyandu',
    strength: 'Menjangkau setiap rumah.',
    gap: 'Belum punya perangkat.',
  },
  {
    name: 'Kelompok Tani Sumber Makmur',
    kind: 'kelompok-tani',
    class: 'b',
    followUp: 'watch',
    channels: 'Pertemuan kelompok',
    audience: 'Petani',
    topics: 'Pertanian, cuaca',
    strength: 'Rapat rutin setiap bulan.',
    gap: 'Sinyal lemah.',
  },
  {
    name: 'Radio Warga',
    kind: 'media-warga',
    class: 'a',
    followUp: 'form',
    channels: 'Radio, Facebook',
    audience: 'Warga umum',
    topics: 'Pelayanan publik, hoaks',
    strength: 'Sudah menyiarkan berita kampung.',
    gap: 'Belum punya SK.',
  },
  {
    name: 'Pokdarwis',
    kind: 'pokdarwis',
    class: 'b',
    followUp: 'strengthen',
    channels: 'Instagram',
    audience: 'Wisatawan dan pelaku usaha',
    topics: 'Wisata, budaya',
    strength: 'Terbiasa membuat foto dan video.',
    gap: 'Perlu pelatihan menulis.',
  },
] as const

/**
 * Kabupaten Mimika and Kota Mojokerto have settled a mapping, Pacitan is in the middle of one, Ponorogo has planned its
 * first. What Mimika found has brought a KIM.
 */
export async function makeMappings(world: World, cast: Cast): Promise<number> {
  const { today, actors, officerOf } = cast
  const mimika = await makeOne(world, {
    actor: actors.mimika,
    regencyCode: '9404',
    from: today - 90 * DAY,
    every: 3,
  })
  await mergeTwo(world, actors.mimika, mimika.id, today - 30 * DAY)
  await settle(world, actors.mimika, mimika.id, today - 20 * DAY)
  await inviteTwo(world, cast, mimika.id)
  const mojokerto = await makeOne(world, {
    actor: officerOf('3576'),
    regencyCode: '3576',
    from: today - 70 * DAY,
    every: 2,
  })
  await settle(world, officerOf('3576'), mojokerto.id, today - 25 * DAY)
  const pacitan = await makeOne(world, {
    actor: actors.pacitan,
    regencyCode: '3501',
    from: today - 30 * DAY,
    every: 4,
  })
  world.at(today - 5 * DAY)
  await plan(world, officerOf('3502'), '3502', today)
  return mimika.rows + mojokerto.rows + pacitan.rows
}

async function plan(world: World, actor: Actor, regencyCode: string, begins: number): Promise<MappingId> {
  const id = MappingId.parse(world.newId())
  const beginsOn = localDate(begins, 'WIB')
  const value = NewMappingForm.parse({
    id,
    regencyCode,
    title: `Pemetaan ${beginsOn.slice(0, 4)}`,
    beginsOn,
    endsOn: addDays(beginsOn, 60),
  })
  await openMapping(world, { actor, value })
  return id
}

async function settle(world: World, actor: Actor, mappingId: MappingId, at: number): Promise<void> {
  world.at(at)
  await settleMapping(world, { actor, mappingId, version: 2 })
}

/** One community was written down twice, by two surveyors. */
async function mergeTwo(world: World, actor: Actor, mappingId: MappingId, at: number): Promise<void> {
  const [kept] = await candidates(world, mappingId)
  if (!kept) throw new Error('there is no candidate to merge')
  world.at(at)
  const mergedId = MappingRowId.parse(world.newId())
  const again = { id: mergedId, villageCode: kept.villageCode, name: `${kept.name} Muda` }
  const value = NewRowForm.parse({ ...again, kindCode: 'karang-taruna', class: 'b', followUp: 'form' })
  await addRow(world, { actor, mappingId, value })
  world.at(at + HOUR)
  const merge = { keptId: kept.id, keptVersion: 1, mergedId, mergedVersion: 1 }
  await mergeRows(world, { actor, mappingId, value: MergeForm.parse(merge) })
}

/** Two candidates are invited to register: one has become a KIM, the other has its link still. */
async function inviteTwo(world: World, { today, actors, open }: Cast, mappingId: MappingId): Promise<void> {
  const actor = actors.mimika
  const [first, ...others] = await candidates(world, mappingId)
  const [registering, waiting] = others.filter(({ villageCode }) => villageCode !== first?.villageCode)
  if (!registering || !waiting) throw new Error('there is no candidate to invite')
  world.at(today - 19 * DAY)
  const { link } = await inviteCandidate(world, { actor, mappingId, rowId: registering.id })
  await makeApplication(world, seededChance(9_404_019), today, {
    applicant: await open({ name: 'Naomi Contoh', phone: '+6280700000019' }),
    officer: actor,
    villageCode: registering.villageCode,
    stage: 'approved',
    daysAgo: 18,
    takenAfter: 3,
    invitation: new URL(link).pathname.split('/').at(-1),
  })
  world.at(today - 6 * DAY)
  await inviteCandidate(world, { actor, mappingId, rowId: waiting.id })
}

/** Of whom the office proposes to form a KIM. */
function candidates({ store }: World, mappingId: MappingId) {
  const { mappingRows } = store.tables
  return store.read
    .select({ id: mappingRows.id, name: mappingRows.name, villageCode: mappingRows.villageCode })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, mappingId), eq(mappingRows.followUp, 'form')))
    .orderBy(asc(mappingRows.villageCode), asc(mappingRows.id))
    .limit(6)
}

async function makeOne(
  world: World,
  { actor, regencyCode, from, every }: { actor: Actor; regencyCode: string; from: number; every: number },
): Promise<{ id: MappingId; rows: number }> {
  world.at(from)
  const id = await plan(world, actor, regencyCode, from)
  world.at(from + HOUR)
  await startMapping(world, { actor, mappingId: id, version: 1 })
  const districts = await districtsWithVillages(
    { db: world.store.read, tables: world.store.tables },
    regencyCode,
  )
  const villages = districts.flatMap((district) => district.villages)
  let rows = 0
  for (const [at, village] of villages.entries()) {
    if (at % every !== 0) continue
    // Every fifth visit finds two communities, so that some villages have several.
    for (const shift of at % 5 === 0 ? [0, 1] : [0]) {
      const moment = from + DAY + at * HOUR
      world.at(moment)
      await addRow(world, { actor, mappingId: id, value: rowOf(world, village, at + shift, moment) })
      rows++
    }
  }
  return { id, rows }
}

function rowOf(world: World, village: { code: string; name: string }, turn: number, moment: number) {
  const { name, kind, ...found } = communities[turn % communities.length] ?? communities[0]
  return NewRowForm.parse({
    ...found,
    id: MappingRowId.parse(world.newId()),
    villageCode: village.code,
    kindCode: kind,
    name: `${name} ${village.name}`.replace(/[^\p{L}\p{N} .,'’()&/+:–-]/gu, ' ').slice(0, 100),
    contactName: 'Nama Contoh',
    contact: `0812${String(10_000_000 + turn * 7919).slice(0, 8)}`,
    surveyedBy: 'Petugas Contoh',
    surveyedOn: localDate(moment, 'WIB'),
  })
}
