/** A source of chance that gives the same sequence at every start. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in `share` of all cases. */
  often(share: number): boolean
}

/** Mulberry32: small, quick, good enough for examples. */
export function seededChance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick<T>(from: readonly T[]): T {
      const chosen = from[Math.floor(next() * from.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    often: (share) => next() < share,
  }
}

/** Ids of the UUIDv7 shape whose time and random parts both come from the example's own world. */
export function seededIds(chance: Chance, clock: () => number): () => string {
  let serial = 0
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
  return () => {
    const time = hex(clock(), 12)
    serial = (serial + 1) % 4096
    const tail = Array.from({ length: 3 }, () => hex(chance.between(0, 0xffff), 4)).join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(serial, 3)}-${hex(0x8000 | chance.between(0, 0x3fff), 4)}-${tail}`
  }
}
