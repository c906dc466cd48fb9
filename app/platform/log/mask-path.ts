/** Addresses whose last part opens something: they are logged without it. */
const secretPaths = /^\/+(undangan-kim|undangan|atur-ulang|awal|acara\/+(?:tiket|panitia))\/+[^/]+/

/** A request's path as it may be logged: without the query, and without the token of a one-time address. */
export function maskPath(url: string): string {
  const path = url.split(/[?#]/)[0] ?? ''
  return path.replace(secretPaths, '/$1/…')
}
