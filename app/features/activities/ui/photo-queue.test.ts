import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropPhoto, queuedPhotos, queuePhotos, retryPhotos, sendPhotos } from './photo-queue'

type Reply = Pick<XMLHttpRequest, 'status' | 'responseURL' | 'responseText'>

const stored: Reply = { status: 200, responseURL: '/kegiatan/a/foto', responseText: '{"stored":true}' }
/** What a browser brings home when the session has ended: it went on to the page for signing in by itself. */
const signIn: Reply = {
  status: 200,
  responseURL: '/masuk?lanjut=%2Fberanda',
  responseText: '<!doctype html>',
}
const stale: Reply = { status: 403, responseURL: '/kegiatan/a/foto', responseText: '{"message":"lama"}' }
const unknown: Reply = {
  status: 422,
  responseURL: '/kegiatan/a/foto',
  responseText: '{"message":"Bukan foto"}',
}

let replies: Reply[]
let sent: FormDataEntryValue[]

/** The line of a browser: it answers what the test has laid out. */
class Line {
  upload = {}
  onload = () => {}
  open() {}
  send(form: FormData) {
    sent.push(form.get('csrf') ?? '')
    Object.assign(this, replies.shift())
    queueMicrotask(() => this.onload())
  }
}

beforeEach(() => {
  replies = []
  sent = []
  vi.stubGlobal('XMLHttpRequest', Line)
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  for (const { id } of queuedPhotos()) dropPhoto(id)
  vi.unstubAllGlobals()
})

const photos = (many: number) => Array.from({ length: many }, () => new File(['foto'], 'foto.jpg'))
const states = () => queuedPhotos().map(({ state }) => state)

test('one photo goes after the other without the page that began it', async () => {
  replies = [stored, unknown, stored]
  queuePhotos('a', photos(3))
  expect(sent).toEqual([])
  sendPhotos('a', 'tanda')
  await vi.waitFor(() => expect(sent).toHaveLength(3))
  await vi.waitFor(() => expect(states()).toEqual(['refused']))
})

test('a photo that meets an ended session stays, and goes with the token of the next', async () => {
  for (const over of [signIn, stale]) {
    replies = [over, stored]
    queuePhotos('a', photos(1))
    sendPhotos('a', 'lama')
    await vi.waitFor(() => expect(states()).toEqual(['signedOut']))
    sendPhotos('a', 'baru')
    expect(states()).toEqual(['signedOut'])
    retryPhotos('a')
    await vi.waitFor(() => expect(states()).toEqual([]))
    expect(sent.slice(-2)).toEqual(['lama', 'baru'])
  }
})

test('leaving is asked about as long as a photo of a stored activity is on its way', async () => {
  const isHeld = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  queuePhotos('b', photos(1))
  expect(isHeld()).toBe(false)
  replies = [signIn, stored]
  sendPhotos('b', 'tanda')
  await vi.waitFor(() => expect(states()).toEqual(['signedOut']))
  expect(isHeld()).toBe(true)
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(states()).toEqual([]))
  expect(isHeld()).toBe(false)
})
