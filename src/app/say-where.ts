import type { PhotosLeft, StuckWhy, Where } from '../domain/where.ts'
import { sayTime } from '../ui/uk-time.ts'
import type { WhereWords } from '../ui/where-words.ts'

const short: Record<StuckWhy['why'], string> = {
  'disk-full': 'device is full',
  'storage-closed': 'cannot save yet',
  refused: 'not taken',
  differs: 'not the same',
  lost: 'something is missing',
}

/** The header's word for where the work is. */
export function sayWhereIs(where: Where): WhereWords {
  switch (where.at) {
    case 'memory':
      return { tone: 'memory', label: 'Saving…' }
    case 'device':
      if (where.photos)
        return {
          tone: 'device',
          label: 'On this device',
          detail: `${where.photos.left} of ${where.photos.all} photos to send`,
        }
      return {
        tone: 'device',
        label: 'On this device',
        detail: where.signedOut ? `sign in to send ${where.unsent}` : `${where.unsent} to send`,
      }
    case 'trust':
      return {
        tone: 'trust',
        label: 'Safe at the trust',
        detail: where.checkedAt === null ? undefined : sayTime(where.checkedAt, 'clock'),
      }
    case 'stuck':
      return { tone: 'stuck', label: 'Needs you', detail: short[where.trouble.why] }
  }
}

function explainPhotos({ left, all }: PhotosLeft, signedOut: boolean): string {
  const how = signedOut
    ? 'Sign in to send the rest.'
    : 'The rest go by themselves when there is signal.'
  return `Every word is safe at the trust, and ${all - left} of ${all} photos. ${how} Nothing is lost.`
}

const changes = (n: number) => `${n} ${n === 1 ? 'change' : 'changes'}`

/** The same in a sentence. */
export function explainWhere(where: Where): string {
  switch (where.at) {
    case 'memory':
      return 'Your last words are on their way to this device’s disk.'
    case 'device':
      if (where.photos) return explainPhotos(where.photos, where.signedOut)
      return where.signedOut
        ? `${changes(where.unsent)} saved on this device. Sign in to send them. Nothing is lost.`
        : `${changes(where.unsent)} saved on this device. They go to the trust by themselves when there is signal.`
    case 'trust':
      return where.checkedAt === null
        ? 'Everything you wrote is on the trust’s disk.'
        : 'Everything you wrote is on the trust’s disk, and both copies were found the same.'
    case 'stuck':
      return 'Something needs you. It will not move by itself.'
  }
}
