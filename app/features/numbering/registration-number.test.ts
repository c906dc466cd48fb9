import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeRegistrationNumber } from './registration-number'

const villages = fc.stringMatching(/^\d{10}$/)
const serials = fc.integer({ min: 1, max: 99 })

test('a number is twelve digits that begin with the code of the village', () => {
  fc.assert(
    fc.property(villages, serials, (villageCode, serial) => {
      const number = writeRegistrationNumber(villageCode, serial)
      expect(number).toMatch(/^\d{12}$/)
      expect([number.slice(0, 10), Number(number.slice(10))]).toEqual([villageCode, serial])
    }),
  )
})

test('two villages or two serials never share a number', () => {
  fc.assert(
    fc.property(villages, serials, villages, serials, (a, m, b, n) => {
      fc.pre(a !== b || m !== n)
      expect(writeRegistrationNumber(a, m)).not.toBe(writeRegistrationNumber(b, n))
    }),
  )
})

test.each([0, 100, 1.5, -1, Number.NaN])('serial %s is never written', (serial) =>
  expect(() => writeRegistrationNumber('9404122003', serial)).toThrow(RangeError),
)

test('a code that is not a village code is never part of a number', () =>
  expect(() => writeRegistrationNumber('94.04.12.2003', 1)).toThrow(RangeError))
