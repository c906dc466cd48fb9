import { z } from 'zod'
import { queueQuery } from '~/features/registration/queue.schema'
import { type BoardFilter, boardFilters } from './board-filters'
import { type Figure, figures } from './figures'

export const directions = ['naik', 'turun'] as const
export type Direction = (typeof directions)[number]

/** Of the board's region: a province; left out for one's own region. */
export const wilayah = z
  .string()
  .regex(/^\d{2}$/)
  .optional()
  .catch(undefined)

/** What the address of the board may say; anything strange is left out. */
export const boardQuery = z.object({
  wilayah,
  /** By name when left out. */
  urut: z.enum(figures).optional().catch(undefined),
  /** The column's own first direction when left out. */
  arah: z.enum(directions).optional().catch(undefined),
  saring: z.enum(boardFilters).optional().catch(undefined),
})
export type BoardQuery = z.output<typeof boardQuery>

/** What the address of the late applications may say: a province or a regency, and a place in the list. */
export const lateQuery = queueQuery.pick({ setelah: true, sebelum: true }).extend({
  wilayah: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .optional()
    .catch(undefined),
})
export type LateQuery = z.output<typeof lateQuery>

/** The applications of a region that are late by as long again as the limit. */
export function latePath({ wilayah, setelah, sebelum }: LateQuery): string {
  const place = (at: LateQuery['setelah']) => at && `${at.at}~${at.id}`
  return boardPath({ wilayah, setelah: place(setelah), sebelum: place(sebelum) }, '/terlambat')
}

interface Asked {
  wilayah?: string
  urut?: Figure
  arah?: Direction
  saring?: BoardFilter
}

/** An address below `/dinas/papan` with nothing in it that says nothing. */
export function boardPath(asked: Asked & Record<string, string | undefined>, below = ''): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value)
  const text = search.toString()
  return `/dinas/papan${below}${text ? `?${text}` : ''}`
}
