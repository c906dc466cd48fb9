import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '~/features/identity/actor'
import type { Decision } from '~/platform/decision'
import {
  canApprove,
  canDecide,
  canSend,
  canWrite,
  isAmendment,
  mayApprove,
  mayReopen,
} from './reports.policy'
import { reportMayMove, reportStatuses } from './reports.state'

const code = (decision: Decision) => (decision.allowed ? 'yes' : decision.error.code)

function holder(grant: Partial<Grant> & Pick<Grant, 'role'>, id = 'a'): Actor {
  const held = { provinceCode: null, regencyCode: null, groupId: null, post: null, ...grant }
  return { id, name: 'A', email: null, phone: null, sessionId: 's', grants: [held] }
}
const mimika = { provinceCode: '94', regencyCode: '9404' }
const regency = holder({ role: 'regency_officer', ...mimika })
const province = holder({ role: 'province_officer', provinceCode: '94' })
const nation = holder({ role: 'national_officer' })

describe('states', () => {
  test('no report becomes a draft again, and only what was sent can be verified', () => {
    for (const from of reportStatuses) {
      expect(reportMayMove(from, 'draft'), from).toBe(false)
      expect(reportMayMove(from, 'verified'), from).toBe(from === 'sent')
      expect(reportMayMove(from, 'sent'), from).toBe(true)
    }
  })
})

describe('writing and sending', () => {
  test('is the work of chair and secretary of a group that is not closed', () => {
    const group = { id: 'g', status: 'registered' } as const
    const as = (post: Grant['post'], groupId = 'g') => holder({ role: 'volunteer', groupId, post })
    expect(code(canWrite(as('ketua'), group))).toBe('yes')
    expect(code(canWrite(as('sekretaris'), { ...group, status: 'suspended' }))).toBe('yes')
    expect(code(canWrite(as('anggota'), group))).toBe('not_chair')
    expect(code(canWrite(as('ketua', 'other'), group))).toBe('not_found')
    expect(code(canWrite(as('ketua'), { ...group, status: 'closed' }))).toBe('group_closed')
  })

  test('waits for the end of the period and stops at its approval', () => {
    const standing = { status: 'draft', phase: 'open', approved: false } as const
    expect(code(canSend(standing))).toBe('yes')
    expect(code(canSend({ ...standing, phase: 'running' }))).toBe('period_running')
    expect(code(canSend({ ...standing, phase: 'locked' }))).toBe('yes')
    expect(code(canSend({ ...standing, approved: true }))).toBe('period_approved')
  })

  test('is an amendment after the lock, or when nobody asked for it', () => {
    expect(isAmendment({ status: 'draft', phase: 'late' })).toBe(false)
    expect(isAmendment({ status: 'returned', phase: 'late' })).toBe(false)
    expect(isAmendment({ status: 'draft', phase: 'locked' })).toBe(true)
    expect(isAmendment({ status: 'verified', phase: 'open' })).toBe(true)
  })
})

describe('deciding', () => {
  const report = { ...mimika, status: 'sent', sentBy: 'b' } as const
  const to = (one: 'verified' | 'returned', approved = false) => ({ to: one, approved })
  test('is the regency office’s, not of the one who sent it, and not in an approved period', () => {
    expect(code(canDecide(regency, report, to('verified')))).toBe('yes')
    expect(code(canDecide(province, report, to('verified')))).toBe('not_found')
    expect(code(canDecide(regency, { ...report, sentBy: 'a' }, to('verified')))).toBe('own_report')
    expect(code(canDecide(regency, report, to('returned', true)))).toBe('period_approved')
    expect(code(canDecide(regency, { ...report, status: 'returned' }, to('verified')))).toBe(
      'report_not_waiting',
    )
    expect(code(canDecide(regency, { ...report, status: 'verified' }, to('returned')))).toBe('yes')
  })
})

describe('approving', () => {
  const complete = { approved: false, isDue: true, expected: 9, verified: 7, sent: 0, openBelow: 0 }
  test('follows the tree: each level for itself, a higher one reopens', () => {
    const codes = ['9404', '94', '00', '3501']
    expect(codes.map((region) => mayApprove(regency, region))).toEqual([true, false, false, false])
    expect(codes.map((region) => mayApprove(province, region))).toEqual([false, true, false, false])
    expect(codes.map((region) => mayApprove(nation, region))).toEqual([false, false, true, false])
    expect(codes.map((region) => mayReopen(regency, region))).toEqual([false, false, false, false])
    expect(codes.map((region) => mayReopen(province, region))).toEqual([true, false, false, false])
    expect(codes.map((region) => mayReopen(nation, region))).toEqual([true, true, true, true])
  })

  test('waits for what the office owes, not for what groups owe', () => {
    expect(code(canApprove(complete))).toBe('yes')
    expect(code(canApprove({ ...complete, isDue: false }))).toBe('not_due')
    expect(code(canApprove({ ...complete, isDue: false, verified: 9 }))).toBe('yes')
    expect(code(canApprove({ ...complete, sent: 1 }))).toBe('reports_waiting')
    expect(code(canApprove({ ...complete, openBelow: 1 }))).toBe('open_below')
    expect(code(canApprove({ ...complete, approved: true }))).toBe('already_approved')
    expect(code(canApprove({ ...complete, expected: 0, verified: 0 }))).toBe('nothing_expected')
  })
})
