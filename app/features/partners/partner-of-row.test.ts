import { expect, test } from 'vitest'
import type { RowContent } from '~/features/mapping/mapping.schema'
import { answersOfRow } from './partner-of-row'

const row: RowContent & { villageCode: string } = {
  name: 'Radio Warga',
  class: 'a',
  kindCode: 'media-warga',
  contactName: 'Ibu Yosepha',
  contact: '0812 3456 7890',
  channels: null,
  audience: null,
  topics: null,
  strength: null,
  gap: null,
  followUp: 'partner',
  surveyedBy: null,
  surveyedOn: null,
  villageCode: '9404012001',
}

test('a contact goes where it is one, and into the note where it is none', () => {
  expect(answersOfRow(row)).toMatchObject({ phone: '+6281234567890', email: undefined, note: undefined })
  expect(answersOfRow({ ...row, contact: 'Humas@Contoh.id' })).toMatchObject({
    phone: undefined,
    email: 'humas@contoh.id',
  })
  const unclear = answersOfRow({ ...row, contact: 'lewat kepala kampung' })
  expect([unclear.phone, unclear.email, unclear.note]).toEqual([
    undefined,
    undefined,
    'Kontak: lewat kepala kampung',
  ])
})

test('accounts and addresses are found in the line of channels, and the whole line stays', () => {
  const channels = 'IG @radio.warga, facebook.com/radiowarga; https://radio.contoh.id dan TV/papan, 107.7 FM'
  expect(answersOfRow({ ...row, channels })).toMatchObject({
    instagram: 'https://www.instagram.com/radio.warga',
    facebook: 'https://www.facebook.com/radiowarga',
    website: 'https://radio.contoh.id',
    note: `Saluran: ${channels}`,
  })
  const words = answersOfRow({ ...row, channels: 'Radio, Facebook, Papan pengumuman' })
  expect([words.facebook, words.website, words.x]).toEqual([undefined, undefined, undefined])
})

test('the kind is told only where it is the same thing', () => {
  const kindOf = (kindCode: string) => answersOfRow({ ...row, kindCode }).kindCode
  expect(['pkk', 'relawan-tik', 'media-warga', 'lainnya'].map(kindOf)).toEqual([
    'organisasi-kemasyarakatan',
    'relawan-tik',
    undefined,
    undefined,
  ])
})
