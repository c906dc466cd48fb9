import { addMaterial } from '~/features/events/materials.server'
import { moveEvent } from '~/features/events/move-event.server'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { type Cast, EventStage, requestId } from './event-stage'
import { paper } from './papers'
import { seededChance, seededIds } from './random'
import type { World } from './world'

/** Events in their states: three that have taken place, two with all their papers, two to come, and a draft. */
export async function makeEvents(world: World, cast: Cast): Promise<number> {
  const chance = seededChance(14_112_026)
  const stage = new Stories({ ...world, newId: seededIds(chance, world.clock) }, chance, cast)
  await stage.heldTraining()
  await stage.comingForum()
  await stage.openInvitation()
  await stage.draft()
  await stage.heldForum()
  await stage.heldInPacitan()
  return 6
}

class Stories extends EventStage {
  /** A bimtek in Timika three weeks ago: answered, attended, written up, certified and judged. */
  async heldTraining(): Promise<void> {
    const { actors, chair, groups } = this.cast
    const actor = actors.mimika
    const mine = groupIdsOf(chair)[0] ?? ''
    const eventId = await this.plan(actor, '9404', -50, {
      kind: 'training',
      title: 'Bimtek menulis kabar kampung dengan ponsel',
      purpose:
        'Setiap KIM belajar menulis berita pendek yang benar, memotret dengan izin, dan memeriksa kabar sebelum menyebarkannya.',
      venue: 'Aula Dinas Kominfo Kabupaten Mimika',
      placeCode: '9404011003',
      onlineUrl: null,
      zone: 'WIT',
      startsAt: this.day(-20, 9),
      endsAt: this.day(-20, 16),
      replyUntil: this.day(-22),
      capacity: 60,
      topics: [],
      partnershipId: await this.partnership('9404', 'Kelas cek fakta untuk pengurus KIM'),
    })
    const ofMimika = groups.filter(({ regencyCode }) => regencyCode === '9404').map(({ id }) => id)
    await this.invite(actor, eventId, -45, '9404', [...ofMimika, mine])
    const invited = await this.invitedTo(eventId)
    await this.reply(chair, mine, eventId, -40, ['Ida Contoh', 'Yulius Contoh', 'Maria Contoh'])
    for (const [at, groupId] of invited
      .filter((id) => id !== mine)
      .slice(0, 7)
      .entries()) {
      const names = at === 6 ? null : this.names()
      await this.reply(await this.secretaryOf(groupId), groupId, eventId, -35 + at, names)
    }
    await this.bringMaterial(actor, eventId, -24)
    await this.letThemCome(actor, eventId, { day: -20, origins: ['Distrik Mimika Baru', 'Puskesmas Timika'] })
    await this.writeUp(actor, eventId, {
      day: -20,
      minutes:
        'Pagi: setiap KIM menceritakan cara mereka menyebarkan kabar selama ini.\n\nSiang: latihan menulis lima kalimat dan memotret dengan izin. Semua kelompok menulis satu berita.\n\nSore: memeriksa tiga kabar yang ramai di grup WhatsApp; dua di antaranya ternyata tidak benar.',
      agreed: [
        {
          what: 'Membuat grup WhatsApp pengurus KIM se-Mimika dengan aturan cek sebelum sebar.',
          due: -14,
          result: 'Grup aktif, 41 pengurus bergabung.',
        },
        {
          what: 'Mengirim daftar kampung yang belum punya sinyal kepada Bidang Aplikasi Informatika.',
          due: -6,
        },
        { what: 'Menulis satu kabar kampung setiap minggu selama tiga bulan.', due: 40, groupId: mine },
        { what: 'Menyiapkan bimtek lanjutan tentang foto dan video pendek.', due: 55 },
      ],
      comments: [
        'Waktu latihan ditambah.',
        'Bahan boleh dibagikan lebih dulu.',
        'Diadakan di distrik lain juga.',
      ],
    })
  }

  private async bringMaterial(actor: Actor, eventId: string, day: number): Promise<void> {
    this.world.at(this.day(day, 9))
    const file = new File(
      [
        new Uint8Array(
          await paper(
            'Lima langkah berita pendek',
            [
              'Tanya dulu: apa, siapa, kapan, di mana, mengapa.',
              'Tulis yang dilihat sendiri atau yang ada sumbernya. Minta izin sebelum memotret orang.',
            ],
            new Date(this.day(day, 9)),
          ),
        ),
      ],
      'bahan.pdf',
      { type: 'application/pdf' },
    )
    const materialId = this.world.newId()
    await addMaterial(this.world, {
      actor,
      requestId,
      eventId,
      id: materialId,
      title: 'Lima langkah berita pendek',
      file,
    })
  }

  /** A forum of the province in two weeks; some groups have answered. */
  async comingForum(): Promise<void> {
    const { actors, groups } = this.cast
    const actor = actors.jatim
    const eventId = await this.plan(actor, '35', -12, {
      kind: 'forum',
      title: 'Forum KIM Jawa Timur: menangkal hoaks dari desa',
      purpose: 'Bertukar cara yang berhasil dan menyepakati langkah bersama untuk enam bulan ke depan.',
      venue: 'Gedung Dinas Kominfo Provinsi Jawa Timur, Surabaya',
      placeCode: null,
      onlineUrl: 'https://rapat.contoh.id/forum-kim-jatim',
      zone: 'WIB',
      startsAt: this.day(14, 11),
      endsAt: this.day(14, 17),
      replyUntil: this.day(10),
      capacity: 300,
      topics: [],
      partnershipId: await this.partnership('35', 'Kelas cek fakta untuk pengurus KIM'),
    })
    const invited = groups.filter(({ regencyCode }) => regencyCode.startsWith('35')).map(({ id }) => id)
    await this.invite(actor, eventId, -10, '35', invited.slice(0, 150))
    for (const groupId of (await this.invitedTo(eventId)).slice(0, 12)) {
      await this.reply(await this.secretaryOf(groupId), groupId, eventId, -6, this.names())
    }
  }

