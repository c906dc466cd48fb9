/**
 * Reads a return address from outside: a path of this portal, or the fallback.
 * One leading slash, never `//` or `/\`, which browsers read as another host.
 */
export function safePath(candidate: unknown, fallback: string): string {
  if (typeof candidate !== 'string') return fallback
  return /^\/(?![/\\])[^\s\\]*$/.test(candidate) ? candidate : fallback
}
