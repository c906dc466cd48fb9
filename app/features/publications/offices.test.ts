import { describe, expect, test } from 'vitest'
import type { Actor, Grant } from '~/features/identity/actor'
import { officeFor, scopeOf } from './offices'

const nobody: Grant = {
  role: 'volunteer',
  provinceCode: null,
  regencyCode: null,
  groupId: null,
  post: null,
}
const grants = {
  mimika: { ...nobody, role: 'regency_officer', provinceCode: '94', regencyCode: '9404' },
  papuaTengah: { ...nobody, role: 'province_officer', provinceCode: '94' },
  nation: { ...nobody, role: 'national_officer' },
  volunteer: { ...nobody, groupId: 'a', post: 'ketua' },
} as const satisfies Record<string, Grant>

function holding(...held: (keyof typeof grants)[]): Actor {
  return {
    id: 'a',
    name: 'Petugas',
    email: null,
    phone: null,
    sessionId: 's',
    grants: held.map((one) => grants[one]),
  }
}
const officeOf = (actor: Actor, code: string) => officeFor(actor, 'publication.make', code)

test('a region lies where its code says; the country and what is wider than a regency leave codes empty', () => {
  expect(scopeOf('00')).toEqual({ provinceCode: '', regencyCode: '' })
  expect(scopeOf('94')).toEqual({ provinceCode: '94', regencyCode: '' })
  expect(scopeOf('9404')).toEqual({ provinceCode: '94', regencyCode: '9404' })
  expect(scopeOf('9404011003')).toEqual({ provinceCode: '94', regencyCode: '9404' })
})

describe('the office that makes something about a region', () => {
  test('is its own, the province above it, or the country', () => {
    expect(officeOf(holding('mimika'), '9404')).toBe('9404')
    expect(officeOf(holding('papuaTengah'), '9404')).toBe('94')
    expect(officeOf(holding('papuaTengah'), '94')).toBe('94')
    expect(officeOf(holding('nation'), '00')).toBe('00')
    expect(officeOf(holding('nation'), '3501')).toBe('00')
  })

  test('is the nearest of several', () => {
    const all = holding('nation', 'papuaTengah', 'mimika')
    expect([officeOf(all, '9404'), officeOf(all, '94'), officeOf(all, '00')]).toEqual(['9404', '94', '00'])
    expect(officeOf(holding('nation', 'mimika'), '94')).toBe('00')
  })

  test('is none outside the reach of those who ask, nor for people without an office', () => {
    for (const code of ['00', '94', '3501', '9403'])
      expect(officeOf(holding('mimika'), code), code).toBeNull()
    for (const code of ['00', '35', '3501']) expect(officeOf(holding('papuaTengah'), code), code).toBeNull()
    for (const code of ['00', '94', '9404']) expect(officeOf(holding('volunteer'), code), code).toBeNull()
  })
})
