import { z } from 'zod'

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
