import { z } from 'zod'
import { labelProblem, readLabel } from './labels'

export const SubdomainRequestId = z.uuid().brand<'SubdomainRequestId'>()
export type SubdomainRequestId = z.infer<typeof SubdomainRequestId>

/** A name as a person typed it, read kindly and checked for its form. */
export const Label = z
  .string({ error: 'Tulis nama yang diinginkan, misalnya nama desa.' })
  .max(200, 'Nama terlalu panjang. Paling banyak 63 huruf atau angka.')
  .transform(readLabel)
  .superRefine((label, ctx) => {
    const problem = labelProblem(label)
    if (problem) ctx.addIssue({ code: 'custom', message: problem })
  })

/** What the browser checks while someone writes a name. */
export const LabelForm = z.object({ label: Label })

const version = z.coerce.number().int().min(1)

/** What a group may do on its page. */
export const GroupSubdomainForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('request'), id: SubdomainRequestId, label: Label }),
  z.object({ intent: z.literal('check'), label: Label }),
  z.object({ intent: z.literal('withdraw'), requestId: SubdomainRequestId, version }),
  z.object({
    intent: z.literal('giveUp'),
    requestId: SubdomainRequestId,
    version,
    sure: z.literal('on', { error: 'Centang dulu bahwa Anda mengerti akibatnya.' }),
  }),
])

export const Reason = z
  .string({ error: 'Tulis alasannya, supaya kelompok tahu apa yang perlu diubah.' })
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .min(5, 'Tulis alasannya dengan lebih jelas, paling sedikit 5 huruf.')
      .max(500, 'Alasan paling panjang 500 huruf.'),
  )

/** What the browser checks while someone writes a refusal. */
export const RefusalForm = z.object({ reason: Reason })

/** What the regency's office decides on one request. */
export const EndorsementForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('endorse'), requestId: SubdomainRequestId, version }),
  z.object({ intent: z.literal('refuse'), requestId: SubdomainRequestId, version, reason: Reason }),
])

/** One or several requests, each with the version that was on the screen: `<id>:<version>`. */
const Chosen = z
  .string()
  .regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'Pilihan ini tidak dikenal. Muat ulang halaman, lalu pilih lagi.')
  .transform((pair) => ({ requestId: pair.slice(0, 36), version: Number(pair.slice(37)) }))

const chosen = z
  .array(Chosen, { error: 'Pilih dulu paling sedikit satu nama.' })
  .min(1, 'Pilih dulu paling sedikit satu nama.')
  .max(200, 'Paling banyak 200 nama sekali jalan.')

/** What the registrar of kim.id decides on several requests at once. */
export const RegistrarForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('activate'), chosen }),
  z.object({ intent: z.literal('refuse'), chosen, reason: Reason }),
])
