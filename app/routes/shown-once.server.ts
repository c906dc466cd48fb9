import { createCookie, redirect } from '@remix-run/node'
import { z } from 'zod'

/** Something that is shown on the next page and never again: a code, a link. */
const shownOnceCookie = createCookie('__Host-sekali', {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  maxAge: 120,
})

const ShownOnce = z.object({ path: z.string(), shown: z.record(z.string(), z.string()) })

/** Goes to a page of the portal and lets it show `shown` once. */
export async function redirectShowing(path: string, shown: Record<string, string>): Promise<Response> {
  const value = { path: path.split('?')[0], shown }
  return redirect(path, { headers: { 'Set-Cookie': await shownOnceCookie.serialize(value) } })
}

/** What this page may show once, and the headers that make it the last time. */
export async function takeShown(
  request: Request,
): Promise<{ shown: Record<string, string> | null; headers: HeadersInit }> {
  const held: unknown = await shownOnceCookie.parse(request.headers.get('cookie'))
  const parsed = ShownOnce.safeParse(held)
  const here = new URL(request.url).pathname.replace(/\.data$/, '')
  if (!parsed.success || parsed.data.path !== here) return { shown: null, headers: {} }
  return {
    shown: parsed.data.shown,
    headers: { 'Set-Cookie': await shownOnceCookie.serialize('', { maxAge: 0 }) },
  }
}

/** The link of a fresh invitation, as `NewLink` shows it. */
export function shownInvitation({ link, name, emailed }: { link: string; name: string; emailed: boolean }) {
  return { link, name, emailed: emailed ? 'ya' : 'tidak' }
}
