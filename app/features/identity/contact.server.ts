import parsePhoneNumber from 'libphonenumber-js/mobile'
import { z } from 'zod'
import { AppError } from '~/platform/errors'
import { tidy } from '~/platform/text'

/** How an account is found: by an e-mail address in lower case, or by a mobile number in E.164. */
export type Contact = { email: string; phone: null } | { email: null; phone: string }

const Email = z.email().max(254)

/** A mobile number as people write it (`0812…`, `62812…`, `+62 812-…`) in E.164; null when it cannot be one. */
export function normalizePhone(typed: string): string | null {
  const digits = tidy(typed).replace(/[\s().-]/g, '')
  // Many people write the country's code without its plus sign.
  const dialled = /^62\d{8,}$/.test(digits) ? `+${digits}` : digits
  if (!/^\+?\d{8,15}$/.test(dialled)) return null
  const number = parsePhoneNumber(dialled, 'ID')
  return number?.isValid() ? number.number : null
}

/** An e-mail address in the form in which it is stored and compared; null when it cannot be one. */
export function normalizeEmail(typed: string): string | null {
  const parsed = Email.safeParse(tidy(typed).toLowerCase())
  return parsed.success ? parsed.data : null
}

/** Reads what a person typed into "Nomor HP atau e-mail"; null when it is neither. */
export function parseContact(typed: string): Contact | null {
  if (typed.includes('@')) {
    const email = normalizeEmail(typed)
    return email === null ? null : { email, phone: null }
  }
  const phone = normalizePhone(typed)
  return phone === null ? null : { email: null, phone }
}

/** Like `readContact`, where the field may stay empty. */
export function readContactIfAny(typed: string | undefined): Contact | { email: null; phone: null } {
  return typed && tidy(typed) !== '' ? readContact(typed) : { email: null, phone: null }
}

/**
 * Like `parseContact`, for a form that stores it.
 * @throws contact_invalid 422 at `field`
 */
export function readContact(typed: string, field = 'contact'): Contact {
  const contact = parseContact(typed)
  if (contact) return contact
  throw new AppError(
    'contact_invalid',
    422,
    'Tulis nomor HP seperti 0812 3456 7890, atau e-mail seperti nama@contoh.id.',
    field,
  )
}
