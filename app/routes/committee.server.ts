import { createCookie } from '@remix-run/node'
import type { Doorkeeper } from '~/features/events/mark-present.server'
import type { Actor } from '~/features/identity/actor'

/** The committee's link that a phone has opened; what it may do is looked up each time. */
export const committeeCookie = createCookie('__Host-panitia', {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  maxAge: 15 * 24 * 60 * 60,
})

/** Whom a request may stand for at a door: the person who is signed in, and the phone with a committee's link. */
export async function doorkeepers(request: Request, actor: Actor | null): Promise<Doorkeeper[]> {
  const token: unknown = await committeeCookie.parse(request.headers.get('cookie'))
  return [
    ...(actor ? [{ actor }] : []),
    ...(typeof token === 'string' && token.length <= 100 ? [{ committeeToken: token }] : []),
  ]
}
