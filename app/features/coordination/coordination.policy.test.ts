import { expect, test } from 'vitest'
import type { Actor, Grant } from '~/features/identity/actor'
import type { Role } from '~/features/identity/permissions'
import { canClose, canWrite, leadingOffice, sideOf } from './coordination.policy'

const somebody = (...grants: (Partial<Grant> & { role: Role })[]): Actor => ({
  id: 'a',
  name: 'A',
  email: null,
  phone: null,
  sessionId: 's',
  grants: grants.map((grant) => ({
    provinceCode: null,
    regencyCode: null,
    groupId: null,
    post: null,
    ...grant,
  })),
})
const nation = somebody({ role: 'national_officer' })
const province = somebody({ role: 'province_officer', provinceCode: '94' })
const regency = somebody({ role: 'regency_officer', provinceCode: '94', regencyCode: '9404' })
const neighbour = somebody({ role: 'regency_officer', provinceCode: '94', regencyCode: '9401' })
const volunteer = somebody({ role: 'volunteer', groupId: 'g', post: 'ketua' })

test('a thread has two ends and is known to nobody else, also not to the nation', () => {
  const thread = { senderCode: '94', recipientCode: '9404' }
  expect([province, regency, neighbour, nation, volunteer].map((actor) => sideOf(actor, thread))).toEqual([
    'sender',
    'recipient',
    null,
    null,
    null,
  ])
})

test('the nation leads everywhere, a province itself, a regency nobody', () => {
  expect(leadingOffice(nation, '94')).toBe('00')
  expect(leadingOffice(province, '94')).toBe('94')
  expect(leadingOffice(province, '35')).toBeNull()
  expect(leadingOffice(province, '00')).toBeNull()
  expect(leadingOffice(regency, '94')).toBeNull()
})

test('only the sender closes, once, and then nobody writes', () => {
  expect(canClose({ status: 'answered' }, 'sender').allowed).toBe(true)
  expect(canClose({ status: 'answered' }, 'recipient')).toMatchObject({ error: { code: 'sender_closes' } })
  expect(canClose({ status: 'closed' }, 'sender')).toMatchObject({ error: { code: 'thread_closed' } })
  expect(canWrite({ status: 'open' }).allowed).toBe(true)
  expect(canWrite({ status: 'closed' })).toMatchObject({ error: { code: 'thread_closed' } })
})
