import { describe, expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import type { Role } from '~/features/identity/permissions'
import { partnershipStatuses } from '~/features/partnerships/partnerships.state'
import { HOUR } from '~/platform/clock'
import type { Decision } from '~/platform/decision'
import {
  canCertify,
  canEdit,
  canEvaluate,
  canHoldUnder,
  canInvite,
  canManage,
  canMark,
  canMove,
  canReply,
  committeeIsOpen,
  DOOR_OPENS,
  officesOf,
  readsEvent,
} from './events.policy'
import { type EventStatus, eventMayMove, eventStatuses } from './events.state'

const code = (decision: Decision) => (decision.allowed ? 'yes' : decision.error.code)

/** What a rule says of an event in each status, by status. */
function byStatus(rule: (status: EventStatus) => Decision): Record<string, string> {
  return Object.fromEntries(eventStatuses.map((status) => [status, code(rule(status))]))
}

function officer(...offices: [role: Role, provinceCode?: string, regencyCode?: string][]): Actor {
  return {
    id: 'a',
    name: 'A',
    email: null,
    phone: null,
    sessionId: 's',
    grants: offices.map(([role, provinceCode = null, regencyCode = null]) => ({
      role,
      provinceCode,
      regencyCode,
      groupId: null,
      post: null,
    })),
  }
}

const mimika = officer(['regency_officer', '94', '9404'])
const papua = officer(['province_officer', '94'])
const nation = officer(['national_officer'])
const inMimika = { officeCode: '9404', provinceCode: '94' }
const ofPapua = { officeCode: '94', provinceCode: '94' }
const ofNation = { officeCode: '00', provinceCode: '00' }

describe('whose an event is', () => {
  test('a person stands for each office once, and for none as registrar or administrator', () => {
    expect(officesOf(mimika)).toEqual(['9404'])
    expect(officesOf(papua)).toEqual(['94'])
    expect(officesOf(nation)).toEqual(['00'])
    const both = officer(
      ['regency_officer', '94', '9404'],
      ['regency_officer', '94', '9404'],
      ['province_officer', '94'],
    )
    expect(officesOf(both)).toEqual(['9404', '94'])
    expect(officesOf(officer(['registrar'], ['admin'], ['volunteer']))).toEqual([])
  })

  test('the office and those above read it; below and beside it does not exist', () => {
    const readers = { mimika, papua, nation, nabire: officer(['regency_officer', '94', '9401']) }
    const reading = (event: typeof inMimika) =>
      Object.entries(readers).flatMap(([name, actor]) => (readsEvent(actor, event) ? [name] : []))
    expect(reading(inMimika)).toEqual(['mimika', 'papua', 'nation'])
    expect(reading(ofPapua)).toEqual(['papua', 'nation'])
    expect(reading(ofNation)).toEqual(['nation'])
  })

  test('only the office itself changes it, also not those above', () => {
    for (const actor of [papua, nation, officer(['regency_officer', '94', '9401']), officer(['admin'])]) {
      const decision = canManage(actor, inMimika)
      expect(decision.allowed ? 'yes' : decision.error.status).toBe(404)
    }
    expect(code(canManage(mimika, inMimika))).toBe('yes')
    expect(code(canManage(papua, ofPapua))).toBe('yes')
    expect(code(canManage(nation, ofNation))).toBe('yes')
  })
})

describe('what can be done in which status', () => {
  const startsAt = 100 * HOUR
  const endsAt = 106 * HOUR
  const replyUntil = 80 * HOUR

  test('every move goes as the table says; it has taken place only once it has begun', () => {
    for (const status of eventStatuses) {
      for (const to of eventStatuses) {
        const expected = eventMayMove(status, to) ? 'yes' : 'event_moved'
        expect([status, to, code(canMove({ status, startsAt }, to, startsAt))]).toEqual([
          status,
          to,
          expected,
        ])
      }
    }
    expect(code(canMove({ status: 'invited', startsAt }, 'held', startsAt - 1))).toBe('event_not_begun')
    expect(code(canMove({ status: 'invited', startsAt }, 'cancelled', startsAt - 1))).toBe('yes')
  })

  test('the plan is changed until it has taken place', () => {
    expect(byStatus((status) => canEdit({ status }))).toEqual({
      draft: 'yes',
      invited: 'yes',
      held: 'event_settled',
      closed: 'event_settled',
      cancelled: 'event_settled',
    })
  })

  test('groups are invited until it ends', () => {
    expect(byStatus((status) => canInvite({ status, endsAt }, endsAt - 1))).toEqual({
      draft: 'yes',
      invited: 'yes',
      held: 'event_moved',
      closed: 'event_moved',
      cancelled: 'event_moved',
    })
    expect(code(canInvite({ status: 'invited', endsAt }, endsAt))).toBe('event_over')
  })

  test('groups answer until the deadline', () => {
    expect(byStatus((status) => canReply({ status, replyUntil }, replyUntil - 1))).toEqual({
      draft: 'event_not_open',
      invited: 'yes',
      held: 'event_not_open',
      closed: 'event_not_open',
      cancelled: 'event_not_open',
    })
    expect(code(canReply({ status: 'invited', replyUntil }, replyUntil))).toBe('reply_over')
  })

  test('the door opens half a day before and stays open until the papers are closed', () => {
    const opens = startsAt - DOOR_OPENS
    expect(byStatus((status) => canMark({ status, startsAt }, opens))).toEqual({
      draft: 'door_closed',
      invited: 'yes',
      held: 'yes',
      closed: 'door_closed',
      cancelled: 'door_closed',
    })
    expect(code(canMark({ status: 'invited', startsAt }, opens - 1))).toBe('door_not_open')
  })

  test("the committee's link ends half a day after the event", () => {
    const open = (now: number) => eventStatuses.filter((status) => committeeIsOpen({ status, endsAt }, now))
    expect(open(endsAt + 12 * HOUR - 1)).toEqual(['invited', 'held'])
    expect(open(endsAt + 12 * HOUR)).toEqual([])
  })

  test('it is judged by those who were there, once it is over', () => {
    const here = { presentAt: startsAt }
    expect(byStatus((status) => canEvaluate({ status, endsAt }, here, endsAt))).toEqual({
      draft: 'evaluation_not_open',
      invited: 'yes',
      held: 'yes',
      closed: 'evaluation_not_open',
      cancelled: 'evaluation_not_open',
    })
    expect(code(canEvaluate({ status: 'invited', endsAt }, here, endsAt - 1))).toBe('evaluation_not_open')
    expect(code(canEvaluate({ status: 'held', endsAt }, { presentAt: null }, endsAt))).toBe('not_present')
  })

  test('certificates are for events that have taken place', () => {
    expect(byStatus((status) => canCertify({ status }))).toEqual({
      draft: 'event_not_held',
      invited: 'event_not_held',
      held: 'yes',
      closed: 'yes',
      cancelled: 'event_not_held',
    })
  })
})

describe('under which partnership it is held', () => {
  const binding = {
    officeCode: '9404',
    status: 'active',
    startsOn: '2026-01-05',
    endsOn: '2026-12-31',
  } as const
  const on = (day: string) => ({ officeCode: '9404', day })

  test('one of its own office', () => {
    expect(code(canHoldUnder(binding, on('2026-06-01')))).toBe('yes')
    for (const officeCode of ['94', '9401', '00']) {
      expect(code(canHoldUnder({ ...binding, officeCode }, on('2026-06-01')))).toBe('partnership_elsewhere')
    }
    expect(code(canHoldUnder(undefined, on('2026-06-01')))).toBe('partnership_elsewhere')
  })

  test('one that binds: not a proposal, and none that was broken off', () => {
    const answers = partnershipStatuses.map((status) => [
      status,
      code(canHoldUnder({ ...binding, status }, on('2026-06-01'))),
    ])
    expect(Object.fromEntries(answers)).toEqual({
      proposed: 'partnership_not_in_force',
      active: 'yes',
      ending: 'yes',
      ended: 'yes',
      broken_off: 'partnership_not_in_force',
    })
  })

  test('one that holds on its day, the first and the last included', () => {
    const answers = ['2026-01-04', '2026-01-05', '2026-12-31', '2027-01-01'].map((day) =>
      code(canHoldUnder(binding, on(day))),
    )
    expect(answers).toEqual(['partnership_other_time', 'yes', 'yes', 'partnership_other_time'])
    expect(code(canHoldUnder({ ...binding, endsOn: null }, on('2040-01-01')))).toBe('yes')
  })

  test('the reason stands at the field, with both dates', () => {
    const decision = canHoldUnder(binding, on('2027-02-01'))
    expect(decision.allowed ? null : decision.error).toMatchObject({ status: 422, field: 'partnershipId' })
    expect(decision.allowed ? '' : decision.error.message).toMatch(
      /5 Januari 2026.*31 Desember 2026.*1 Februari 2027/,
    )
  })
})
