import { randomBytes, randomInt } from 'node:crypto'
import { v5, v7 } from 'uuid'

/** Makes a UUIDv7: sortable by time of creation, safe to make on any node or in a browser. */
export function newId(): string {
  return v7()
}

/** Names a part of something that has an id: the same id each time (UUIDv5), so that storing it twice stores one. */
export function partId(wholeId: string, part: string): string {
  return v5(part, wholeId)
}

/** Makes an unguessable URL-safe token of 256 bits, for links and cookies. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Makes a one-time code of eight digits that can be read aloud across a desk. */
export function newSpokenCode(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, '0')
}
