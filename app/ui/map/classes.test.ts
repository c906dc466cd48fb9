import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Breaks, classOf, classWords } from './classes'

const countBreaks = fc
  .uniqueArray(fc.integer({ min: 2, max: 500 }), { minLength: 4, maxLength: 4 })
  .map(([a = 0, b = 0, c = 0, d = 0]): Breaks => {
    const [w = 0, x = 0, y = 0, z = 0] = [a, b, c, d].sort((one, other) => one - other)
    return [w, x, y, z]
  })

describe('the classes of a map', () => {
  it('of counts are said in whole numbers, and each count falls into the class whose words hold it', () => {
    fc.assert(
      fc.property(countBreaks, fc.integer({ min: 1, max: 999 }), (breaks, count) => {
        const words = classWords(breaks, 'tidak ada', 'count').map((known) => known.words)
        expect(words.join()).not.toContain('%')
        const [from = 0, to = Number.POSITIVE_INFINITY] = (words[classOf(count, breaks)] ?? '')
          .replace(/^(\d+)$/, '$1–$1')
          .replace(' ke atas', '')
          .split('–')
          .map(Number)
        expect(count).toBeGreaterThanOrEqual(from)
        expect(count).toBeLessThanOrEqual(to)
      }),
    )
  })

  it('of shares are said in percent, also above one', () => {
    expect(classWords([0.25, 0.5, 1, 2], 'belum ada KIM').map(({ words }) => words)).toEqual([
      'belum ada KIM',
      'kurang dari 25%',
      '25–50%',
      '50–100%',
      '100–200%',
      '200% ke atas',
    ])
  })
})
