import { expect, test } from 'vitest'
import { decreeState, nextSteps } from './next-steps'

test('a decree is in force through its last day, asked to be renewed 90 days before, and then expired', () => {
  const on = (today: string, validUntil: string | null) => decreeState({ validUntil }, today)
  expect(on('2026-11-22', null)).toBe('in_force')
  expect(on('2026-11-22', '2027-02-21')).toBe('in_force')
  expect(on('2026-11-22', '2027-02-20')).toBe('ends_soon')
  expect(on('2026-11-22', '2026-11-22')).toBe('ends_soon')
  expect(on('2026-11-22', '2026-11-21')).toBe('expired')
  expect(decreeState(null, '2026-11-22')).toBe('none')
})

const chair = {
  status: 'registered',
  decree: 'none',
  subdomain: null,
  showsContact: false,
  isChair: true,
  isAlone: false,
  keepsProfile: true,
} as const

test('the chair sees what is missing first, a plain member what anyone may do', () => {
  expect(nextSteps(chair)).toEqual(['add_decree', 'show_contact', 'ask_subdomain', 'share_page'])
  expect(nextSteps({ ...chair, isChair: false, keepsProfile: false })).toEqual(['share_page'])
})

test('a chair who is alone is told that others may be invited', () => {
  expect(nextSteps({ ...chair, decree: 'in_force', isAlone: true })).toEqual([
    'invite_members',
    'show_contact',
    'ask_subdomain',
    'share_page',
  ])
})

test('a suspended group asks for no name and shares nothing, a closed one does nothing', () => {
  expect(nextSteps({ ...chair, status: 'suspended', decree: 'expired' })).toEqual([
    'replace_decree',
    'show_contact',
  ])
  expect(nextSteps({ ...chair, status: 'closed' })).toEqual([])
})
