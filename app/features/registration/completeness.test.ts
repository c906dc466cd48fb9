import { expect, test } from 'vitest'
import { missingIn } from './completeness'
import type { Answers } from './registration.schema'

const members = [
  { name: 'Yohana', post: 'ketua' as const },
  { name: 'Budi', post: 'sekretaris' as const },
  { name: 'Maria', post: 'bendahara' as const },
]
const complete: Answers = {
  identity: { scope: 'village', foundedOn: '2026-01-03', address: 'Balai kampung' },
  formation: {
    meetingOn: '2026-01-03',
    meetingMinutes: 'Hadir 25 warga.',
    decreeNumber: '1/SK',
    decreeDate: '2026-01-05',
    decreeIssuerKind: 'village_head',
  },
  board: { members, adultsAttested: true },
  contact: {
    channels: {},
    publicChannels: [],
    publicChairName: false,
    publicAddress: false,
    publicLocation: false,
  },
}
const words = (answers: Answers, documents = ['decree' as const, 'statutes' as const]) =>
  missingIn(answers, documents).map((one) => one.words)

test('nothing is missing when every step is filled in, whatever the number of members', () => {
  expect(words(complete)).toEqual([])
})

test('minutes are needed as text or as a file, not as both', () => {
  const silent = { ...complete, formation: { ...complete.formation, meetingMinutes: undefined } }
  expect(words(silent)).toEqual(['ringkasan musyawarah atau berkas berita acara'])
  expect(missingIn(silent, ['decree', 'minutes', 'statutes'])).toEqual([])
})

test('a board has exactly one chair, and a secretary and a treasurer', () => {
  const two = { ...complete, board: { members: [...members, ...members.slice(0, 1)], adultsAttested: true } }
  expect(words(two)).toEqual([expect.stringContaining('satu ketua saja')])
  const none = { ...complete, board: { members: [], adultsAttested: true } }
  expect(words(none)).toEqual(['ketua', 'sekretaris', 'bendahara'])
})
