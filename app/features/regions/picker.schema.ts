import { z } from 'zod'
import { tidy } from '~/platform/text'
import type { RegionName } from './places'
import { RegionCode } from './regions.schema'

/**
 * The two words that a picker keeps in the address: what is searched for, and the region chosen so far.
 * Spread them into the query schema of the page: `query: z.object({ ...pickerQuery })`.
 */
export const pickerQuery = {
  cari: z
    .string()
    .transform((typed) => tidy(typed).slice(0, 80))
    .catch(''),
  wilayah: z.union([z.literal(''), RegionCode]).catch(''),
}

/** All that a picker shows. */
export interface PickerState {
  /** What was searched for; empty when nothing was. */
  search: string
  results: RegionName[]
  /** The region chosen so far, of any level above the wanted one; the next list is of what lies in it. */
  path: RegionName | null
  /** Codes of the path that may be left again; a picker bound to a region cannot be led out of it. */
  leavable: string[]
  /** What to choose from next, by name; empty once the choice is made. */
  options: { code: string; title: string }[]
  /** "Kampung atau Kelurahan": what the options are called. */
  optionsWord: string
  /** The choice, once it is of the wanted level. */
  chosen: RegionName | null
}
