import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Actor } from '~/features/identity/actor'
import { hashSecret } from '~/features/identity/sessions.server'
import { DAY } from '~/platform/clock'
import { sessionCookie } from '~/platform/http/cookies.server'
import { csrfToken } from '~/platform/http/csrf.server'
import { newToken } from '~/platform/ids'
import { makeLog } from '~/platform/log/log'
import { makeApp } from '../../server/app'
import type { TestServices } from './services'

export interface Web {
  origin: string
  close(): Promise<void>
}

/** Serves the built pages on a free port, on the services of a test. */
export async function serve(services: TestServices): Promise<Web> {
  const bundle = resolve('build/server/index.js')
  if (!existsSync(bundle)) throw new Error('The pages are not built: run "npm run build" first.')
  const build = await import(/* @vite-ignore */ pathToFileURL(bundle).href)
  const app = makeApp({ services: { ...services, log: makeLog('silent') }, build })
  const server = await new Promise<Server>((done) => {
    const listening = createServer(app).listen(0, '127.0.0.1', () => done(listening))
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** The cookie header and the form token of a new session of this person. */
export async function signIn(
  { store, newId, now, config }: TestServices,
  actor: Actor,
): Promise<{ cookie: string; csrf: string }> {
  const token = newToken()
  await store.transact(async ({ db, tables }) => {
    await db.insert(tables.sessions).values({
      id: hashSecret(token),
      publicId: newId(),
      accountId: actor.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + 30 * DAY,
      device: 'uji',
    })
  })
  const cookie = (await sessionCookie.serialize(token)).split(';')[0] ?? ''
  return { cookie, csrf: csrfToken(config.sessionSecret, token) }
}
