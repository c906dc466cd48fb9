import { describe, expect, test } from 'vitest'
import { daysBetween, reminderDue, statusOnDay } from './partnership-calendar'
import { isInForce, partnershipMayMove, partnershipStatuses } from './partnerships.state'

describe('the calendar', () => {
  test.each([
    [null, 'active'],
    ['2027-02-24', 'active'],
    ['2027-02-23', 'ending'],
    ['2026-11-25', 'ending'],
    ['2026-11-24', 'ended'],
  ] as const)('a last day of %s makes it %s on 25 November 2026', (endsOn, status) => {
    expect(statusOnDay(endsOn, '2026-11-25')).toBe(status)
  })

  test.each([
    [91, undefined],
    [90, 90],
    [31, 90],
    [30, 30],
    [0, 30],
    [-1, undefined],
  ] as const)('%i days before the end the reminder of %s days is due', (daysLeft, due) => {
    expect(reminderDue(daysLeft)).toBe(due)
  })

  test('days are counted over the end of a year', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
  })
})

describe('moves', () => {
  test('what is over stays over', () => {
    for (const over of ['ended', 'broken_off'] as const) {
      expect(partnershipStatuses.filter((to) => partnershipMayMove(over, to))).toEqual([])
    }
  })

  test('a proposal is never ended by the calendar, only put in force or broken off', () => {
    expect(partnershipStatuses.filter((to) => partnershipMayMove('proposed', to))).toEqual([
      'active',
      'broken_off',
    ])
  })

  test('whatever is in force can be broken off', () => {
    for (const from of partnershipStatuses.filter(isInForce)) {
      expect(partnershipMayMove(from, 'broken_off')).toBe(true)
    }
  })
})
