import { z } from 'zod'
import { RegionCode } from '~/features/regions/regions.schema'
import { channel } from '~/features/registration/contact-form.schema'
import { formVersion, optionalLine, optionalLines } from '~/features/registration/fields.schema'
import { tidy } from '~/platform/text'
import { type PartnerChannels, PartnerId, partnerChannelKinds, WHOLE_COUNTRY } from './partners.schema'

const answers = {
  name: z
    .string({ error: 'Isi nama mitra.' })
    .transform(tidy)
    .pipe(
      z
        .string()
        .min(3, 'Nama mitra paling sedikit 3 huruf.')
        .max(150, 'Nama mitra paling panjang 150 huruf.'),
    ),
  kindCode: z.string({ error: 'Pilih jenis mitra.' }).max(60, 'Pilih jenis mitra.'),
  placeCode: z.union([z.literal(WHOLE_COUNTRY), RegionCode], { error: 'Pilih wilayah mitra.' }),
  /** Another place, as it was typed, and the one that was chosen among those it may mean. */
  elsewhere: optionalLine('Nama wilayah', 80),
  elsewhereCode: RegionCode.optional(),
  person: optionalLine('Nama', 100),
  phone: channel('whatsapp'),
  email: channel('email'),
  address: optionalLines('Alamat', 300),
  website: channel('website'),
  instagram: channel('instagram'),
  facebook: channel('facebook'),
  youtube: channel('youtube'),
  tiktok: channel('tiktok'),
  x: channel('x'),
  note: optionalLines('Catatan', 1000),
  /** Said after likely duplicates were named. */
  isOther: z.boolean().default(false),
}

export const NewPartnerForm = z.object({
  ...answers,
  id: PartnerId,
  /** The office that keeps it, for who works for several. */
  office: z.string().max(4).optional(),
})
export type NewPartnerForm = z.output<typeof NewPartnerForm>

export const EditPartnerForm = z.object({ ...answers, version: formVersion })
export type EditPartnerForm = z.output<typeof EditPartnerForm>

/** What is done to a partner on its page. */
export const PartnerActForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('end'),
    version: formVersion,
    reason: z
      .string({ error: 'Tulis alasannya.' })
      .transform(tidy)
      .pipe(
        z.string().min(5, 'Tulis alasannya, paling sedikit 5 huruf.').max(300, 'Paling panjang 300 huruf.'),
      ),
  }),
  z.object({ intent: z.literal('reopen'), version: formVersion }),
])
export type PartnerActForm = z.output<typeof PartnerActForm>

type Answers = Pick<NewPartnerForm, keyof typeof answers>

/** What is stored of the form, the place aside. */
export function columnsOf({ name, kindCode, person, phone, email, address, note, ...rest }: Answers) {
  const channels: PartnerChannels = {}
  for (const kind of partnerChannelKinds) if (rest[kind]) channels[kind] = rest[kind]
  return { name, kindCode, contact: { person, phone, email, address }, channels, note: note ?? null }
}
