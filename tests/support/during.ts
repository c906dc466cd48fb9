import { setTimeout } from 'node:timers/promises'
import type { Store, Tx } from '~/platform/db/store'

const LONG_ENOUGH_FOR_WHO_DOES_NOT_WAIT = 500

/** What `other` answers when it begins while the transaction of `work` is open; that one ends half a second later. */
export async function during<T>(
  store: Store,
  work: (tx: Tx) => Promise<unknown>,
  other: () => Promise<T>,
): Promise<T> {
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const first = store.transact(async (tx) => {
    await work(tx)
    begin()
    await setTimeout(LONG_ENOUGH_FOR_WHO_DOES_NOT_WAIT)
  })
  await Promise.race([begun, first])
  const answer = await other()
  await first
  return answer
}
