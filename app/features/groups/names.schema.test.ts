import { expect, test } from 'vitest'
import { groupName, personName } from './names.schema'

test('hidden characters and surplus spaces are taken out of a name', () => {
  expect(groupName.parse('  KIM\u202E  Nawa\u200Bripi ')).toBe('KIM Nawaripi')
  expect(personName.parse("Yohana Kum, S.Sos. (d/h Ma'ruf)")).toBe("Yohana Kum, S.Sos. (d/h Ma'ruf)")
})

test('what cannot be printed or is no name is refused with words', () => {
  const refused = (name: string) => groupName.safeParse(name).error?.issues[0]?.message ?? ''
  expect(refused('A'.repeat(10_000))).toMatch(/terlalu panjang/)
  expect(refused('🎉🎉🎉')).toMatch(/huruf/)
  expect(refused('KIM 🎉 Nawaripi')).toMatch(/emoji/)
  expect(refused('مجموعة المعلومات')).toMatch(/huruf/)
  expect(refused('12345')).toMatch(/huruf/)
})

test('a NIK in a name is refused and never kept', () => {
  expect(personName.safeParse('Yohana 9109012345678901').error?.issues[0]?.message).toMatch(/NIK/)
  expect(personName.safeParse('Yohana 9109.0123.4567.8901').success).toBe(false)
  expect(personName.safeParse('Yohana 081234567890').success).toBe(true)
})
