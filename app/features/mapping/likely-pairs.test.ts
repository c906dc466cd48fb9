import { expect, test } from 'vitest'
import { likelySameCommunity } from './likely-pairs'

const places = ['Nayaro', 'Mimika Baru']

test.each([
  ['Karang Taruna Bina Muda', 'Karang Taruna "Bina Muda"'],
  ['Karang Taruna Bina Muda', 'Karang Taruna Bina Muda Nayaro'],
  ['Kelompok Tani Sumber Rejeki', 'Klp. Tani Sumber Rezeki'],
  ['PKK Nayaro', 'PKK Kampung Nayaro'],
])('%s is likely %s', (one, other) => {
  expect(likelySameCommunity(one, other, places)).toBe(true)
  expect(likelySameCommunity(other, one, places)).toBe(true)
})

test.each([
  ['Karang Taruna Nayaro', 'PKK Nayaro'],
  ['Radio Warga', 'Sanggar Cenderawasih'],
])('%s is not %s', (one, other) => expect(likelySameCommunity(one, other, places)).toBe(false))
