import { expect, test } from 'vitest'
import { mappingMayMove, mappingStatuses } from './mapping.state'

test('a mapping goes from draft to running to settled, and nowhere else', () => {
  const moves = mappingStatuses.flatMap((from) =>
    mappingStatuses.filter((to) => mappingMayMove(from, to)).map((to) => `${from} -> ${to}`),
  )
  expect(moves).toEqual(['draft -> running', 'running -> settled'])
})
