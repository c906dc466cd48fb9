import { closeThread } from '~/features/coordination/close-thread.server'
import type { Figure } from '~/features/coordination/figures'
import { sendNote } from '~/features/coordination/send-note.server'
import { writeInThread } from '~/features/coordination/write-in-thread.server'
import type { Actor } from '~/features/identity/actor'
import { localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { DemoActors } from './accounts'
import { makeApplication } from './applications'
import type { DemoGroup } from './groups'
import { seededChance } from './random'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  groups: DemoGroup[]
  officerOf: (regencyCode: string) => Actor
}

interface Letter {
  by: Actor
  to: string[]
  daysAgo: number
  /** Days until an answer is due. */
  within: number
  subject: string
  body: string
  figure?: Figure
}

interface Reply {
  by: Actor
  daysAgo: number
  body: string
}

/** Decisions of the last weeks, quick and slow ones, so that the board can say how long offices take. */
export async function makeDecisions(world: World, { today, actors, groups, officerOf }: Cast): Promise<void> {
  const chance = seededChance(9435)
  for (const { villageCode, regencyCode } of groups.filter((_, at) => at % 33 === 7)) {
    await makeApplication(world, chance, today, {
      applicant: actors.neighbour,
      officer: officerOf(regencyCode),
      villageCode,
      stage: chance.often(0.6) ? 'approved' : 'rejected',
      daysAgo: chance.between(25, 80),
      takenAfter: chance.between(1, 12),
    })
  }
}

/** Threads between offices in each of their states: open, late, answered, asked on and closed. */
export async function makeNotes(world: World, { today, actors, groups, officerOf }: Cast): Promise<number> {
  const { papuaTengah, jatim, national, mimika, pacitan } = actors
  const moment = (daysAgo: number, hours = 0) => today - daysAgo * DAY + hours * HOUR

  const send = async ({ by, to, daysAgo, within, subject, body, figure }: Letter) => {
    world.at(moment(daysAgo))
    const dueOn = localDate(moment(daysAgo - within), 'WIB')
    const note = { id: world.newId(), recipients: [...to].sort(), subject, body, dueOn, figure }
    const threads = await sendNote(world, { actor: by, note })
    return (code: string) => threads.get(code) ?? ''
  }
  const reply = async (threadId: string, version: number, { by, daysAgo, body }: Reply) => {
    world.at(moment(daysAgo, 3))
    await writeInThread(world, { actor: by, threadId, version, id: world.newId(), body })
  }

  const slow = await send({
    by: papuaTengah,
    to: ['9404'],
    daysAgo: 12,
    within: 5,
    subject: 'Permohonan yang paling lama menunggu',
    body: 'Di papan terlihat ada permohonan yang sudah lama menunggu diperiksa. Apakah ada kendala berkas atau petugas? Bila perlu, kami bantu menghubungi kelompoknya.',
    figure: 'tertua',
  })
  await reply(slow('9404'), 1, {
    by: mimika,
    daysAgo: 9,
    body: 'Terima kasih. Dua berkas menunggu SK yang jelas terbacanya; kelompok sudah kami telepon. Sisanya kami periksa pekan ini.',
  })
  await reply(slow('9404'), 2, {
    by: papuaTengah,
    daysAgo: 8,
    body: 'Baik. Mohon kabari bila semuanya sudah diputuskan.',
  })

  const east = [...new Set(groups.map(({ regencyCode }) => regencyCode))]
    .filter((code) => code.startsWith('35'))
    .sort()
    .slice(0, 8)
  const data = await send({
    by: jatim,
    to: east,
    daysAgo: 20,
    within: 14,
    subject: 'Pemutakhiran data KIM menjelang akhir tahun',
    body: 'Mohon periksa daftar KIM di wilayah masing-masing: ketua, masa berlaku SK, dan kelompok yang sudah lama tanpa kegiatan. Balas singkat bila sudah, atau tulis kendalanya.',
    figure: 'aktif',
  })
  for (const [at, code] of east.slice(0, 5).entries()) {
    await reply(data(code), 1, {
      by: officerOf(code),
      daysAgo: 15 - at,
      body:
        at % 2 === 0
          ? 'Sudah kami periksa. Tiga ketua sedang diganti, SK-nya menyusul bulan depan.'
          : 'Sedang kami kerjakan bersama kecamatan; perkiraan selesai dua pekan lagi.',
    })
  }
  const visit = await send({
    by: jatim,
    to: ['3501'],
    daysAgo: 34,
    within: 7,
    subject: 'Kunjungan ke KIM siaga banjir',
    body: 'Kami ingin berkunjung ke KIM yang melaporkan pekan banjir lalu. Mohon usul dua kelompok dan tanggalnya.',
  })
  await reply(visit('3501'), 1, {
    by: pacitan,
    daysAgo: 31,
    body: 'Kami usulkan dua kelompok di Kecamatan Pacitan dan Arjosari, hari Rabu pekan depan.',
  })
  world.at(moment(22))
  await closeThread(world, { actor: jatim, threadId: visit('3501'), version: 2 })

  const yearly = await send({
    by: national,
    to: ['35', '94'],
    daysAgo: 5,
    within: 14,
    subject: 'Bahan rapat koordinasi nasional KIM',
    body: 'Mohon kirim tiga hal yang berjalan baik dan tiga kendala di provinsi Anda, paling lama satu halaman.',
  })
  await reply(yearly('94'), 1, {
    by: papuaTengah,
    daysAgo: 2,
    body: 'Sedang kami rangkum bersama Mimika dan Nabire. Kendala utama: sinyal dan petugas yang berganti.',
  })
  world.at(today)
  return 2 + east.length + 2
}
