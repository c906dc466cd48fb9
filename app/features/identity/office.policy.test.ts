import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Grant } from './actor'
import { canAppoint, canEndGrant, type Office, placeFits } from './office.policy'
import { type Role, roles } from './permissions'

function holder(role: Role, provinceCode: string | null = null, regencyCode: string | null = null) {
  const grants: Grant[] = [{ role, provinceCode, regencyCode, groupId: null, post: null }]
  return { grants }
}

const anyOffice = fc.record<Office>({
  role: fc.constantFrom(...roles),
  provinceCode: fc.constantFrom(null, '35', '94'),
  regencyCode: fc.constantFrom(null, '3501', '9404'),
})

test('a province officer appoints regency officers of the own province and nobody else', () => {
  fc.assert(
    fc.property(anyOffice, (office) => {
      const allowed = canAppoint(holder('province_officer', '94'), office).allowed
      expect(allowed).toBe(
        office.role === 'regency_officer' && office.regencyCode === '9404' && office.provinceCode === '94',
      )
    }),
  )
})

test('an administrator appoints to every office whose place fits its role', () => {
  fc.assert(
    fc.property(anyOffice, (office) => {
      expect(canAppoint(holder('admin'), office).allowed).toBe(placeFits(office))
    }),
  )
})

test('nobody below appoints anyone', () => {
  for (const role of ['volunteer', 'regency_officer', 'national_officer', 'registrar'] as const) {
    fc.assert(
      fc.property(anyOffice, (office) => {
        expect(canAppoint(holder(role, '94', '9404'), office).allowed).toBe(false)
      }),
    )
  }
})

test('a regency that is not in the named province fits nothing', () => {
  expect(placeFits({ role: 'regency_officer', provinceCode: '35', regencyCode: '9404' })).toBe(false)
})

test('outside one’s reach is 404, so that no office is confirmed to exist', () => {
  const decision = canEndGrant(holder('province_officer', '35'), {
    role: 'regency_officer',
    provinceCode: '94',
    regencyCode: '9404',
    groupId: null,
    post: null,
  })
  expect(decision).toMatchObject({ allowed: false, error: { status: 404 } })
})

test('not even an administrator ends a chair’s grant outside a handover', () => {
  const chair: Grant = {
    role: 'volunteer',
    provinceCode: null,
    regencyCode: null,
    groupId: 'g',
    post: 'ketua',
  }
  expect(canEndGrant(holder('admin'), chair)).toMatchObject({ error: { code: 'chair_stays' } })
  expect(canEndGrant(holder('admin'), { ...chair, post: 'anggota' }).allowed).toBe(true)
})
