import { expect, it } from 'vitest'
import { standingOn } from './standing'

it('tells when a state ends however far the thresholds reach', () => {
  const thresholds = [{ from: 0, active: 1500, lessActive: 3650 }]
  expect(standingOn('2026-11-20', '2026-11-22', thresholds)).toMatchObject({
    state: 'active',
    until: '2030-12-29',
    next: 'less_active',
  })
  expect(standingOn('2020-01-01', '2026-11-22', thresholds)).toMatchObject({
    state: 'less_active',
    until: '2029-12-29',
    next: 'dormant',
  })
  expect(standingOn(null, '2026-11-22', thresholds)).toMatchObject({ state: 'dormant', until: null })
})
