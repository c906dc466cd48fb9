import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'

export interface Letter {
  /** Stable across retries, so that the outbox holds one file a message. */
  id: string
  to: string
  subject: string
  body: string
}

/** Sends one plain-text letter and tells how it left. */
export type Mailer = (letter: Letter) => Promise<'smtp' | 'outbox'>

/** A mailer that speaks SMTP when an address is set, and otherwise writes readable files into the outbox folder. */
export function openMailer(options: { smtpUrl: string | undefined; from: string; outbox: string }): Mailer {
  const { smtpUrl, from, outbox } = options
  if (smtpUrl) {
    const transport = createTransport(smtpUrl)
    return async ({ id, to, subject, body }) => {
      await transport.sendMail({ from, to, subject, text: body, messageId: `<${id}@simpul-kim>` })
      return 'smtp'
    }
  }
  return async ({ id, to, subject, body }) => {
    await mkdir(outbox, { recursive: true })
    await writeFile(
      join(outbox, `${id}.txt`),
      `Dari: ${from}\nKepada: ${to}\nPerihal: ${subject}\n\n${body}\n`,
    )
    return 'outbox'
  }
}
