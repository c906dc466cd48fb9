import { type ActivityContent, ActivityId } from '~/features/activities/activities.schema'
import { addPhoto } from '~/features/activities/add-photo.server'
import { askBack, confirmActivities } from '~/features/activities/decide-activities.server'
import { editActivity } from '~/features/activities/edit-activity.server'
import { type Posting, postActivities } from '~/features/activities/post-activity.server'
import { withdrawActivity } from '~/features/activities/withdraw-activity.server'
import { checkCoverage } from '~/features/coverage/rebuild-coverage.server'
import type { Actor } from '~/features/identity/actor'
import { withWord } from '~/features/regions/places'
import { findPlaces } from '~/features/regions/places.queries.server'
import { localDate } from '~/platform/calendar'
import { DAY, HOUR, MINUTE } from '~/platform/clock'
import type { NewAccount } from './accounts'
import { tell } from './content'
import { type Diarist, dayStart, type Entry, planYear } from './diary'
import { personName } from './names'
import { drawPictures, type Scene } from './pictures'
import { type Chance, seededChance, seededIds } from './random'
import { questions } from './stories/questions'
import type { World } from './world'

interface Cast {
  today: number
  open: (account: NewAccount) => Promise<Actor>
  officerOf: (regencyCode: string) => Actor
  /** The chair of the guide's group. */
  chair: Actor
}

/** An activity that was posted, as the example knows it. */
interface Posted {
  id: ActivityId
  /** Of its text and status; each photo adds one to that of the whole. */
  version: number
  photos: number
  diarist: Diarist
  content: ActivityContent
  entry: Entry
  withdrawn: boolean
}

/** An activity that is about to be posted. */
interface Telling {
  entry: Entry
  diarist: Diarist
  posting: Posting
}

const YEAR = 365

/**
 * Lets the groups of the example live for twelve months, day by day and through the use cases of the portal: they
 * report, their offices confirm in selections and ask back, groups answer, mend and withdraw.
 * @throws when the counts that were kept on the way are not those of a count from scratch
 */
export async function makeActivities(world: World, cast: Cast): Promise<number> {
  const chance = seededChance(28_101_928)
  const pictures = await drawPictures()
  const year = new Year({ ...world, newId: seededIds(chance, world.clock) }, chance, cast, pictures)
  const many = await year.live()
  const { counts, groupIds } = await checkCoverage(world)
  if (counts.length + groupIds.length > 0) throw new Error('the coverage of the example is miscounted')
  return many
}

class Year {
  private readonly reporters = new Map<string, Actor>()
  private readonly waiting = new Map<string, Posted[]>()
  private readonly later = new Map<number, (() => Promise<void>)[]>()

  constructor(
    private readonly world: World,
    private readonly chance: Chance,
    private readonly cast: Cast,
    private readonly pictures: Record<Scene, Buffer[]>,
  ) {}

  async live(): Promise<number> {
    const { world, chance, cast } = this
    const diarists = await readDiarists(world, cast)
    const byId = new Map(diarists.map((diarist) => [diarist.groupId, diarist]))
    const plan = planYear(chance, cast.today, diarists)
    const rounds = planRounds(chance, diarists)
    let many = 0
    for (let ago = YEAR; ago >= 1; ago--) {
      const day = dayStart(cast.today, ago)
      world.at(day + 10 * HOUR)
      for (const regencyCode of rounds.get(ago) ?? []) await this.decide(regencyCode, ago)
      world.at(day + 13 * HOUR)
      for (const act of this.later.get(ago) ?? []) await act()
      const entries = plan.get(ago) ?? []
      const told: Telling[] = []
      for (const [at, entry] of entries.entries()) {
        world.at(day + 16 * HOUR + Math.floor((at / entries.length) * 330) * MINUTE)
        const diarist = byId.get(entry.groupId)
        if (diarist) told.push(await this.tell(entry, diarist))
      }
      await this.report(told)
      many += entries.length
    }
    return many
  }

  private async tell(entry: Entry, diarist: Diarist): Promise<Telling> {
    const { world, chance } = this
    const content = tell(chance, entry, diarist, localDate(world.clock(), 'WIB'))
    const id = ActivityId.parse(world.newId())
    const actor = await this.reporterOf(diarist)
    return { entry, diarist, posting: { actor, requestId: 'demo', id, groupId: diarist.groupId, content } }
  }

