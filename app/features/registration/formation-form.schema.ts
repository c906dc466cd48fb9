import { z } from 'zod'
import { documentKinds, MAX_DOCUMENT_BYTES } from '~/features/documents/documents.schema'
import { issuerKinds } from '~/features/groups/groups.schema'
import { afterSaving, formVersion, optionalDate, optionalLine, optionalLines } from './fields.schema'

/** A chosen file. What is in it is looked into when it is stored, so that one bad file keeps nothing else back. */
const chosenFile = z.file({ error: 'Pilih satu berkas.' }).optional()

export const FormationForm = z.object({
  version: formVersion,
  after: afterSaving,
  meetingOn: optionalDate('Tanggal musyawarah'),
  meetingMinutes: optionalLines('Ringkasan musyawarah', 5000),
  decreeNumber: optionalLine('Nomor SK', 80),
  decreeDate: optionalDate('Tanggal SK'),
  decreeIssuerKind: z.enum(issuerKinds, { error: 'Pilih pejabat yang mengesahkan.' }).optional(),
  decreeIssuerName: optionalLine('Nama pejabat', 100),
  decreeValidUntil: optionalDate('Masa berlaku SK'),
  decreeFile: chosenFile,
  minutesFile: chosenFile,
  statutesFile: chosenFile,
  /** Files to take out of the application. */
  remove: z.array(z.enum(documentKinds)).default([]),
})
export type FormationForm = z.output<typeof FormationForm>

/** The form field of each kind of document. */
export const fileFields = {
  decree: 'decreeFile',
  minutes: 'minutesFile',
  statutes: 'statutesFile',
} as const

/** In the browser a file that is too large is told before it goes over a slow line. */
export const FormationFormInBrowser = FormationForm.superRefine((value, ctx) => {
  for (const field of Object.values(fileFields)) {
    if ((value[field]?.size ?? 0) > MAX_DOCUMENT_BYTES) {
      ctx.addIssue({
        code: 'custom',
        path: [field],
        message: 'Berkas ini lebih besar dari 5 MB. Kecilkan atau pilih berkas lain.',
      })
    }
  }
})
