import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import autocannon from 'autocannon'

export interface Speed {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Answers that were not what the page gives. */
  wrong: number
}

export interface Asking {
  origin: string
  /** The next path and, for a form, its body. */
  next: () => { path: string; body?: string }
  headers: Record<string, string>
  expected: number
  seconds: number
}

const CONNECTIONS = 10

/** Fewer answers tell nothing; a page that is slower gets the time for them. */
const FEWEST = 40

/** Asks for pages over ten connections, each as soon as it has its answer. */
export async function measure(asking: Asking): Promise<Speed> {
  const timed = await ask(asking, { duration: asking.seconds })
  return timed.answers < FEWEST ? (await ask(asking, { amount: FEWEST })).speed : timed.speed
}

async function ask(
  { origin, next, headers, expected }: Asking,
  until: { duration: number } | { amount: number },
): Promise<{ answers: number; speed: Speed }> {
  const times: number[] = []
  let wrong = 0
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { path, body } = next()
    return { ...request, path, ...(body === undefined ? {} : { method: 'POST', body }) }
  }
  const { duration } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      { url: origin, connections: CONNECTIONS, timeout: 60, headers, requests: [{ setupRequest }], ...until },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
    running.on('response', (_client, status, _bytes, time) => {
      times.push(time)
      if (status !== expected) wrong++
    })
  })
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    answers: times.length,
    speed: { perSecond: times.length / duration, p50: at(0.5), p95: at(0.95), wrong },
  }
}

/** What a first visit moves, compressed: the page, its style sheets, its scripts, and of its coasts that of a wide screen. */
export async function firstVisit(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const page = await moved(origin + path, headers)
  const files = new Set(
    [...page.text.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(
      ([, file]) => file ?? '',
    ),
  )
  let bytes = page.bytes
  const wideCoast = /--coast:url\(([^)]+)\)/g
  const [, coast] = [...page.text.matchAll(wideCoast)].at(-1) ?? []
  if (coast) files.add(coast)
  for (const file of files) bytes += (await moved(origin + file, {})).bytes
  return bytes
}

async function moved(url: string, headers: Record<string, string>) {
  const asked = request(url, { headers: { 'Accept-Encoding': 'gzip, br', ...headers } }).end()
  const [answer] = await once(asked, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const encoding = answer.headers['content-encoding']
  const text = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
  return { bytes: body.length, text: text.toString() }
}

export interface Running {
  origin: string
  /** Resident memory in megabytes. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server as a process of its own and waits until it answers. */
export async function startServer(
  command: string,
  { port, env, log, ready }: { port: number; env: Record<string, string>; log: string; ready: string },
): Promise<Running> {
  const out = openSync(log, 'w')
  const child = spawn('sh', ['-c', `exec ${command}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out],
  })
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null || tries === 600) throw new Error(`the server does not answer; see ${log}`)
    const answers = await fetch(origin + ready).then(
      (answer) => answer.ok,
      () => false,
    )
    if (answers) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { origin, memory: () => memoryOf(child), stop: () => end(child) }
}

async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const ps = spawn('ps', ['-o', 'rss=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of ps.stdout) said += chunk
  return Number(said) / 1024
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(late)
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}
