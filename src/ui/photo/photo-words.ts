import type { Tone } from '../tone.ts'

/** One picture as the strip shows it. */
export interface StripPhoto {
  readonly id: string
  /** Address of the picture; null while it can be had from nowhere. */
  readonly url: string | null
  readonly caption: string
  readonly place: string
  readonly where: 'here' | 'sending' | 'safe' | 'elsewhere'
}

export type AddFault = 'not-a-picture' | 'device-full' | 'too-large'

/** What became of a picture that was to be kept. */
export type Added = { readonly ok: true } | { readonly ok: false; readonly error: AddFault }

export const faultWords: Record<AddFault, { readonly say: string; readonly next: string }> = {
  'not-a-picture': {
    say: 'That is not a picture this device can read',
    next: 'Take the photo here, or choose a JPEG or PNG picture.',
  },
  'device-full': {
    say: 'There is no room on this device for the photo',
    next: 'Your words are safe and there is still room for them. Send the photos you have with signal, or delete other things from this device; then take it again.',
  },
  'too-large': {
    say: 'That picture is too large for this device',
    next: 'Take the photo here, or choose a smaller picture.',
  },
}

export function sayWhere({ where, url }: StripPhoto): { label: string; tone: Tone } {
  switch (where) {
    case 'here':
      return { label: 'On this device', tone: 'info' }
    case 'sending':
      return { label: 'Being sent', tone: 'info' }
    case 'safe':
      return { label: 'Safe at the trust', tone: 'ok' }
    case 'elsewhere':
      return url === null
        ? { label: 'Not on this device', tone: 'warn' }
        : { label: 'From the trust', tone: 'ok' }
  }
}
