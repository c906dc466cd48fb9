import { z } from 'zod'
import { tidy } from '~/platform/text'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** The token in the address of a letter or an invitation. */
export const LinkToken = z.string().regex(/^[\w-]{20,100}$/)

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** A person's name as it is shown to others. */
export const PersonName = z
  .string({ error: 'Tulis nama Anda.' })
  .transform(tidy)
  .pipe(
    z.string().min(2, 'Tulis nama Anda, paling sedikit 2 huruf.').max(120, 'Nama paling panjang 120 huruf.'),
  )

/** What a person types into "Nomor HP atau e-mail"; the server reads which of the two it is. */
export const ContactText = z
  .string({ error: 'Tulis nomor HP atau e-mail.' })
  .max(254, 'Nomor HP atau e-mail terlalu panjang.')

/** A password to be set; the server also refuses common ones. */
export const NewPassword = z
  .string({ error: 'Tulis sandi.' })
  .min(PASSWORD_MIN, `Sandi paling sedikit ${PASSWORD_MIN} karakter. Tambahkan satu dua kata lagi.`)
  .max(PASSWORD_MAX, `Sandi paling panjang ${PASSWORD_MAX} karakter.`)

/** A password to be compared. */
export const PresentPassword = z
  .string({ error: 'Tulis sandi Anda.' })
  .max(1000, 'Sandi ini terlalu panjang.')

/** A path of the portal to go on to; checked again before it is used. */
const ReturnPath = z.string().max(500).optional()

export const signUpSchema = z.object({
  /** Made with the empty form: sending it twice makes one account. */
  id: AccountId,
  name: PersonName,
  contact: ContactText,
  password: NewPassword,
  lanjut: ReturnPath,
})

export const signInSchema = z.object({
  contact: ContactText,
  password: PresentPassword,
  lanjut: ReturnPath,
})
