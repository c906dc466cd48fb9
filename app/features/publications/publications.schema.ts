import { z } from 'zod'
import { regionFilterQuery } from '~/features/regions/filter.schema'
import { officeOutputs } from './outputs'

export const PublicationId = z.uuid().brand<'PublicationId'>()
export type PublicationId = z.infer<typeof PublicationId>

export const fileFormats = ['pdf', 'xlsx', 'csv'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The files of a snapshot in the storage. */
export type PublicationFiles = Record<FileFormat, { sha256: string; bytes: number }>

/** The days that an output tells of, both included; of a state on a day both are that day. */
export interface OutputParameters {
  from: string
  until: string
}

const words = z.string().max(10).optional().catch(undefined)

/** When, as it stands in an address. What does not fit is left aside. */
export const periodQuery = z.object({ tanggal: words, dari: words, sampai: words, tahun: words })

/** What stands in the address of an output: where and when. */
export const outputQuery = periodQuery.extend(regionFilterQuery)
export type OutputQuery = z.output<typeof outputQuery>

/** Makes a numbered snapshot of what is on the screen. */
export const makeForm = periodQuery.extend({
  id: PublicationId,
  /** `00` for the country. */
  regionCode: z.string().regex(/^\d{2}(\d{2})?$/),
})

export const outputParams = z.object({ output: z.enum(officeOutputs) })
export const publicationParams = z.object({ publicationId: PublicationId })
