import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeReadableStreamToWritable } from '@remix-run/node'
import { afterEach, expect, test } from 'vitest'
import { fileResponse, outflowOf } from './outflow'

let server: Server | undefined
afterEach(() => server?.close())

const CHUNK = new Uint8Array(64 * 1024)

/** Serves 100,000 chunks, 6 GB, and tells how many were made. */
async function serving(): Promise<{ made: () => number; ended: Promise<void>; answer: IncomingMessage }> {
  let made = 0
  let end: () => void = () => undefined
  const ended = new Promise<void>((done) => {
    end = done
  })
  async function* chunks() {
    try {
      for (; made < 100_000; made++) yield CHUNK
    } finally {
      end()
    }
  }
  const listening = createServer((_, res) => {
    const { body } = fileResponse(outflowOf(res), {
      fileName: 'kegiatan.csv',
      contentType: 'text/csv',
      chunks: chunks(),
    })
    if (body) void writeReadableStreamToWritable(body, res)
  })
  server = listening
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const { port } = listening.address() as AddressInfo
  const answer = await new Promise<IncomingMessage>((done) => get({ port, host: '127.0.0.1' }, done))
  return { made: () => made, ended, answer }
}

test('a file is not made faster than the client takes it, and no further once the client is gone', async () => {
  const { made, ended, answer } = await serving()
  await new Promise((done) => answer.once('readable', done))
  let before = -1
  while (made() !== before) {
    before = made()
    await new Promise((done) => setTimeout(done, 200))
  }
  // What the sockets of both sides hold, far below the whole.
  expect(before).toBeLessThan(1000)
  answer.destroy()
  await ended
  expect(made()).toBeLessThan(1000)
})
