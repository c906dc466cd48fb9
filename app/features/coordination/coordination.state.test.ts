import { expect, test } from 'vitest'
import { isOverdue, statusAfter, threadMayMove, threadStatuses } from './coordination.state'

test('a closed thread stays closed, and every other one can be closed', () => {
  for (const status of threadStatuses) {
    expect(threadMayMove('closed', status)).toBe(false)
    expect(threadMayMove(status, 'closed')).toBe(status !== 'closed')
  }
})

test('what either end writes leads where a thread may go or stays', () => {
  for (const from of ['open', 'answered'] as const) {
    for (const side of ['sender', 'recipient'] as const) {
      const to = statusAfter(side)
      expect(to === from || threadMayMove(from, to)).toBe(true)
    }
  }
})

test('only an open thread is overdue, and not on the day itself', () => {
  const dueOn = '2026-11-25'
  expect(isOverdue({ status: 'open', dueOn }, '2026-11-25')).toBe(false)
  expect(isOverdue({ status: 'open', dueOn }, '2026-11-26')).toBe(true)
  expect(isOverdue({ status: 'answered', dueOn }, '2026-12-31')).toBe(false)
  expect(isOverdue({ status: 'closed', dueOn }, '2026-12-31')).toBe(false)
})
