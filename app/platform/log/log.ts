import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug'>

/** The process's log: JSON lines without bodies, cookies, query strings, e-mail addresses or phone numbers. */
export function makeLog(level: string): pino.Logger {
  return pino({
    level,
    redact: {
      paths: ['req.headers.cookie', 'req.headers.authorization', '*.email', '*.phone'],
      remove: true,
    },
  })
}
