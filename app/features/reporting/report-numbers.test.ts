import { expect, test } from 'vitest'
import { type CountedActivity, numbersOf, sameNumbers } from './report-numbers'

const meeting: CountedActivity = {
  status: 'confirmed',
  topicCode: 'kesehatan',
  functions: ['diseminasi', 'diskusi'],
  channels: [{ channel: 'tatap_muka', platform: null, link: null }],
  reach: 40,
  reachEstimated: false,
  men: 10,
  women: 20,
  hoax: null,
  photos: 2,
}

test('counts what waits and what is confirmed, and tells apart what the office asked about', () => {
  const numbers = numbersOf([
    meeting,
    { ...meeting, status: 'submitted', reach: 60, reachEstimated: true, men: null, women: null },
    { ...meeting, status: 'submitted', reach: null, topicCode: 'hoaks', functions: ['akses'] },
    { ...meeting, status: 'returned', reach: 1000 },
    { ...meeting, status: 'withdrawn', reach: 1000 },
  ])
  expect(numbers).toEqual({
    activities: 3,
    confirmed: 1,
    asked: 1,
    functions: { akses: 1, diseminasi: 2, diskusi: 2 },
    channels: { tatap_muka: 3 },
    topics: { hoaks: 1, kesehatan: 2 },
    reach: 100,
    withReach: 2,
    estimated: 1,
    withAttendance: 2,
    men: 20,
    women: 40,
    photos: 6,
    hoaxes: 0,
  })
})

test('a period without activities is a report of none', () => {
  expect(numbersOf([])).toMatchObject({ activities: 0, reach: 0, functions: {}, topics: {} })
})

test('two counts are the same in whatever order their words are kept', () => {
  const numbers = numbersOf([meeting])
  const turned = { ...numbers, functions: { diskusi: 1, diseminasi: 1 } }
  expect(sameNumbers(numbers, turned)).toBe(true)
  expect(sameNumbers(numbers, { ...turned, photos: 1 })).toBe(false)
})
