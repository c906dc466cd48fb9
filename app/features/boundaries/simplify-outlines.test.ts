import { geoArea } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outline, pack, piecesOf, type Ring, toMultiPolygon } from './outline'
import { simplifyTogether } from './simplify-outlines'

/** Two neighbours left and right of a jagged border, and an island far off that belongs to the right one. */
function neighbours(jags: number[], size: number): Map<string, Outline> {
  const border = jags.map((jag, at): [number, number] => [jag, at * size])
  const top = (jags.length - 1) * size
  const wide = 40 * size
  const left: Ring = [[-wide, 0], ...border, [-wide, top], [-wide, 0]]
  const right: Ring = [[wide, 0], [wide, top], ...border.toReversed(), [wide, 0]]
  const island: Ring = [
    [wide * 3, 0],
    [wide * 3 + 2, 0],
    [wide * 3 + 2, 2],
    [wide * 3, 0],
  ]
  return new Map([
    ['3501', pack([[left]])],
    ['3502', pack([[right], [island]])],
  ])
}

const pointsOf = (outline: Outline | undefined) => (outline ? piecesOf(outline).flat(2).map(String) : [])

const jagged = fc.record({
  jags: fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 3, maxLength: 60 }),
  pixel: fc.constantFrom(1, 10, 100, 400),
})

test('neighbours share every point of their border after thinning', () => {
  fc.assert(
    fc.property(jagged, ({ jags, pixel }) => {
      const thinned = simplifyTogether(neighbours(jags, 400), pixel)
      const left = new Set(pointsOf(thinned.get('3501')))
      const right = new Set(pointsOf(thinned.get('3502')))
      const inner = (points: Set<string>) =>
        [...points].filter((point) => Math.abs(Number(point.split(',')[0])) <= 500).sort()
      expect(inner(left)).toEqual(inner(right))
    }),
  )
})

test('no region loses its last piece, however coarse the map, and none turns inside out', () => {
  fc.assert(
    fc.property(jagged, fc.constantFrom(1, 1000, 100_000, 5_000_000), ({ jags }, pixel) => {
      for (const outline of simplifyTogether(neighbours(jags, 400), pixel).values()) {
        expect(outline.rings.length).toBeGreaterThan(0)
        const shape = toMultiPolygon(outline)
        for (const piece of shape.coordinates) {
          expect(piece[0]?.length).toBeGreaterThanOrEqual(4)
          const area = geoArea({ type: 'Polygon', coordinates: piece })
          expect(area).toBeLessThan(1)
          expect(area).toBeGreaterThan(0)
        }
      }
    }),
  )
})

test('specks go where larger pieces are, and stay where a region has nothing else', () => {
  const map = neighbours([0, 10, 0], 400)
  expect(simplifyTogether(map, 20).get('3502')?.rings).toHaveLength(1)
  const speck = pack([
    [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 0],
      ],
    ],
  ])
  expect(simplifyTogether(new Map([['3503', speck]]), 1000).get('3503')?.rings).toHaveLength(1)
})

test('a corner smaller than a pixel goes, a larger one stays', () => {
  const map = neighbours([0, 0, 1, 0, 0, 200, 0], 400)
  const thinned = pointsOf(simplifyTogether(map, 10).get('3501'))
  expect(thinned).toContain('200,2000')
  expect(thinned.some((point) => point.startsWith('1,'))).toBe(false)
})