  /** What the guide's chair finds waiting for an answer. */
  async openInvitation(): Promise<void> {
    const { actors, chair } = this.cast
    const actor = actors.mimika
    const eventId = await this.plan(actor, '9404', -6, {
      kind: 'outreach',
      title: 'Sosialisasi aman berinternet untuk remaja kampung',
      purpose: 'Mengajak KIM menyampaikan cara aman memakai internet di kampungnya masing-masing.',
      venue: 'Balai Kelurahan Timika Jaya',
      placeCode: '9404011003',
      onlineUrl: null,
      zone: 'WIT',
      startsAt: this.day(20, 9),
      endsAt: this.day(20, 12),
      replyUntil: this.day(18),
      capacity: null,
      topics: [],
      partnershipId: await this.partnership('9404', 'Siaran informasi publik bersama'),
    })
    await this.invite(actor, eventId, -5, '9404', groupIdsOf(chair))
  }

  async draft(): Promise<void> {
    await this.plan(this.cast.actors.mimika, '9404', -2, {
      kind: 'coordination',
      title: 'Rakor rencana kerja KIM tahun depan',
      purpose: 'Menyusun rencana bersama menurut hasil pemetaan.',
      venue: 'Ruang rapat Dinas Kominfo Kabupaten Mimika',
      placeCode: null,
      onlineUrl: null,
      zone: 'WIT',
      startsAt: this.day(35, 9),
      endsAt: this.day(35, 13),
      replyUntil: this.day(30),
      capacity: 40,
      topics: [],
      partnershipId: null,
    })
  }

  /** A forum of a province a month ago: on its board the regencies that it invited were in touch then. */
  async heldForum(): Promise<void> {
    const { actors, chair, groups } = this.cast
    const actor = actors.papuaTengah
    const eventId = await this.plan(actor, '94', -55, {
      kind: 'forum',
      title: 'Forum KIM Papua Tengah: kabar dari kampung ke provinsi',
      purpose: 'Mendengar kebutuhan KIM dan menyepakati bantuan provinsi sampai akhir tahun.',
      venue: 'Aula Kantor Gubernur, Nabire',
      placeCode: null,
      onlineUrl: 'https://rapat.contoh.id/forum-kim-papua-tengah',
      zone: 'WIT',
      startsAt: this.day(-33, 9),
      endsAt: this.day(-33, 15),
      replyUntil: this.day(-36),
      capacity: 80,
      topics: [],
      partnershipId: null,
    })
    const mine = groupIdsOf(chair)
    const invited = ['9401', '9403', '9408'].flatMap((code) =>
      groups.filter(({ id, regencyCode }) => regencyCode === code && !mine.includes(id)).slice(0, 8),
    )
    await this.invite(
      actor,
      eventId,
      -50,
      '94',
      invited.map(({ id }) => id),
    )
    this.world.at(this.day(-33, 16))
    const version = await this.version(eventId)
    await moveEvent(this.world, { actor, requestId, eventId, version, to: 'held' })
  }

  /** A sosialisasi in Pacitan four weeks ago, attended, written up and certified. */
  async heldInPacitan(): Promise<void> {
    const { actors, groups } = this.cast
    const actor = actors.pacitan
    const day = -28
    const eventId = await this.plan(actor, '3501', -48, {
      kind: 'outreach',
      title: 'Sosialisasi cek fakta menjelang musim hujan',
      purpose: 'Setiap KIM tahu ke mana memeriksa kabar tentang banjir dan longsor sebelum meneruskannya.',
      venue: 'Pendopo Kabupaten Pacitan',
      placeCode: null,
      onlineUrl: null,
      zone: 'WIB',
      startsAt: this.day(day, 11),
      endsAt: this.day(day, 14),
      replyUntil: this.day(day - 3),
      capacity: 40,
      topics: [],
      partnershipId: null,
    })
    const here = groups.filter(({ regencyCode }) => regencyCode === '3501').map(({ id }) => id)
    await this.invite(actor, eventId, -46, '3501', here)
    for (const groupId of (await this.invitedTo(eventId)).slice(0, 6))
      await this.reply(await this.secretaryOf(groupId), groupId, eventId, -40, this.names())
    await this.letThemCome(actor, eventId, { day, origins: ['BPBD Kabupaten Pacitan'] })
    await this.writeUp(actor, eventId, {
      day,
      minutes:
        'BPBD menjelaskan sumber resmi peringatan dini. Peserta memeriksa empat kabar lama; tiga ternyata dari tahun dan tempat lain.',
      agreed: [
        {
          what: 'Menempel nomor darurat BPBD di papan informasi setiap KIM.',
          due: -20,
          result: 'Terpasang di semua desa yang hadir.',
        },
        { what: 'Menyusun giliran jaga kabar bencana antar-KIM.', due: 25 },
      ],
      comments: ['Contoh kabarnya dekat dengan kami.', 'Mohon diadakan juga di kecamatan.'],
    })
  }
}
