import { geoArea } from 'd3-geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flawSentence } from './boundaries.messages'
import { checkOutline } from './check-outline'
import { toMultiPolygon } from './outline'

/** A square of a tenth of a degree, anticlockwise, near Pacitan. */
const square = [111, -8, 111.1, -8, 111.1, -7.9, 111, -7.9, 111, -8]
const hole = [111.02, -7.98, 111.04, -7.98, 111.04, -7.96, 111.02, -7.96, 111.02, -7.98]

const kinds = (...rings: number[][]) => checkOutline([rings]).flaws.map(({ kind }) => kind)

test('a good outline has no flaws and is packed', () => {
  const { outline, flaws } = checkOutline([[square, hole]])
  expect(flaws).toEqual([])
  expect(outline?.rings).toEqual([
    { end: 10, hole: false },
    { end: 20, hole: true },
  ])
})

test.each([
  ['unclosed', [...square.slice(0, 8), 111.001, -8]],
  ['too_few_points', [111, -8, 111.1, -8, 111, -8]],
  ['empty', []],
  ['not_numbers', [111, -8, Number.NaN, Number.NaN, 111.1, -7.9, 111, -7.9, 111, -8]],
  ['not_numbers', [111, -8, Number.POSITIVE_INFINITY, -8, 111.1, -7.9, 111, -7.9, 111, -8]],
  ['no_area', [111, -8, 111.1, -8, 111.2, -8, 111, -8]],
  ['outside', square.map((value) => value + 40)],
  ['not_degrees', square.map((value) => value * 100_000)],
])('%s refuses the outline', (kind, ring) => {
  const { outline, flaws } = checkOutline([[square], [ring]])
  expect(outline).toBeNull()
  expect(flaws).toMatchObject([{ kind, piece: 2, hole: 0, rings: 1 }])
})

test('pairs in the other order are told apart from points abroad', () => {
  const swapped = Array.from({ length: 5 }, (_, at) => [square[at * 2 + 1] ?? 0, square[at * 2] ?? 0]).flat()
  expect(kinds(swapped)).toEqual(['swapped'])
})

test('what can be lived with is said and kept', () => {
  const bow = [111, -8, 111.1, -7.9, 111.1, -8, 111, -7.88, 111, -8]
  const far = hole.map((value, at) => (at % 2 === 0 ? value + 1 : value))
  expect(kinds(bow)).toEqual(['crosses_itself'])
  const loose = checkOutline([[square, far]])
  expect(loose.flaws).toMatchObject([{ kind: 'loose_hole', hole: 1 }])
  expect(loose.outline?.rings.map((ring) => ring.hole)).toEqual([false, false])
  const speck = [111, -8, 111.00001, -8, 111.00002, -8, 111, -8]
  expect(checkOutline([[square], [speck]]).outline?.rings).toHaveLength(1)
  expect(kinds(speck)).toEqual(['speck', 'empty'])
})

test('a flaw that many rings share is one line', () => {
  const open = square.slice(0, 8)
  const [flaw] = checkOutline([[square], [open], [open], [open]]).flaws
  expect(flaw && flawSentence(flaw)).toBe(
    'poligon 2, garis luar: garisnya tidak tertutup: titik pertama dan titik terakhir berbeda (111, -8); begitu juga 2 garis lain.',
  )
})

test('whichever way rings run, they are stored as d3-geo wants them', () => {
  const turned = (ring: number[]) =>
    Array.from({ length: ring.length / 2 }, (_, at) => ring.slice(at * 2, at * 2 + 2))
      .toReversed()
      .flat()
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), (turnOuter, turnHole) => {
      const { outline } = checkOutline([
        [turnOuter ? turned(square) : square, turnHole ? turned(hole) : hole],
      ])
      if (!outline) throw new Error('refused')
      const area = geoArea(toMultiPolygon(outline))
      expect(area).toBeGreaterThan(0)
      expect(area).toBeLessThan(0.00001)
    }),
  )
})
