import { Authenticator } from 'remix-auth'
import { FormStrategy } from 'remix-auth-form'
import { AppError } from '~/platform/errors'
import type { Services } from '~/platform/services'
import { countAttempt, forgiveAttempt } from './attempts.server'
import { parseContact } from './contact.server'
import { findAccountByContact } from './find-account.server'
import { signInSchema } from './identity.schema'
import { passwordMatches } from './passwords.server'

/** Who proved to be who: the account, whatever way it came in. */
export interface Proven {
  accountId: string
}

/**
 * The ways to sign in. Today a password; OpenID Connect for offices is one more `use`.
 * @param clientAddress for the limits of attempts
 */
export function signInWays(services: Services, clientAddress: string): Authenticator<Proven> {
  return new Authenticator<Proven>().use(
    new FormStrategy(async ({ form }) => {
      const { contact, password } = signInSchema.parse(Object.fromEntries(form))
      return provePassword(services, { contact, password, clientAddress })
    }),
    'password',
  )
}

/**
 * Proves a person by contact and password. An unknown account takes as long and gets the same words.
 * @throws sign_in_failed 401, account_disabled 403 (only for who knows the password), too_many_attempts 429
 */
async function provePassword(
  services: Services,
  { contact: typed, password, clientAddress }: { contact: string; password: string; clientAddress: string },
): Promise<Proven> {
  const { store } = services
  const contact = parseContact(typed)
  const attempt = {
    trying: 'signIn',
    name: contact?.email ?? contact?.phone ?? typed.toLowerCase(),
    address: clientAddress,
  } as const
  await countAttempt(services, attempt)
  const account = contact && (await findAccountByContact({ db: store.read, tables: store.tables }, contact))
  const same = await passwordMatches(password, account?.passwordHash)
  if (!account || !same) {
    throw new AppError(
      'sign_in_failed',
      401,
      'Nomor HP atau e-mail dan sandi belum cocok. Periksa sekali lagi, atau buat sandi baru lewat “Lupa sandi?”.',
    )
  }
  if (account.status !== 'active') {
    throw new AppError(
      'account_disabled',
      403,
      'Akun ini dinonaktifkan oleh pengelola. Hubungi Dinas Kominfo kabupaten/kota Anda.',
    )
  }
  await forgiveAttempt(services, attempt)
  return { accountId: account.id }
}
