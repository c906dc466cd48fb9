import type { Direction } from './board.schema'
import { columnOf } from './board-columns'
import type { BoardRow } from './board-row'
import type { Figure } from './figures'

/** Orders rows by a column; those with nothing to say come last in either direction, equal ones keep their order. */
export function inOrder(rows: BoardRow[], figure: Figure | undefined, asked?: Direction): BoardRow[] {
  if (figure === undefined) return rows
  const { value } = columnOf(figure)
  const sign = directionOf(figure, asked) === 'naik' ? 1 : -1
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
    return sign * (a - b)
  })
}

/** The direction that holds: the one asked for, else the one in which what needs attention comes first. */
export function directionOf(figure: Figure, asked?: Direction): Direction {
  return asked ?? columnOf(figure).first
}
