import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeEmail, normalizePhone, parseContact } from './contact.server'
import { phoneWords, veiledContact } from './identity.messages'

test.each([
  '081234567890',
  '0812 3456 7890',
  '0812-3456-7890',
  '+62 812 3456 7890',
  '62 812-3456-7890',
  '(0812) 3456.7890',
  '‪0812 3456 7890‬',
])('%s is one and the same number', (typed) => {
  expect(normalizePhone(typed)).toBe('+6281234567890')
})

test.each(['', '0812', '021 555 1234', '08123456789012345', 'nol delapan', '1234567890', '+62'])(
  '%s is no mobile number',
  (typed) => {
    expect(normalizePhone(typed)).toBeNull()
  },
)

test('a number survives being shown and typed again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (tail) => {
      const number = normalizePhone(`0812${tail}`)
      expect(number).toBe(`+62812${tail}`)
      expect(normalizePhone(phoneWords(number ?? ''))).toBe(number)
    }),
  )
})

test('an e-mail address is compared without case or stray spaces', () => {
  expect(normalizeEmail(' Yosefina@Contoh.ID ')).toBe('yosefina@contoh.id')
  expect(normalizeEmail('bukan e-mail@')).toBeNull()
})

test('nothing that people type is an error to read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      const contact = parseContact(typed)
      if (contact) expect((contact.email === null) !== (contact.phone === null)).toBe(true)
    }),
  )
})

test('a veiled contact keeps the middle to itself', () => {
  const veiled = veiledContact({ email: 'yosefina@contoh.id', phone: '+6281234567890' })
  expect(veiled).toBe('0812 •••• 890, yo•••@contoh.id')
})
