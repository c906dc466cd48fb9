import { expect, test } from 'vitest'
import { decisionMayMove, decisionStates, eventMayMove, eventStatuses } from './events.state'

function moves<State extends string>(states: readonly State[], mayMove: (from: State, to: State) => boolean) {
  return states.flatMap((from) => states.filter((to) => mayMove(from, to)).map((to) => `${from} -> ${to}`))
}

test('an event is prepared, its groups invited, it is held and closed; only what was not held is cancelled', () => {
  expect(moves(eventStatuses, eventMayMove)).toEqual([
    'draft -> invited',
    'draft -> cancelled',
    'invited -> held',
    'invited -> cancelled',
    'held -> closed',
  ])
})

test('a decision is done or dropped, and can be taken up again', () => {
  expect(moves(decisionStates, decisionMayMove)).toEqual([
    'ongoing -> done',
    'ongoing -> dropped',
    'done -> ongoing',
    'dropped -> ongoing',
  ])
})
