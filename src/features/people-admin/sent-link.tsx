import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { Section } from '../../ui/section.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import type { Sent } from './answers.ts'
import styles from './people-admin.module.css'

/** A link that was just made, to scan or to send. It is not shown again. */
export function SentLink({ sent }: { sent: Sent }) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const link = new URL(`/invite/${sent.code}`, window.location.origin).href
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Section
      title={`The link for ${sent.name}`}
      lead={`It works once, until ${sayTime(sent.endsAt, 'moment')}. Send it to ${sent.name} alone, or let them scan it: whoever opens it first is ${sent.name} here.`}
    >
      <div className={styles.sent}>
        <QrCode text={link} label={`Code to scan: the link for ${sent.name}`} />
        <div className={styles.words}>
          <p className={styles.link}>{link}</p>
          <Button onClick={copy}>Copy the link</Button>
          <p role="status">
            {copied === true ? 'Copied.' : null}
            {copied === false ? 'This browser does not copy: mark the link and copy it.' : null}
          </p>
          <p>It is not shown again. If it gets lost, send a new one from People.</p>
        </div>
      </div>
    </Section>
  )
}
