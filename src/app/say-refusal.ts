import type { Refusal } from '../domain/refusals.ts'
import type { StuckWhy } from '../domain/where.ts'

export interface Said {
  /** What happened, in a sentence. */
  readonly say: string
  /** What the person does next. */
  readonly next: string
}

const askForHelp = 'Copy out your work, then send the copy to your trust’s helpdesk.'

/** Every reason of the relay's for putting work aside, in words. Nothing put aside is lost. */
export const refusalWords: Record<Refusal, Said> = {
  'not-allowed': {
    say: 'The trust no longer lets you write in this review.',
    next: 'Ask the review lead whether you are still on the team, then send it again.',
  },
  'not-a-document': {
    say: 'The trust does not know the place that this work belongs to.',
    next: askForHelp,
  },
  'too-large': {
    say: 'One change is larger than the trust takes in one piece.',
    next: 'Copy out your work, then put the long text in as several notes.',
  },
  damaged: {
    say: 'A change was damaged on its way.',
    next: 'Send it again. If it comes back, copy out your work and ask for help.',
  },
  unreadable: { say: 'The trust could not read a change.', next: askForHelp },
  'client-taken': {
    say: 'Another device writes under the same mark as this one.',
    next: 'Nothing to do: the app gives this work a new mark and sends it again.',
  },
  'clock-taken': {
    say: 'This browser’s store was copied from another device.',
    next: 'Nothing to do: the app gives this work a new mark and sends it again.',
  },
  'clock-jump': {
    say: 'One change is far larger than anybody types.',
    next: askForHelp,
  },
  'forbidden-key': {
    say: 'A change holds a name that the trust never stores.',
    next: askForHelp,
  },
  'mass-delete': {
    say: 'One change would take away a great deal of other people’s words.',
    next: 'Speak to the review lead before you send it again.',
  },
  'id-reused': {
    say: 'Two different changes carry the same number.',
    next: askForHelp,
  },
  sealed: {
    say: 'This review has been handed over and is closed to changes.',
    next: 'Copy out your work and give it to the review lead.',
  },
  'bad-signature': {
    say: 'A change does not bear the mark of the device that it says it is from.',
    next: 'Send it from the device that it was written on.',
  },
  'unknown-device': {
    say: 'This device carries a change from a device that the trust has not met yet.',
    next: 'Let that device find signal once, then send it again from here.',
  },
  'device-revoked': {
    say: 'A change comes from a device that was reported lost.',
    next: 'Speak to a trust leader: the change is kept apart at the trust.',
  },
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** Why work needs the person, and what to do. */
export function sayStuck(trouble: StuckWhy): Said {
  switch (trouble.why) {
    case 'disk-full':
      return {
        say: 'This device is full, so new words cannot be saved on it.',
        next: 'Copy out your work now. Then free some space; saving starts again by itself.',
      }
    case 'storage-closed':
      return {
        say: 'This browser has closed its store, so new words cannot be saved yet.',
        next: 'Keep this page open. If it does not clear in a minute, copy out your work and reload.',
      }
    case 'refused':
      return {
        say: `${count(trouble.count, 'change was', 'changes were')} put aside by the trust. ${refusalWords[trouble.reason].say}`,
        next: refusalWords[trouble.reason].next,
      }
    case 'differs':
      return {
        say: `${count(trouble.docs, 'document is', 'documents are')} not the same here as at the trust.`,
        next: 'Stay in signal and press Send now. If it stays, copy out your work and ask for help.',
      }
    case 'lost':
      return {
        say: `${count(trouble.count, 'change that was', 'changes that were')} only on this device can no longer be read. The browser lost or damaged them.`,
        next: 'Look through your notes for what is missing, and bring in a copy if you made one.',
      }
  }
}
