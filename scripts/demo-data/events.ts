import { and, eq } from 'drizzle-orm'
import { addDecision, settleDecision, writeMinutes } from '~/features/events/decide-at-event.server'
import { evaluateEvent } from '~/features/events/evaluate-event.server'
import type { EventPlan } from '~/features/events/event-plan.server'
import { inviteGroups } from '~/features/events/invite-groups.server'
import { issueAttendance } from '~/features/events/issue-attendance.server'
import { addWalkIn, markPresent } from '~/features/events/mark-present.server'
import { addMaterial } from '~/features/events/materials.server'
import { moveEvent } from '~/features/events/move-event.server'
import { planEvent } from '~/features/events/plan-event.server'
import { replyToInvitation } from '~/features/events/reply-to-invitation.server'
import { type Actor, groupIdsOf } from '~/features/identity/actor'
import { keptBy } from '~/features/partners/partners-in-view.server'
import { localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { DemoActors, NewAccount } from './accounts'
import type { DemoGroup } from './groups'
import { personName } from './names'
import { paper } from './papers'
import { type Chance, seededChance, seededIds } from './random'
import type { World } from './world'

interface Cast {
  today: number
  actors: DemoActors
  groups: DemoGroup[]
  open: (account: NewAccount) => Promise<Actor>
  /** The chair of the guide's group. */
  chair: Actor
}

const requestId = 'contoh'

/** Events in their states: two that have taken place, one with all its papers, two to come, and a draft. */
export async function makeEvents(world: World, cast: Cast): Promise<number> {
  const chance = seededChance(14_112_026)
  const stage = new Stage({ ...world, newId: seededIds(chance, world.clock) }, chance, cast)
  await stage.heldTraining()
  await stage.comingForum()
  await stage.openInvitation()
  await stage.draft()
  await stage.heldForum()
  return 5
}

class Stage {
  private secretaries = 0
  constructor(
    private readonly world: World,
    private readonly chance: Chance,
    private readonly cast: Cast,
  ) {}

  /** Midnight WIT, days from today; before today when negative. */
  private day(days: number, hour = 0): number {
    return this.cast.today + days * DAY + hour * HOUR
  }

  private async plan(actor: Actor, officeCode: string, writtenOn: number, plan: EventPlan): Promise<string> {
    this.world.at(this.day(writtenOn, 10))
    const id = this.world.newId()
    await planEvent(this.world, { actor, requestId, id, officeCode, plan })
    return id
  }

  private async invite(actor: Actor, eventId: string, on: number, regionCode: string, groupIds: string[]) {
    this.world.at(this.day(on, 10))
    await inviteGroups(this.world, {
      actor,
      requestId,
      eventId,
      id: this.world.newId(),
      criteria: { regionCode, activity: null },
      whom: { groupIds },
    })
  }

  private async reply(actor: Actor, groupId: string, eventId: string, on: number, names: string[] | null) {
    this.world.at(this.day(on, this.chance.between(8, 20)))
    await replyToInvitation(this.world, {
      actor,
      requestId,
      groupId,
      eventId,
      version: 1,
      names,
      note: names ? null : 'Bersamaan dengan pesta adat di kampung.',
    })
  }

  private secretaryOf(groupId: string): Promise<Actor> {
    this.secretaries += 1
    return this.cast.open({
      name: personName(this.chance),
      phone: `+62807${String(1_000_000 + this.secretaries)}`,
      grant: { role: 'volunteer', groupId, post: 'sekretaris' },
    })
  }

  private names(): string[] {
    return Array.from({ length: this.chance.between(1, 3) }, () => personName(this.chance))
  }

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
    this.world.at(this.day(-24, 9))
    const file = new File(
      [
        new Uint8Array(
          await paper(
            'Lima langkah berita pendek',
            [
              'Tanya dulu: apa, siapa, kapan, di mana, mengapa.',
              'Tulis yang dilihat sendiri atau yang ada sumbernya. Minta izin sebelum memotret orang.',
            ],
            new Date(this.day(-24, 9)),
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
    await this.letThemCome(actor, eventId)
    await this.writeUp(actor, eventId, mine)
  }

  private async letThemCome(actor: Actor, eventId: string): Promise<void> {
    const at = { door: { actor }, requestId, eventId }
    const people = await this.peopleOf(eventId)
    for (const [place, { token }] of people.entries()) {
      // One of eight did not come after all.
      if (place % 8 === 7) continue
      this.world.at(this.day(-20, 8) + place * 2 * 60_000)
      await markPresent(this.world, { ...at, who: { token } })
    }
    for (const origin of ['Distrik Mimika Baru', 'Puskesmas Timika']) {
      const id = this.world.newId()
      await addWalkIn(this.world, { ...at, id, name: personName(this.chance), origin })
    }
    this.world.at(this.day(-20, 17))
    await moveEvent(this.world, {
      actor,
      requestId,
      eventId,
      version: await this.version(eventId),
      to: 'held',
    })
  }

  private async writeUp(actor: Actor, eventId: string, mine: string): Promise<void> {
    const acting = { actor, requestId }
    this.world.at(this.day(-19, 10))
    await writeMinutes(this.world, {
      ...acting,
      eventId,
      version: await this.version(eventId),
      minutes:
        'Pagi: setiap KIM menceritakan cara mereka menyebarkan kabar selama ini.\n\nSiang: latihan menulis lima kalimat dan memotret dengan izin. Semua kelompok menulis satu berita.\n\nSore: memeriksa tiga kabar yang ramai di grup WhatsApp; dua di antaranya ternyata tidak benar.',
    })
    const decisions = [
      {
        what: 'Membuat grup WhatsApp pengurus KIM se-Mimika dengan aturan cek sebelum sebar.',
        due: -14,
        done: true,
      },
      {
        what: 'Mengirim daftar kampung yang belum punya sinyal kepada Bidang Aplikasi Informatika.',
        due: -6,
      },
      { what: 'Menulis satu kabar kampung setiap minggu selama tiga bulan.', due: 40, groupId: mine },
      { what: 'Menyiapkan bimtek lanjutan tentang foto dan video pendek.', due: 55 },
    ]
    for (const { what, due, groupId = null, done = false } of decisions) {
      const id = this.world.newId()
      await addDecision(this.world, {
        ...acting,
        eventId,
        id,
        what,
        groupId,
        who: groupId ? null : 'Bidang Informasi dan Komunikasi Publik',
        dueOn: localDate(this.day(due), 'WIT'),
      })
      if (!done) continue
      this.world.at(this.day(-15, 11))
      await settleDecision(this.world, {
        ...acting,
        decisionId: id,
        version: 1,
        state: 'done',
        note: 'Grup aktif, 41 pengurus bergabung.',
      })
    }
    await issueAttendance(this.world, { ...acting, eventId, version: await this.version(eventId) })
    const comments = [
      'Waktu latihan ditambah.',
      'Bahan boleh dibagikan lebih dulu.',
      'Diadakan di distrik lain juga.',
    ]
    for (const [at, { token }] of (await this.peopleOf(eventId)).filter(here).slice(0, 9).entries()) {
      const score = (low: number) => this.chance.between(low, 5)
      await evaluateEvent(this.world, {
        token,
        id: this.world.newId(),
        answers: {
          usefulness: score(4),
          clarity: score(3),
          materials: score(2),
          organisation: score(3),
          comment: comments[at] ?? null,
        },
      })
    }
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

  /** The office's partnership of that title; those were made before the events. */
  private async partnership(officeCode: string, title: string): Promise<string> {
    const { partnerships } = this.world.store.tables
    const [found] = await this.world.store.read
      .select({ id: partnerships.id })
      .from(partnerships)
      .where(and(keptBy(officeCode, partnerships), eq(partnerships.title, title)))
    if (!found) throw new Error(`no partnership ${title}`)
    return found.id
  }

  private async version(eventId: string): Promise<number> {
    const { events } = this.world.store.tables
    const [event] = await this.world.store.read
      .select({ version: events.version })
      .from(events)
      .where(eq(events.id, eventId))
    return event?.version ?? 0
  }

  private async invitedTo(eventId: string): Promise<string[]> {
    const { eventInvitations } = this.world.store.tables
    const rows = await this.world.store.read
      .select({ groupId: eventInvitations.groupId })
      .from(eventInvitations)
      .where(eq(eventInvitations.eventId, eventId))
      .orderBy(eventInvitations.groupKey, eventInvitations.groupId)
    return rows.map(({ groupId }) => groupId)
  }

  private peopleOf(eventId: string) {
    const { eventAttendees } = this.world.store.tables
    return this.world.store.read
      .select({ token: eventAttendees.token, presentAt: eventAttendees.presentAt })
      .from(eventAttendees)
      .where(eq(eventAttendees.eventId, eventId))
      .orderBy(eventAttendees.nameKey, eventAttendees.id)
  }
}

function here({ presentAt }: { presentAt: number | null }): boolean {
  return presentAt !== null
}
