import { expect, it } from 'vitest'
import { remembering } from './remember'

it('what is remembered is made once, and what was not asked for longest is forgotten first', () => {
  const made: string[] = []
  const remember = remembering<{ key: string }>(2)
  const ask = (key: string) =>
    remember(key, () => {
      made.push(key)
      return { key }
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(ask(key)).toEqual({ key })
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})
