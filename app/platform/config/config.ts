import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const url = z.url({
  protocol: /^https?$/,
  error: 'harus alamat lengkap, misalnya https://simpul.example.go.id',
})

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce
      .number({ error: 'harus angka' })
      .int()
      .min(1, 'harus antara 1 dan 65535')
      .max(65_535, 'harus antara 1 dan 65535')
      .default(3000),
    HOST: z.string().default('0.0.0.0'),
    DATA_DIR: z.string().default('data'),
    DATABASE_URL: z.string().optional(),
    WEB_PROCESSES: z.coerce.number({ error: 'harus angka' }).int().min(1, 'paling sedikit 1').default(1),
    PUBLIC_URL: url.optional(),
    SESSION_SECRET: z.string().min(32, 'paling sedikit 32 karakter').optional(),
    TRUSTED_PROXY_HOPS: z.coerce
      .number({ error: 'harus angka' })
      .int()
      .min(0, 'tidak boleh negatif')
      .max(5, 'paling banyak 5')
      .default(0),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'harus diawali smtp:// atau smtps://')
      .optional(),
    MAIL_FROM: z.string().default('Simpul KIM <tidak-dibalas@localhost>'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    PRIVACY_CONTACT: z.string().default('Dinas Kominfo setempat'),
  })
  .superRefine((env, ctx) => {
    const postgres = /^postgres(ql)?:\/\//.test(env.DATABASE_URL ?? '')
    if (/^[a-z]+:\/\//.test(env.DATABASE_URL ?? '') && !postgres) {
      ctx.addIssue({
        code: 'custom',
        path: ['DATABASE_URL'],
        message: 'harus postgres://… atau jalur berkas SQLite',
      })
    }
    if (!postgres && env.WEB_PROCESSES > 1) {
      ctx.addIssue({
        code: 'custom',
        path: ['WEB_PROCESSES'],
        message: 'harus 1 selama memakai SQLite; untuk lebih dari satu proses pakai PostgreSQL',
      })
    }
    if (postgres && env.WEB_PROCESSES > 1 && !env.SESSION_SECRET) {
      ctx.addIssue({
        code: 'custom',
        path: ['SESSION_SECRET'],
        message: 'wajib diisi bila ada lebih dari satu proses, supaya semuanya memakai rahasia yang sama',
      })
    }
  })

export interface Config {
  production: boolean
  port: number
  host: string
  dataDir: string
  databaseUrl: string
  /** Without a trailing slash. */
  publicUrl: string
  sessionSecret: string
  trustedProxyHops: number
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: string
  privacyContact: string
}

/**
 * Reads every setting from the environment; see `.env.example`.
 * @throws Error with one sentence for each wrong setting, naming it
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(filled)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`)
    throw new Error(`Pengaturan salah. ${sentences.join(' ')} Lihat .env.example.`)
  }
  const it = parsed.data
  return {
    production: it.NODE_ENV === 'production',
    port: it.PORT,
    host: it.HOST,
    dataDir: it.DATA_DIR,
    databaseUrl: it.DATABASE_URL ?? join(it.DATA_DIR, 'simpul-kim.sqlite'),
    publicUrl: (it.PUBLIC_URL ?? `http://localhost:${it.PORT}`).replace(/\/$/, ''),
    sessionSecret: it.SESSION_SECRET ?? keptSecret(it.DATA_DIR),
    trustedProxyHops: it.TRUSTED_PROXY_HOPS,
    smtpUrl: it.SMTP_URL,
    mailFrom: it.MAIL_FROM,
    logLevel: it.LOG_LEVEL,
    privacyContact: it.PRIVACY_CONTACT,
  }
}

/** One machine needs no hand-made secret: it is made once and kept beside the data, readable by the owner only. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'session-secret')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(path, 'utf8').trim()
}
