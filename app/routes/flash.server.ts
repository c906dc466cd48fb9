import { createCookie, redirect } from '@remix-run/node'

/** One sentence for the next page, then gone. */
export const flashCookie = createCookie('__Host-kabar', {
  path: '/',
  httpOnly: true,
  secure: true,
  sameSite: 'lax',
  maxAge: 60,
})

/** Goes to a page of the portal and says there what was done. */
export async function redirectSaying(path: string, message: string): Promise<Response> {
  return redirect(path, { headers: { 'Set-Cookie': await flashCookie.serialize(message) } })
}
