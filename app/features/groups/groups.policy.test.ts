import { describe, expect, test } from 'vitest'
import type { Actor } from '~/features/identity/actor'
import type { Decision } from '~/platform/decision'
import { decreeTerm } from './decree-term'
import {
  canConfirmHandover,
  canDecideRenewal,
  canEndHandover,
  canMoveGroup,
  canSpeakFor,
} from './groups.policy'
import { groupStatuses } from './groups.state'
import { nextGroupStep } from './next-group-step'

const code = (decision: Decision) => (decision.allowed ? 'yes' : decision.error.code)

function member(post: 'ketua' | 'anggota'): Actor {
  const grant = { role: 'volunteer', provinceCode: null, regencyCode: null, groupId: 'g', post } as const
  return { id: 'a', name: 'A', email: null, phone: null, sessionId: 's', grants: [grant] }
}

describe('who may do what to a group', () => {
  test('nothing happens to a closed group', () => {
    for (const to of groupStatuses)
      expect(code(canMoveGroup({ id: 'g', status: 'closed' }, to))).toBe('group_closed')
    expect(code(canSpeakFor(member('ketua'), { id: 'g', status: 'closed' }))).toBe('group_closed')
  })

  test('only the chair speaks for a group, also while it is suspended', () => {
    expect(code(canSpeakFor(member('ketua'), { id: 'g', status: 'suspended' }))).toBe('yes')
    expect(code(canSpeakFor(member('anggota'), { id: 'g', status: 'registered' }))).toBe('not_chair')
    expect(code(canSpeakFor(member('ketua'), { id: 'another', status: 'registered' }))).toBe('not_chair')
  })

  test('a handover is confirmed after the successor, by neither the successor nor the proposer', () => {
    const accepted = { status: 'accepted', proposedBy: 'chair', successorAccountId: 'next' } as const
    expect(code(canConfirmHandover({ id: 'officer' }, accepted, true))).toBe('yes')
    expect(code(canConfirmHandover({ id: 'next' }, accepted, false))).toBe('own_chair')
    expect(code(canConfirmHandover({ id: 'chair' }, accepted, true))).toBe('own_proposal')
    expect(code(canConfirmHandover({ id: 'chair' }, accepted, false))).toBe('yes')
    expect(code(canConfirmHandover({ id: 'officer' }, { ...accepted, status: 'proposed' }, true))).toBe(
      'not_accepted',
    )
    for (const status of ['confirmed', 'declined', 'cancelled'] as const) {
      expect(code(canConfirmHandover({ id: 'officer' }, { ...accepted, status }, true))).toBe('handover_over')
      expect(code(canEndHandover({ status }))).toBe('handover_over')
    }
  })

  test('a new decree is decided once, by somebody else', () => {
    const sent = { status: 'submitted', submittedBy: 'chair' } as const
    expect(code(canDecideRenewal({ id: 'officer' }, sent))).toBe('yes')
    expect(code(canDecideRenewal({ id: 'chair' }, sent))).toBe('own_renewal')
    for (const status of ['confirmed', 'declined', 'withdrawn'] as const) {
      expect(code(canDecideRenewal({ id: 'officer' }, { ...sent, status }))).toBe('renewal_over')
    }
  })
})

describe('the term of a decree', () => {
  test('it holds on its last day, ends the day after, and is ending for 90 days before', () => {
    expect(decreeTerm('2026-11-22', '2026-11-22')).toBe('ending')
    expect(decreeTerm('2026-11-21', '2026-11-22')).toBe('ended')
    expect(decreeTerm('2027-02-20', '2026-11-22')).toBe('ending')
    expect(decreeTerm('2027-02-21', '2026-11-22')).toBe('valid')
    expect(decreeTerm(null, '2026-11-22')).toBe('open')
    expect(decreeTerm(undefined, '2026-11-22')).toBe('none')
  })
})

describe('the next step', () => {
  const fine = {
    status: 'registered',
    suspendedUntil: null,
    term: 'valid',
    validUntil: '2029-01-01',
    handover: null,
    renewalWaits: false,
    isChair: true,
  } as const

  test('the most pressing thing is said', () => {
    expect(nextGroupStep(fine)).toContain('Semua beres')
    expect(nextGroupStep({ ...fine, term: 'ended' })).toContain('Kirim SK yang baru')
    expect(nextGroupStep({ ...fine, term: 'ended', renewalWaits: true })).toContain('menunggu pengesahan')
    expect(nextGroupStep({ ...fine, term: 'ended', isChair: false })).not.toContain('Kirim')
    expect(nextGroupStep({ ...fine, handover: 'proposed', term: 'ended' })).toContain('calon ketua')
    expect(
      nextGroupStep({ ...fine, status: 'suspended', suspendedUntil: '2026-12-01', handover: 'accepted' }),
    ).toContain('Terdaftar kembali 1 Desember 2026')
    expect(nextGroupStep({ ...fine, status: 'closed', term: 'ended' })).toContain('ditutup')
  })
})
