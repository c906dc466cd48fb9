/** Addresses whose last part opens something: they are logged without it, and no browser keeps what they show. */
const secretPaths =
  /^\/+(undangan-kim|undangan|atur-ulang|awal|acara\/+(?:tiket|panitia|sertifikat))\/+[^/]+/i

/** True for an address that opens something for whoever holds it. */
export function opensByItself(path: string): boolean {
  return secretPaths.test(path)
}

/** A request's path as it may be logged: without the query, and without the token of a one-time address. */
export function maskPath(url: string): string {
  const path = url.split(/[?#]/)[0] ?? ''
  return path.replace(secretPaths, '/$1/…')
}
