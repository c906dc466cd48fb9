import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, chairs, type Grant, groupIdsOf, may, mayIn, reach } from './actor'
import { type Permission, permissions, type Role, roleMay, roles } from './permissions'

const regencies = ['3501', '3502', '9404', '9401'] as const

function grant(role: Role, regencyCode: string | null = null): Grant {
  return {
    role,
    provinceCode: regencyCode?.slice(0, 2) ?? null,
    regencyCode: role === 'regency_officer' ? regencyCode : null,
    groupId: null,
    post: null,
  }
}

function actor(...grants: Grant[]): Actor {
  return { id: 'a', name: 'A', email: null, phone: null, sessionId: 's', grants }
}

function rowIn(regencyCode: string) {
  return { provinceCode: regencyCode.slice(0, 2), regencyCode }
}

const anyGrant = fc
  .record({ role: fc.constantFrom(...roles), regency: fc.constantFrom(...regencies) })
  .map(({ role, regency }) => grant(role, regency))
const allPermissions = Object.keys(permissions).filter((name): name is Permission => name in permissions)
const anyPermission = fc.constantFrom(...allPermissions)

test('what mayIn allows is what reach lists: a query and a check never disagree', () => {
  fc.assert(
    fc.property(
      fc.array(anyGrant, { maxLength: 4 }),
      anyPermission,
      fc.constantFrom(...regencies),
      (grants, permission, regency) => {
        const someone = actor(...grants)
        const { national, provinceCodes, regencyCodes } = reach(someone, permission)
        const row = rowIn(regency)
        const listed =
          national || provinceCodes.includes(row.provinceCode) || regencyCodes.includes(row.regencyCode)
        expect(mayIn(someone, permission, row)).toBe(listed)
      },
    ),
  )
})

test('nobody may in a place what they may nowhere', () => {
  fc.assert(
    fc.property(
      fc.array(anyGrant, { maxLength: 4 }),
      anyPermission,
      fc.constantFrom(...regencies),
      (grants, permission, regency) => {
        const someone = actor(...grants)
        if (!may(someone, permission)) expect(mayIn(someone, permission, rowIn(regency))).toBe(false)
      },
    ),
  )
})

test('one grant does not lend its region to another grant’s permission', () => {
  const someone = actor(grant('regency_officer', '9404'), grant('province_officer', '3501'))
  expect(mayIn(someone, 'resetCode.issue', rowIn('9404'))).toBe(true)
  expect(mayIn(someone, 'resetCode.issue', rowIn('3502'))).toBe(false)
  expect(mayIn(someone, 'officers.invite', rowIn('9404'))).toBe(false)
  expect(mayIn(someone, 'officers.invite', rowIn('3502'))).toBe(true)
})

test('an officer of one regency reaches no neighbour in the same province', () => {
  const officer = actor(grant('regency_officer', '3501'))
  expect(mayIn(officer, 'registration.decide', rowIn('3501'))).toBe(true)
  expect(mayIn(officer, 'registration.decide', rowIn('3502'))).toBe(false)
  expect(reach(officer, 'registration.decide')).toEqual({
    national: false,
    provinceCodes: [],
    regencyCodes: ['3501'],
  })
})

test('a volunteer covers groups, never a region', () => {
  const chair = actor({ ...grant('volunteer'), groupId: 'g1', post: 'ketua' })
  expect(groupIdsOf(chair)).toEqual(['g1'])
  expect(chairs(chair, 'g1')).toBe(true)
  expect(chairs(chair, 'g2')).toBe(false)
  expect(mayIn(chair, 'group.manage', rowIn('9404'))).toBe(false)
  expect(chairs(actor({ ...grant('volunteer'), groupId: 'g1', post: 'sekretaris' }), 'g1')).toBe(false)
})

test('only administrators manage accounts, and they decide nothing about groups', () => {
  expect(roles.filter((role) => roleMay(role, 'admin.manage'))).toEqual(['admin'])
  expect(roleMay('admin', 'registration.decide')).toBe(false)
  expect(roleMay('admin', 'resetCode.issue')).toBe(false)
})
