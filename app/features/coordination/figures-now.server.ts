import { localDate } from '~/platform/calendar'
import type { Services } from '~/platform/services'
import { readBoard } from './board.queries.server'
import { columnOf } from './board-columns'
import type { Figure } from './figures'

/** What a figure of the board says of regions at this moment, in words, by code. */
export async function figuresNow(
  services: Services,
  { figure, codes, officeCode }: { figure: Figure; codes: string[]; officeCode: string },
): Promise<Map<string, string>> {
  const now = services.clock()
  const today = localDate(now, 'WIT')
  const { words, parts } = columnOf(figure)
  const { rows } = await readBoard(
    services,
    codes.map((code) => ({ code, name: '' })),
    { officeCode, now, today },
  )
  return new Map(
    rows.map((row) => [row.code, parts ? `${words(row, now)} (${parts(row)})` : words(row, now)]),
  )
}
