import type { Refusal } from '../../domain/refusals.ts'

interface Said {
  readonly say: string
  readonly next: string
}

const help = 'Ask them for the copy that their device makes, and send it to the helpdesk.'

/** Why work was put aside, for whoever looks after it: what it means and what to do. */
export const putAsideWords: Readonly<Record<Refusal, Said>> = {
  'not-allowed': {
    say: 'They may not write there, or no longer',
    next: 'If they should, put them back on the team; they can then send it again.',
  },
  'not-a-document': { say: 'It belongs to no place that the trust knows', next: help },
  'too-large': {
    say: 'A change is larger than the trust takes',
    next: 'Nothing to do: their device tells them to split it.',
  },
  damaged: {
    say: 'It was damaged on its way',
    next: 'If more comes from the same person, have their device looked at.',
  },
  unreadable: { say: 'It cannot be read', next: help },
  'client-taken': {
    say: 'Two devices wrote under one mark',
    next: 'Ask whether they had a tablet restored or copied. Their device sends the work again.',
  },
  'clock-taken': {
    say: 'Two devices wrote under one mark',
    next: 'Ask whether they had a tablet restored or copied. Their device sends the work again.',
  },
  'clock-jump': { say: 'One change is far larger than anybody types', next: help },
  'forbidden-key': {
    say: 'It holds a name that is never stored',
    next: 'No version of Corridor writes such a name. Ask who has used their sign-in.',
  },
  'bad-signature': {
    say: 'It does not bear the mark of the device that it says it is from',
    next: 'Ask who carried it, and have it sent from the device that it was written on.',
  },
  'unknown-device': {
    say: 'It was carried from a device that the trust has not met',
    next: 'Have that device find signal once; it can then be sent again.',
  },
  'device-revoked': {
    say: 'It comes from a device that was reported lost',
    next: 'Speak to whoever had the device before anything of it is used.',
  },
  'mass-delete': {
    say: 'It would take away a great deal of other people’s words',
    next: 'Speak to them and to the review lead before anything is sent again.',
  },
  'id-reused': { say: 'Two different changes carry one number', next: help },
  sealed: {
    say: 'The review had been handed over',
    next: 'Ask the review lead whether the head should have it.',
  },
}
