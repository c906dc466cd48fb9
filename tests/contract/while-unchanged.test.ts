import { expect, it } from 'vitest'
import { whileUnchanged } from '~/platform/db/while-unchanged'
import { onEachEngine } from '../support/engines'

onEachEngine('what is remembered while nothing changes', (given) => {
  it('is read once, and anew after every change that a page may show', async () => {
    const { store } = given()
    let readings = 0
    const ask = () => whileUnchanged({ store, clock: () => 0 }, 'asked', async () => ++readings)
    expect([await ask(), await ask()]).toEqual([1, 1])
    await store.transact(async () => undefined, { shows: 'nothing' })
    expect(await ask()).toBe(1)
    await store.transact(async () => undefined)
    expect(await ask()).toBe(2)
  })

  it('is not remembered when the change comes while it is being read', async () => {
    const { store } = given()
    const ask = (read: () => Promise<string>) => whileUnchanged({ store, clock: () => 0 }, 'name', read)
    await ask(async () => {
      await store.transact(async () => undefined)
      return 'before'
    })
    expect(await ask(async () => 'after')).toBe('after')
  })

  it('lives no longer than a kept page, and a failed reading not at all', async () => {
    const { store } = given()
    await store.transact(async () => undefined)
    const lifetime = store.dialect === 'sqlite' ? 60_000 : 2_000
    const at = (now: number, answer: string) =>
      whileUnchanged({ store, clock: () => now }, 'day', async () => answer)
    expect(await at(1_000, 'first')).toBe('first')
    expect(await at(999 + lifetime, 'second')).toBe('first')
    expect(await at(1_000 + lifetime, 'third')).toBe('third')
    const failing = () =>
      whileUnchanged({ store, clock: () => 0 }, 'failing', () => Promise.reject(new Error('no')))
    await expect(failing()).rejects.toThrow('no')
    expect(await whileUnchanged({ store, clock: () => 0 }, 'failing', async () => 'yes')).toBe('yes')
  })
})
