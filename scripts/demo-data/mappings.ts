import type { Actor } from '~/features/identity/actor'
import { addRow } from '~/features/mapping/add-row.server'
import { MappingId, MappingRowId, NewMappingForm, NewRowForm } from '~/features/mapping/mapping.schema'
import { openMapping } from '~/features/mapping/open-mapping.server'
import { settleMapping } from '~/features/mapping/settle-mapping.server'
import { startMapping } from '~/features/mapping/start-mapping.server'
import { districtsWithVillages } from '~/features/mapping/villages.queries.server'
import { addDays, localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { DemoActors } from './accounts'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
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

/** Kabupaten Mimika has settled a mapping, Pacitan is in the middle of one, Ponorogo has planned its first. */
export async function makeMappings(world: World, { today, actors, officerOf }: Cast): Promise<number> {
  const mimika = await makeOne(world, {
    actor: actors.mimika,
    regencyCode: '9404',
    from: today - 90 * DAY,
    every: 3,
  })
  const settled = await settle(world, actors.mimika, mimika.id, today - 20 * DAY)
  const pacitan = await makeOne(world, {
    actor: actors.pacitan,
    regencyCode: '3501',
    from: today - 30 * DAY,
    every: 4,
  })
  world.at(today - 5 * DAY)
  await plan(world, officerOf('3502'), '3502', today)
  return settled + mimika.rows + pacitan.rows
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

async function settle(world: World, actor: Actor, mappingId: MappingId, at: number): Promise<number> {
  world.at(at)
  await settleMapping(world, { actor, mappingId, version: 2 })
  return 0
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
