import { expect, test } from 'vitest'
import type { Role } from '~/features/identity/permissions'
import { deskOf } from './desk'

function actor(...roles: Role[]) {
  return {
    grants: roles.map((role) => ({ role, provinceCode: null, regencyCode: null, groupId: null, post: null })),
  }
}

test('work begins at the desk of one’s only kind of work', () => {
  expect(deskOf(actor('regency_officer'))).toBe('/dinas')
  expect(deskOf(actor('province_officer', 'regency_officer'))).toBe('/dinas')
  expect(deskOf(actor('registrar'))).toBe('/registrar')
  expect(deskOf(actor('admin'))).toBe('/admin')
})

test('volunteers, newcomers and those with several kinds of work begin at home', () => {
  expect(deskOf(actor('volunteer'))).toBe('/beranda')
  expect(deskOf(actor())).toBe('/beranda')
  expect(deskOf(actor('regency_officer', 'volunteer'))).toBe('/beranda')
})
