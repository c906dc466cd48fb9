import { z } from 'zod'
import { groupScopes } from '~/features/groups/groups.schema'
import { groupName } from '~/features/groups/names.schema'
import { LinkToken } from '~/features/identity/identity.schema'
import { VillageCode } from '~/features/regions/regions.schema'
import { afterSaving, formVersion, optionalDate, optionalLine, optionalLines } from './fields.schema'
import { ApplicationId } from './registration.schema'

/** Indonesia lies between these; anything else is a slip of the hand or another country. */
export const BOUNDS = { latitude: [-11.5, 6.5], longitude: [94.5, 141.5] } as const

/** A coordinate that may stay empty, with a comma or a point, kept to two decimals: about one kilometre. */
export function coordinate(what: string, [from, to]: readonly [number, number]) {
  const words = `${what} belum benar. Tulis angka antara ${from} dan ${to}, atau kosongkan.`
  return z
    .string()
    .max(30, words)
    .transform((typed) => Number(typed.replace(',', '.').trim()))
    .pipe(z.number({ error: words }).min(from, words).max(to, words))
    .transform((degrees) => Math.round(degrees * 100) / 100)
    .optional()
}

const identityFields = z.object({
  villageCode: VillageCode,
  name: groupName,
  scope: z.enum(groupScopes, { error: 'Pilih cakupan kelompok.' }),
  scopeNote: optionalLine('Keterangan cakupan', 100),
  foundedOn: optionalDate('Tanggal berdiri'),
  address: optionalLines('Alamat', 300),
  latitude: coordinate('Lintang', BOUNDS.latitude),
  longitude: coordinate('Bujur', BOUNDS.longitude),
})

type Coordinates = { latitude?: number; longitude?: number }
export const bothOrNone = (value: Coordinates) =>
  (value.latitude === undefined) === (value.longitude === undefined)
export const bothWords = {
  error: 'Isi lintang dan bujur keduanya, atau kosongkan keduanya.',
  path: ['longitude'],
}

/** The first form: it makes the application. `id` comes with the empty form, so that sending twice makes one. */
export const NewApplicationForm = identityFields
  .extend({
    id: ApplicationId,
    /** Ticked after the likely duplicates were shown. */
    isDifferent: z.boolean().default(false),
    /** Of the link by which a candidate of a mapping was invited. */
    invitation: LinkToken.optional().catch(undefined),
  })
  .refine(bothOrNone, bothWords)
export type NewApplicationForm = z.output<typeof NewApplicationForm>

export const IdentityForm = identityFields
  .extend({
    version: formVersion,
    after: afterSaving,
    isDifferent: z.boolean().default(false),
  })
  .refine(bothOrNone, bothWords)
export type IdentityForm = z.output<typeof IdentityForm>
