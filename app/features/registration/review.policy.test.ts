import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '~/features/identity/actor'
import { type Role, roles } from '~/features/identity/permissions'
import type { Decision } from '~/platform/decision'
import { applicationMayMove, applicationStatuses } from './registration.state'
import {
  canApprove,
  canDecide,
  canReturn,
  canReview,
  canTake,
  type ReviewSubject,
  reviewingRole,
} from './review.policy'

const subject: ReviewSubject = {
  status: 'under_review',
  createdBy: 'pemohon',
  submittedBy: 'pemohon',
  provinceCode: '94',
  regencyCode: '9404',
}

function officer(role: Role, where: Partial<Grant> = {}, id = 'petugas'): Actor {
  const grant = { role, provinceCode: '94', regencyCode: '9404', groupId: null, post: null, ...where }
  return { id, name: 'Petugas', email: null, phone: null, sessionId: 's', grants: [grant] }
}

const code = (decision: Decision) => (decision.allowed ? 'yes' : decision.error.code)

describe('who may review', () => {
  test.each([...roles])('%s: only the regency decides while the province does not', (role) => {
    const answer = code(canReview(officer(role), subject, { provinceDecides: false }))
    expect(answer).toBe(role === 'regency_officer' ? 'yes' : 'office_only_reads')
  })

  test('the province decides where the setting lets it, in its own province only', () => {
    const setting = { provinceDecides: true }
    expect(code(canReview(officer('province_officer'), subject, setting))).toBe('yes')
    expect(code(canReview(officer('province_officer', { provinceCode: '35' }), subject, setting))).toBe(
      'office_only_reads',
    )
    expect(code(canReview(officer('national_officer'), subject, setting))).toBe('office_only_reads')
  })

  test('another regency of the same province does not decide', () => {
    expect(
      code(
        canReview(officer('regency_officer', { regencyCode: '9401' }), subject, { provinceDecides: false }),
      ),
    ).toBe('office_only_reads')
  })

  test('nobody reviews what they sent or wrote themselves', () => {
    const setting = { provinceDecides: false }
    const sent = { ...subject, createdBy: 'lain', submittedBy: 'petugas' }
    const written = { ...subject, createdBy: 'petugas', submittedBy: 'lain' }
    expect(code(canReview(officer('regency_officer'), sent, setting))).toBe('own_application')
    expect(code(canReview(officer('regency_officer'), written, setting))).toBe('own_application')
  })

  test('the audit trail names the nearest office that the person holds', () => {
    const both = officer('national_officer')
    both.grants.push(...officer('regency_officer').grants)
    expect(reviewingRole(both, subject)).toBe('regency_officer')
    expect(reviewingRole(officer('province_officer'), subject)).toBe('province_officer')
  })
})

describe('when it may be decided', () => {
  test.each([...applicationStatuses])(
    '%s: decided only while under review, taken only while open',
    (status) => {
      expect(canDecide({ ...subject, status }).allowed).toBe(status === 'under_review')
      expect(canTake({ ...subject, status }).allowed).toBe(['submitted', 'under_review'].includes(status))
    },
  )

  test('what is marked stops an approval, even when the rest is accepted at once', () => {
    const verdicts = { identity: 'accepted', decree: 'needs_fix' } as const
    expect(code(canApprove(verdicts, ['identity', 'decree'], { acceptRest: true }))).toBe('marked_items')
  })

  test.each([undefined, 'corrected'] as const)(
    'an item that is %s stops an approval until it is accepted',
    (verdict) => {
      const verdicts = { identity: 'accepted', decree: verdict } as const
      expect(code(canApprove(verdicts, ['identity', 'decree'], { acceptRest: false }))).toBe('unjudged_items')
      expect(code(canApprove(verdicts, ['identity', 'decree'], { acceptRest: true }))).toBe('yes')
    },
  )

  test('a document that the application does not have stops nothing', () => {
    expect(code(canApprove({ identity: 'accepted' }, ['identity'], { acceptRest: false }))).toBe('yes')
  })

  test('nothing goes back without a mark', () => {
    expect(code(canReturn({ identity: 'accepted', board: 'corrected' }))).toBe('nothing_marked')
    expect(code(canReturn({ identity: 'accepted', board: 'needs_fix' }))).toBe('yes')
  })
})

describe('the table of moves', () => {
  test('only a review ends in a decision', () => {
    for (const to of ['returned', 'approved', 'rejected'] as const) {
      const from = applicationStatuses.filter((status) => applicationMayMove(status, to))
      expect(from).toEqual(['under_review'])
    }
  })

  test('what was approved, rejected or withdrawn moves no more', () => {
    for (const from of ['approved', 'rejected', 'withdrawn'] as const) {
      expect(applicationStatuses.filter((to) => applicationMayMove(from, to))).toEqual([])
    }
  })

  test('a group may withdraw for as long as nothing is decided', () => {
    const from = applicationStatuses.filter((status) => applicationMayMove(status, 'withdrawn'))
    expect(from).toEqual(['draft', 'submitted', 'under_review', 'returned'])
  })

  test('only what was returned or is a draft is sent by the group', () => {
    const from = applicationStatuses.filter((status) => applicationMayMove(status, 'submitted'))
    expect(from).toEqual(['draft', 'under_review', 'returned'])
  })
})
