import { expect, test } from 'vitest'
import { layoutLinks, ROW, shorten } from './layout-links'

const ends = (many: number, name: string) =>
  Array.from({ length: many }, (_, at) => ({ key: `${name}${at}`, label: `${name} ${at}` }))

test.each([1, 5, 200])('with %i partners no two labels overlap and all lie inside the drawing', (many) => {
  const groups = [
    { label: 'Media massa', ends: ends(many, 'a') },
    { label: 'KIM', ends: ends(3, 'b') },
  ]
  const { left, right, heads, height } = layoutLinks(ends(3, 'dinas'), groups)
  const lines = [...right, ...heads].map(({ y }) => y).sort((a, b) => a - b)
  for (const [at, y] of lines.entries()) {
    if (at > 0) expect(y - (lines[at - 1] ?? 0)).toBeGreaterThanOrEqual(ROW)
  }
  expect(Math.min(...left.map(({ y }) => y))).toBeGreaterThan(0)
  expect(Math.max(...lines, ...left.map(({ y }) => y))).toBeLessThan(height)
  expect(layoutLinks(ends(3, 'dinas'), groups)).toEqual({ left, right, heads, height })
})

test('a long label is cut at a word', () => {
  expect(shorten('Dinas Kominfo Kabupaten Mimika', 22)).toBe('Dinas Kominfo…')
  expect(shorten('Pendek', 22)).toBe('Pendek')
})
