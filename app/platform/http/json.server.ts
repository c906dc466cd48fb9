import { createHash } from 'node:crypto'

/**
 * Public JSON that may be kept for a minute, with an ETag: a machine that asks again with `If-None-Match`
 * gets 304 and no body.
 */
export function publicJson(request: Request, body: unknown): Response {
  const text = JSON.stringify(body)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Cache-Control': 'public, max-age=60',
    ETag: etag,
    // Public facts may be read by pages of other sites.
    'Access-Control-Allow-Origin': '*',
  }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' } })
}

/** The 404 of the JSON interface: `{kode, pesan}`. */
export function jsonNotFound(pesan: string): Response {
  return Response.json(
    { kode: 'not_found', pesan },
    { status: 404, headers: { 'Cache-Control': 'no-store' } },
  )
}

/** The 400 of the JSON interface, for a question that cannot be understood. */
export function jsonBadRequest(pesan: string): Response {
  return Response.json(
    { kode: 'bad_request', pesan },
    { status: 400, headers: { 'Cache-Control': 'no-store' } },
  )
}
