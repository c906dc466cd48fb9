import { and, eq } from 'drizzle-orm'
import { addDecision, settleDecision, writeMinutes } from '~/features/events/decide-at-event.server'
import { evaluateEvent } from '~/features/events/evaluate-event.server'
import type { EventPlan } from '~/features/events/event-plan.server'
import { inviteGroups } from '~/features/events/invite-groups.server'
import { issueAttendance } from '~/features/events/issue-attendance.server'
import { addWalkIn, markPresent } from '~/features/events/mark-present.server'
import { moveEvent } from '~/features/events/move-event.server'
import { planEvent } from '~/features/events/plan-event.server'
import { replyToInvitation } from '~/features/events/reply-to-invitation.server'
import type { Actor } from '~/features/identity/actor'
import { keptBy } from '~/features/partners/partners-in-view.server'
import { localDate } from '~/platform/calendar'
import { DAY, HOUR } from '~/platform/clock'
import type { DemoActors, NewAccount } from './accounts'
import type { DemoGroup } from './groups'
import { personName } from './names'
import type { Chance } from './random'
import type { World } from './world'

export interface Cast {
  today: number
  actors: DemoActors
  groups: DemoGroup[]
  open: (account: NewAccount) => Promise<Actor>
  /** The chair of the guide's group. */
  chair: Actor
}

/** What was agreed at an event, due so many days from today; by the office unless a group is named. */
export interface Agreed {
  what: string
  due: number
  groupId?: string
  /** What came of it, when it was done by the fifth day after. */
  result?: string
}

export const requestId = 'contoh'

/** What happens around an event, step by step, through the use cases of the portal. */
export class EventStage {
  private secretaries = 0
  constructor(
    protected readonly world: World,
    protected readonly chance: Chance,
    protected readonly cast: Cast,
  ) {}

  /** Midnight WIT, days from today; before today when negative. */
  protected day(days: number, hour = 0): number {
    return this.cast.today + days * DAY + hour * HOUR
  }

  protected async plan(
    actor: Actor,
    officeCode: string,
    writtenOn: number,
    plan: EventPlan,
  ): Promise<string> {
    this.world.at(this.day(writtenOn, 10))
    const id = this.world.newId()
    await planEvent(this.world, { actor, requestId, id, officeCode, plan })
    return id
  }

  protected async invite(actor: Actor, eventId: string, on: number, regionCode: string, groupIds: string[]) {
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

  protected async reply(actor: Actor, groupId: string, eventId: string, on: number, names: string[] | null) {
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

  protected secretaryOf(groupId: string): Promise<Actor> {
    this.secretaries += 1
    return this.cast.open({
      name: personName(this.chance),
      phone: `+62807${String(1_000_000 + this.secretaries)}`,
      grant: { role: 'volunteer', groupId, post: 'sekretaris' },
    })
  }

  protected names(): string[] {
    return Array.from({ length: this.chance.between(1, 3) }, () => personName(this.chance))
  }

  /** Those who said so come on that day, all but one of eight; others walk in; then the event is over. */
  protected async letThemCome(
    actor: Actor,
    eventId: string,
    { day, origins }: { day: number; origins: string[] },
  ): Promise<void> {
    const at = { door: { actor }, requestId, eventId }
    const people = await this.peopleOf(eventId)
    for (const [place, { token }] of people.entries()) {
      if (place % 8 === 7) continue
      this.world.at(this.day(day, 8) + place * 2 * 60_000)
      await markPresent(this.world, { ...at, who: { token } })
    }
    for (const origin of origins) {
      const id = this.world.newId()
      await addWalkIn(this.world, { ...at, id, name: personName(this.chance), origin })
    }
    this.world.at(this.day(day, 17))
    await moveEvent(this.world, {
      actor,
      requestId,
      eventId,
      version: await this.version(eventId),
      to: 'held',
    })
  }

  /** Minutes and what was agreed, certificates for who came, and the judgement of some; on the day after that day. */
  protected async writeUp(
    actor: Actor,
    eventId: string,
    {
      day,
      minutes,
      agreed,
      comments,
    }: { day: number; minutes: string; agreed: Agreed[]; comments: string[] },
  ): Promise<void> {
    const acting = { actor, requestId }
    this.world.at(this.day(day + 1, 10))
    await writeMinutes(this.world, {
      ...acting,
      eventId,
      version: await this.version(eventId),
      minutes,
    })
    for (const { what, due, groupId = null, result } of agreed) {
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
      if (!result) continue
      this.world.at(this.day(day + 5, 11))
      await settleDecision(this.world, {
        ...acting,
        decisionId: id,
        version: 1,
        state: 'done',
        note: result,
      })
    }
    await issueAttendance(this.world, { ...acting, eventId, version: await this.version(eventId) })
    await this.judge(eventId, comments)
  }

  private async judge(eventId: string, comments: string[]): Promise<void> {
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

  /** The office's partnership of that title; those were made before the events. */
  protected async partnership(officeCode: string, title: string): Promise<string> {
    const { partnerships } = this.world.store.tables
    const [found] = await this.world.store.read
      .select({ id: partnerships.id })
      .from(partnerships)
      .where(and(keptBy(officeCode, partnerships), eq(partnerships.title, title)))
    if (!found) throw new Error(`no partnership ${title}`)
    return found.id
  }

  protected async version(eventId: string): Promise<number> {
    const { events } = this.world.store.tables
    const [event] = await this.world.store.read
      .select({ version: events.version })
      .from(events)
      .where(eq(events.id, eventId))
    return event?.version ?? 0
  }

  protected async invitedTo(eventId: string): Promise<string[]> {
    const { eventInvitations } = this.world.store.tables
    const rows = await this.world.store.read
      .select({ groupId: eventInvitations.groupId })
      .from(eventInvitations)
      .where(eq(eventInvitations.eventId, eventId))
      .orderBy(eventInvitations.groupKey, eventInvitations.groupId)
    return rows.map(({ groupId }) => groupId)
  }

  protected peopleOf(eventId: string) {
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
