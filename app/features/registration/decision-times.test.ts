import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTimes, countTimes, type DecisionTimes, medianDays } from './decision-times'

const timesOf = (days: number[]): DecisionTimes => addTimes(days.map((day) => new Map([[day, 1]])))

/** As people do it: put all in a row and take the middle. */
function naive(days: number[]): number | null {
  const row = [...days].sort((a, b) => a - b)
  const [low, high] = [row[Math.floor((row.length - 1) / 2)], row[Math.floor(row.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

test('the median is the middle of all decisions, however they are grouped', () => {
  const days = fc.array(fc.integer({ min: 0, max: 40 }))
  fc.assert(
    fc.property(days, days, (here, there) => {
      const both = addTimes([timesOf(here), timesOf(there)])
      expect(medianDays(both)).toBe(naive([...here, ...there]))
      expect(countTimes(both)).toBe(here.length + there.length)
    }),
  )
})

test('one slow decision does not move the median', () => {
  expect(medianDays(timesOf([2, 3, 3, 4, 200]))).toBe(3)
})
