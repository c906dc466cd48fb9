import { expect, test } from 'vitest'
import { listedValues } from './prepared'

test('lists of many lengths share a statement, and none of their values is lost or added', () => {
  const sizes = new Set<number>()
  for (let length = 1; length <= 300; length++) {
    const given = Array.from({ length }, (_, at) => `value ${at}`)
    const { size, placeholders, values } = listedValues(given)
    expect(placeholders.map(({ name }) => values[name])).toHaveLength(size)
    expect(new Set(Object.values(values))).toEqual(new Set(given))
    sizes.add(size)
  }
  expect([...sizes]).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512])
})

test('a long list asks for no more values than it has', () => {
  const given = Array.from({ length: 20_000 }, (_, at) => String(at))
  expect(listedValues(given).size).toBe(20_000)
})
