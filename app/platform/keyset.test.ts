import { expect, test } from 'vitest'
import { keysetPage, readCursor, writeCursor } from './keyset'

const rows = (...keys: string[]) => keys.map((key) => ({ key, id: '019505d0-0000-7000-8000-000000000000' }))
const keyOf = (row: { key: string; id: string }) => row

test('a cursor survives the address, whatever its key holds', () => {
  for (const key of ['', 'radio ~ swara', '2026-11-25']) {
    const cursor = { key, id: '019505d0-0000-7000-8000-000000000000' }
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  }
  expect(readCursor('radio')).toBeUndefined()
})

test('the first page has a next one only when there is more', () => {
  expect(keysetPage(rows('a', 'b'), 2, { back: false, started: false }, keyOf).next).toBeUndefined()
  const page = keysetPage(rows('a', 'b', 'c'), 2, { back: false, started: false }, keyOf)
  expect([page.rows.map(keyOf), page.previous, page.next?.key]).toEqual([rows('a', 'b'), undefined, 'b'])
})

test('a page that was read backwards stands in order, and has a previous one only when there is more', () => {
  const page = keysetPage(rows('d', 'c', 'b'), 2, { back: true, started: true }, keyOf)
  expect([page.rows.map(({ key }) => key), page.previous?.key, page.next?.key]).toEqual([
    ['c', 'd'],
    'c',
    'd',
  ])
  expect(keysetPage(rows('b', 'a'), 2, { back: true, started: true }, keyOf).previous).toBeUndefined()
})
