import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegistrationNumber, writeRegistrationNumber } from './registration-number'

const villages = fc.stringMatching(/^\d{10}$/)
const serials = fc.integer({ min: 1, max: 99 })

test('what is written is read back, also with the spaces, dots and dashes that people put in', () => {
  fc.assert(
    fc.property(villages, serials, fc.constantFrom('', ' ', '.', '-'), (villageCode, serial, mark) => {
      const number = writeRegistrationNumber(villageCode, serial)
      expect(number).toMatch(/^\d{12}$/)
      const typed = [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(mark)
      expect(readRegistrationNumber(typed)).toEqual({ number, villageCode, serial })
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

test.each(['', '94041220030', '9404122003011', '94041220030a', '940412200300', '٩٤٠٤١٢٢٠٠٣٠١'])(
  '%s is no number',
  (typed) => expect(readRegistrationNumber(typed)).toBeNull(),
)

test.each([0, 100, 1.5, -1, Number.NaN])('serial %s is never written', (serial) =>
  expect(() => writeRegistrationNumber('9404122003', serial)).toThrow(RangeError),
)

test('a code that is not a village code is never part of a number', () =>
  expect(() => writeRegistrationNumber('94.04.12.2003', 1)).toThrow(RangeError))
