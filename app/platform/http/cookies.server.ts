import { createCookie } from '@remix-run/node'
import { DAY } from '~/platform/clock'

export const SESSION_DAYS = 30

/**
 * The `__Host-` prefix ties a cookie to this very host: sites under kim.id are same-site with the portal
 * and must neither read nor plant it.
 */
const shared = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const

export const sessionCookie = createCookie('__Host-sesi', {
  ...shared,
  maxAge: (SESSION_DAYS * DAY) / 1000,
})

/** Binds the forms of someone who is not signed in (sign-in, sign-up, reset) to their browser. */
export const guestCookie = createCookie('__Host-tamu', shared)
