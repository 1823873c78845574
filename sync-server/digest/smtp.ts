import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

export interface MailSettings {
  /** smtp:// or smtps://, the host, and before it a name with its password. */
  readonly url: string
  /** "Corridor <corridor@trust.example>" */
  readonly from: string
}

const PATIENCE_MS = 20_000

/** `unknown`: the line broke when the mail may have been taken already. */
export type Posted = 'sent' | 'not-sent' | 'unknown'

const wasAnswered = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'

/** Sends through the trust's own mail server, one mail at a time, as plain text. */
export function smtpSender({ url, from }: MailSettings) {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing in a mail may make the relay read its own files or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async ({ to, subject, text, headers }: Mail): Promise<Posted> => {
    try {
      // Whatever goes wrong before the mail itself is on its way can be tried again.
      await transport.verify()
    } catch {
      return 'not-sent'
    }
    try {
      await transport.sendMail({ from, to, subject, text, headers })
      return 'sent'
    } catch (error) {
      return wasAnswered(error) ? 'not-sent' : 'unknown'
    }
  }
}
