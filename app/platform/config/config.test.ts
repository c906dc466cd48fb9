import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config'

const folder = mkdtempSync(join(tmpdir(), 'simpul-kim-config-'))
const read = (env: Record<string, string>) => readConfig({ NODE_ENV: 'test', DATA_DIR: folder, ...env })

describe('settings', () => {
  test('nothing set is enough for one machine', () => {
    const config = read({})
    expect(config.port).toBe(3000)
    expect(config.publicUrl).toBe('http://localhost:3000')
    expect(config.databaseUrl).toBe(join(folder, 'simpul-kim.sqlite'))
  })

  test('the secret is made once, kept, and readable by its owner only', () => {
    expect(read({}).sessionSecret).toBe(read({}).sessionSecret)
    expect(statSync(join(folder, 'session-secret')).mode & 0o077).toBe(0)
  })

  test('an empty setting counts as left out', () => {
    expect(read({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
  })

  test.each([
    ['PORT', { PORT: 'tiga ribu' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'simpul.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/kim' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'pendek' }],
    ['TRUSTED_PROXY_HOPS', { TRUSTED_PROXY_HOPS: '-1' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'cerewet' }],
    ['WEB_PROCESSES', { WEB_PROCESSES: '2' }],
    ['SESSION_SECRET', { WEB_PROCESSES: '2', DATABASE_URL: 'postgres://localhost/kim' }],
  ])('a wrong %s stops the start with a sentence that names it', (name, env) => {
    expect(() => read(env)).toThrow(new RegExp(`Pengaturan salah\\. ${name}: .+\\.`))
  })

  test('every setting is documented in .env.example, and nothing else is', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      (match) => match[1],
    )
    const source = readFileSync('app/platform/config/config.ts', 'utf8')
    const known = [...source.matchAll(/^ {4}([A-Z_]+): /gm)].map((match) => match[1])
    expect(documented.sort()).toEqual(known.filter((name) => name !== 'NODE_ENV').sort())
  })
})
