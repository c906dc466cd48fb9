import { createHmac, timingSafeEqual } from 'node:crypto'

/** The name of the hidden field that every form carries. */
export const CSRF_FIELD = 'csrf'

/** The form token of a browser: only someone who can read our pages in that browser knows it. */
export function csrfToken(secret: string, cookieValue: string): string {
  return createHmac('sha256', secret).update(`csrf:${cookieValue}`).digest('base64url')
}

/** Compares a sent token with the right one in constant time. */
export function csrfMatches(expected: string, sent: unknown): boolean {
  if (typeof sent !== 'string') return false
  const a = Buffer.from(expected)
  const b = Buffer.from(sent)
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * True when a request that changes something came from a page of this very origin.
 * `SameSite` does not help here: `<label>.kim.id` sites are same-site.
 * A client that sends neither header (no browser) is left to the token.
 */
export function isSameOrigin(headers: { origin?: string; site?: string; host: string }): boolean {
  const { origin, site, host } = headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
