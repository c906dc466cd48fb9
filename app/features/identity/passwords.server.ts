import { hash, verify } from '@node-rs/argon2'
import { AppError } from '~/platform/errors'
import { searchKey } from '~/platform/text'

/** Argon2id as the OWASP Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Words that people in this portal would think of first; the common list does not know them. */
const LOCAL = [
  'simpulkim',
  'komunitas',
  'kominfo',
  'diskominfo',
  'komdigi',
  'indonesia',
  'bismillah',
  'alhamdulillah',
  'merdeka',
  'katasandi',
  'sandisandi',
]

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

let nobody: Promise<string> | undefined

/**
 * Compares a password with a stored hash. Without a hash (no such account) it takes as long and answers false,
 * so that the time of an answer does not tell whether an account exists.
 */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('no account has this password')
  const known = stored?.startsWith('$argon2id$') ? stored : undefined
  const same = await verify(known ?? (await nobody), password.normalize('NFKC'))
  return known !== undefined && same
}

let common: Promise<Set<string>> | undefined

/** Read when it is first needed: the list holds fifty thousand words. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set([...dictionary['passwords-common'].map(String), ...LOCAL]),
  )
  return common
}

/**
 * Refuses a password that a stranger would try first: a common one (also with figures or signs behind it),
 * few different characters, or the person's own name, e-mail or number.
 * Its length is the schema's matter.
 * @throws password_common, password_personal 422 at `field`
 */
export async function assertPasswordFit(
  password: string,
  person: { name?: string; email?: string | null; phone?: string | null },
  field = 'password',
): Promise<void> {
  const typed = password.normalize('NFKC').toLowerCase()
  const stem = typed.replace(/[\d\W_]+$/u, '')
  const list = await commonPasswords()
  if (list.has(typed) || list.has(stem) || new Set(typed).size < 4) {
    throw new AppError(
      'password_common',
      422,
      'Sandi ini terlalu mudah ditebak karena banyak dipakai orang. Coba rangkai tiga atau empat kata yang hanya Anda ingat.',
      field,
    )
  }
  const bare = squeeze(typed)
  const own = [
    squeeze(person.name ?? ''),
    squeeze(person.email ?? ''),
    squeeze(person.email?.split('@')[0] ?? ''),
    squeeze(person.phone ?? ''),
    squeeze(person.phone?.replace(/^\+62/, '0') ?? ''),
  ].filter((word) => word.length >= 4)
  if (own.some((word) => bare === word || bare.replace(/\d+$/, '') === word)) {
    throw new AppError(
      'password_personal',
      422,
      'Sandi jangan sama dengan nama, e-mail atau nomor HP sendiri: itu yang pertama dicoba orang lain.',
      field,
    )
  }
}

function squeeze(text: string): string {
  return searchKey(text).replaceAll(' ', '')
}
