import { redirect } from '@remix-run/node'
import type { Actor } from '~/features/identity/actor'
import type { Browser } from '~/features/identity/sessions.server'
import { sessionCookie } from '~/platform/http/cookies.server'
import { redirectSaying } from './flash.server'

/** What a new session needs to know of the browser behind a request. */
export function browserOf({ request, actor }: { request: Request; actor: Actor | null }): Browser {
  return { userAgent: request.headers.get('user-agent'), sessionId: actor?.sessionId ?? null }
}

/** Hands the browser its session and goes on to a page of the portal, with words when there are any. */
export async function redirectSignedIn(path: string, token: string, message?: string): Promise<Response> {
  const response = message === undefined ? redirect(path) : await redirectSaying(path, message)
  response.headers.append('Set-Cookie', await sessionCookie.serialize(token))
  return response
}

/** Takes the session's cookie away. */
export async function redirectSignedOut(path: string, message: string): Promise<Response> {
  const response = await redirectSaying(path, message)
  response.headers.append('Set-Cookie', await sessionCookie.serialize('', { maxAge: 0 }))
  return response
}
