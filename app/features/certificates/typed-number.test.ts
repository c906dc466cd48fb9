import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatRegistrationNumber } from '~/ui/format'
import { numberProblem, readTypedNumber } from './typed-number'

const twelve = fc.stringMatching(/^\d{12}$/)

test('a number is understood however it is written down', () => {
  fc.assert(
    fc.property(twelve, fc.constantFrom(' ', '.', '-', ' ', ' . '), (number, between) => {
      const written = formatRegistrationNumber(number).replaceAll(' ', between)
      for (const typed of [number, written, `  No. ${written}. `, `Nomor: ${written}`]) {
        expect(readTypedNumber(typed)).toEqual({ number })
      }
    }),
  )
})

test('full-width figures from a phone keyboard are figures', () => {
  expect(readTypedNumber('９４０４ １２２０ ０３０１').number).toBe('940412200301')
})

test('the address under the QR code may be pasted whole, with its version', () => {
  expect(readTypedNumber('https://simpul.example.id/verifikasi/940412200301?v=2')).toEqual({
    number: '940412200301',
    version: '2',
  })
})

test('only twelve digits are a number; anything else is refused with a sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const { number } = readTypedNumber(typed)
      expect(/^\d*$/.test(number)).toBe(true)
      expect(numberProblem(number) === null).toBe(number.length === 12)
    }),
  )
})
