import { expect, test } from 'vitest'
import { likelySameGroup } from './name-likeness'

const place = ['Nawaripi', 'Wania', 'Mimika']
const same = (one: string, other: string) => likelySameGroup(one, other, place)

test('names that differ in the word KIM, in case or by a slip are likely the same group', () => {
  expect(same('KIM Nawaripi', 'Kelompok Informasi Masyarakat NAWARIPI')).toBe(true)
  expect(same('KIM Cendrawasih', 'Cenderawasih Kampung Nawaripi')).toBe(true)
  expect(same('KIM Nawaripi Maju', 'KIM Maju Jaya')).toBe(true)
})

test('names with another own word are different groups, though both bear the name of the village', () => {
  expect(same('KIM Nawaripi Melati', 'KIM Nawaripi Kasuari')).toBe(false)
  expect(same('KIM PKK Nawaripi', 'KIM RW Nawaripi')).toBe(false)
})
