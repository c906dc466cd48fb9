import { expect, test } from 'vitest'
import { comparing, likelySameCommunity } from './likely-pairs'

const compared = comparing(['Nayaro', 'Mimika Baru'])
const likely = (one: string, other: string) => likelySameCommunity(compared(one), compared(other))

test.each([
  ['Karang Taruna Bina Muda', 'Karang Taruna "Bina Muda"'],
  ['Karang Taruna Bina Muda', 'Karang Taruna Bina Muda Nayaro'],
  ['Kelompok Tani Sumber Rejeki', 'Klp. Tani Sumber Rezeki'],
  ['PKK Nayaro', 'PKK Kampung Nayaro'],
])('%s is likely %s', (one, other) => {
  expect(likely(one, other)).toBe(true)
  expect(likely(other, one)).toBe(true)
})

test.each([
  ['Karang Taruna Nayaro', 'PKK Nayaro'],
  ['Radio Warga', 'Sanggar Cenderawasih'],
])('%s is not %s', (one, other) => expect(likely(one, other)).toBe(false))
