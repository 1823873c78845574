import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

interface Words {
  readonly title: string
  readonly next: string
}

const passkey = 'Use a tablet, phone or computer with a screen lock and an up-to-date browser.'
const newLink = 'Ask whoever invited you to send it again.'

const WORDS: Readonly<Record<string, Words>> = {
  'no-answer': {
    title: 'No answer from the trust',
    next: 'Find some signal, then try again. What is on this device is kept.',
  },
  'not-proved': {
    title: 'The trust does not know this sign-in',
    next: 'Try another passkey. If you have lost yours, ask your trust’s office for a new sign-in link.',
  },
  'passkey-not-given': {
    title: 'No passkey was given',
    next: 'Try again, and unlock your device when it asks. If this device has no passkey of yours, use the one on your phone.',
  },
  'passkey-there': {
    title: 'This device has a passkey for you already',
    next: 'Use it to sign in, or make the new one on another device.',
  },
  'passkey-place': {
    title: 'Passkeys do not work at this address',
    next: 'Open Corridor by its name, not by a number. On this computer that is “localhost”.',
  },
  'passkey-unknown': { title: 'This browser has no passkeys', next: passkey },
  'signed-out': { title: 'Your sign-in has ended', next: 'Sign in, then try again.' },
  'sign-in-again': {
    title: 'Sign in once more for this',
    next: 'What changes rights or ways of signing in asks for a sign-in of the last 12 hours.',
  },
  'too-many-tries': {
    title: 'Too many tries in a short time',
    next: 'Wait a minute, then try again.',
  },
  'unknown-link': { title: 'This link opens nothing', next: `See that it is whole. ${newLink}` },
  'link-used': {
    title: 'This invitation has been used',
    next: 'If that was you, sign in. If not, tell your trust’s office now.',
  },
  'link-ended': { title: 'This invitation has ended: it was open for 7 days', next: newLink },
  'link-taken-back': { title: 'This invitation was taken back', next: newLink },
  'link-not-open': {
    title: 'This invitation could not be accepted with that account',
    next: 'The account belongs to somebody already, or the invitation is no longer open. Sign in, or ask for a new invitation.',
  },
  'last-way-in': {
    title: 'This is your only way to sign in',
    next: 'Make another passkey first, on this device or another. Then take this one away.',
  },
  'too-many': { title: 'You have 12 passkeys', next: 'Take one away that you no longer use.' },
  'provider-away': {
    title: 'The sign-in service did not answer',
    next: 'Try again in a minute, or use a passkey.',
  },
  declined: { title: 'The sign-in was stopped', next: 'Try again, or use a passkey.' },
  'lost-thread': {
    title: 'The sign-in took too long, or was begun in another window',
    next: 'Begin again here.',
  },
  'wrong-answer': {
    title: 'The answer of the sign-in service did not fit',
    next: 'Begin again here. If it happens again, tell your trust’s office.',
  },
  'wrong-trust': {
    title: 'That account is not one of this trust’s',
    next: 'Choose your account at the trust, not a private one.',
  },
  'email-unproved': {
    title: 'The address of that account has not been checked',
    next: 'Ask your trust’s office, or use a passkey.',
  },
  'unknown-person': {
    title: 'Nobody here goes by that account',
    next: 'Choose another account, or ask your trust’s office to invite you under this address.',
  },
  unsaved: {
    title: 'The last words on this device are not on its disk yet',
    next: 'Wait a moment, or copy them out first.',
  },
}

/** What a new sign-in mends. */
const AGAIN: ReadonlySet<string> = new Set(['signed-out', 'sign-in-again', 'link-used'])

const other: Words = { title: 'That did not work', next: 'Try again in a moment.' }

/** What went wrong and what to do next. */
export function Fault({ fault }: { fault: string | null }) {
  if (fault === null) return null
  const { title, next } = WORDS[fault] ?? other
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        AGAIN.has(fault) ? (
          <LinkButton to={`/sign-in?back=${encodeURIComponent(location.pathname)}`}>
            Sign in
          </LinkButton>
        ) : undefined
      }
    >
      {next}
    </Notice>
  )
}
