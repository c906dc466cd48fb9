import { describe, expect, test } from 'vitest'
import { groupMayMove, groupStatuses } from './groups.state'

describe('the states of a group', () => {
  test('exactly these moves exist', () => {
    const moves = groupStatuses.flatMap((from) =>
      groupStatuses.filter((to) => groupMayMove(from, to)).map((to) => `${from} -> ${to}`),
    )
    expect(moves).toEqual([
      'registered -> suspended',
      'registered -> closed',
      'suspended -> registered',
      'suspended -> closed',
    ])
  })
})