  /** A day's activities go in at once, as the evening's bus brings them into the net. */
  private async report(told: Telling[]): Promise<void> {
    const { world, chance } = this
    if (told.length === 0) return
    await postActivities(
      world,
      told.map(({ posting }) => posting),
    )
    for (const { entry, diarist, posting } of told) {
      const { id, actor, content } = posting
      const photos = entry.photo ? chance.pick([1, 1, 2]) : 0
      for (let at = 0; at < photos; at++) {
        const picture = chance.pick(this.pictures[entry.story.scene])
        const photo = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })
        await addPhoto(world, { actor, requestId: 'demo', activityId: id, photoId: world.newId(), photo })
      }
      const posted = { id, version: 1, photos, diarist, content, entry, withdrawn: false }
      const waiting = this.waiting.get(diarist.regencyCode)
      if (waiting) waiting.push(posted)
      else this.waiting.set(diarist.regencyCode, [posted])
      if (!diarist.isGuide && chance.often(0.012)) {
        this.at(entry.ago - chance.between(1, 12), () => this.withdraw(posted))
      }
    }
  }

  /** A round of the office: what waits is confirmed at once, a few are asked back one by one. */
  private async decide(regencyCode: string, ago: number): Promise<void> {
    const { world, chance, cast } = this
    const waiting = (this.waiting.get(regencyCode) ?? []).filter(({ withdrawn }) => !withdrawn)
    this.waiting.set(regencyCode, [])
    if (waiting.length === 0) return
    const actor = cast.officerOf(regencyCode)
    const asked = waiting.filter(
      ({ version, entry }) => version === 1 && (entry.ask !== undefined || chance.often(0.035)),
    )
    for (const posted of asked) {
      const { comment, answer } = chance.pick(questions)
      await askBack(world, { actor, requestId: 'demo', chosen: [chosen(posted)], comment })
      posted.version++
      const answers = posted.entry.ask ? posted.entry.ask === 'answered' : chance.often(0.7)
      if (answers) this.at(ago - chance.between(1, 5), () => this.answer(posted, answer))
    }
    const rest = waiting.filter((posted) => !asked.includes(posted))
    if (rest.length === 0) return
    world.at(world.clock() + chance.between(5, 90) * MINUTE)
    await confirmActivities(world, { actor, requestId: 'demo', chosen: rest.map(chosen) })
    for (const posted of rest) {
      posted.version++
      const isGuides = posted.diarist.isGuide && posted.entry.ago === 22
      if (isGuides || chance.often(0.02))
        this.at(ago - chance.between(1, isGuides ? 3 : 10), () => this.mend(posted))
    }
  }

  private async answer(posted: Posted, answer: string): Promise<void> {
    if (posted.withdrawn) return
    const { content } = posted
    const men = content.men ?? this.chance.between(6, 25)
    const women = content.women ?? this.chance.between(6, 25)
    await this.edit(posted, { ...content, men, women, story: `${content.story} ${answer}` })
    const { regencyCode } = posted.diarist
    this.waiting.set(regencyCode, [...(this.waiting.get(regencyCode) ?? []), posted])
  }

  private async mend(posted: Posted): Promise<void> {
    if (posted.withdrawn) return
    const { content } = posted
    const reach = content.reach === null ? null : content.reach + this.chance.between(3, 40)
    await this.edit(posted, { ...content, reach, partners: content.partners ?? 'Ketua RT, karang taruna' })
  }

  private async edit(posted: Posted, content: ActivityContent): Promise<void> {
    const actor = await this.reporterOf(posted.diarist)
    const { id: activityId, version } = posted
    await editActivity(this.world, { actor, requestId: 'demo', activityId, version, content })
    posted.version++
    posted.content = content
  }

  private async withdraw(posted: Posted): Promise<void> {
    const actor = await this.reporterOf(posted.diarist)
    const comment = this.chance.pick(['Tercatat dua kali.', 'Kegiatan ditunda ke bulan depan.', null])
    const { id: activityId, version } = chosen(posted)
    await withdrawActivity(this.world, { actor, requestId: 'demo', activityId, version, comment })
    posted.withdrawn = true
  }

  /** Somebody of the group with a phone and no e-mail; of the guide's group its chair. */
  private async reporterOf({ groupId, isGuide }: Diarist): Promise<Actor> {
    if (isGuide) return this.cast.chair
    const known = this.reporters.get(groupId)
    if (known) return known
    const phone = `+62800${String(1_000_000 + this.reporters.size)}`
    const grant = { role: 'volunteer', groupId, post: 'penyebaran' } as const
    const reporter = await this.cast.open({ name: personName(this.chance), phone, grant })
    this.reporters.set(groupId, reporter)
    return reporter
  }

  /** What happens after today does not happen. */
  private at(ago: number, act: () => Promise<void>): void {
    if (ago >= 1) this.later.set(ago, [...(this.later.get(ago) ?? []), act])
  }
}

function chosen({ id, version, photos }: Posted) {
  return { id, version: version + photos }
}

/** On which days which offices look at what was reported: some weekly, most every two weeks, a few lag behind. */
function planRounds(chance: Chance, diarists: Diarist[]): Map<number, string[]> {
  const rounds = new Map<number, string[]>()
  for (const code of [...new Set(diarists.map(({ regencyCode }) => regencyCode))].sort()) {
    const isGuides = code === '9404' || code === '3501'
    const last = isGuides ? 9 : chance.often(0.12) ? chance.between(24, 45) : chance.between(1, 12)
    for (let ago = last; ago < YEAR; ago += isGuides ? 7 : 28)
      rounds.set(ago, [...(rounds.get(ago) ?? []), code])
  }
  return rounds
}

/** Every group that still may report, in the order of its number. */
async function readDiarists({ store }: World, { today, chair }: Cast): Promise<Diarist[]> {
  const { groups } = store.tables
  const rows = await store.read.select().from(groups).orderBy(groups.number)
  const reading = { db: store.read, tables: store.tables }
  const places = await findPlaces(
    reading,
    rows.map(({ villageCode }) => villageCode),
  )
  const guideId = chair.grants[0]?.groupId
  return rows.flatMap((group) => {
    const place = places.get(group.villageCode)
    if (group.status === 'closed' || !place) return []
    return {
      groupId: group.id,
      regencyCode: group.regencyCode,
      villageCode: group.villageCode,
      place: {
        village: withWord(place.village),
        district: withWord(place.district),
        regency: withWord(place.regency),
        provinceCode: place.province.code,
      },
      registeredAgo: Math.floor((today - group.registeredAt) / DAY),
      isGuide: group.id === guideId,
    }
  })
}
