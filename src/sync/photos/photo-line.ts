import type { PhotoRefusal } from '../../domain/photos/relay-words.ts'
import type { PhotoRow } from '../../store/ports.ts'

/** What became of a try to send a photo. */
export type Sent =
  /** All of it has gone, or nobody waits for the rest of it; whether it arrived, the receipt says. */
  | { readonly kind: 'gone' }
  /** The line broke or the relay had no time: what has gone so far is not sent again. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'refused'; readonly why: PhotoRefusal }

export interface SendSteps {
  /** Where the rest of it goes, also after a kill. */
  readonly onBegun: (upload: string) => Promise<void>
  /** Before each piece: words go first. */
  readonly beforePiece: () => Promise<void>
  /** A piece has arrived. */
  readonly onPiece: () => void
}

/** How photos reach the relay. */
export interface PhotoLine {
  /** Whether the relay has this photo of this document on its disk. */
  receipt(photo: Pick<PhotoRow, 'doc' | 'sha256'>): Promise<'safe' | 'unknown' | 'no-answer'>
  /** Sends a photo, or the rest of it. Never rejects. `stop` breaks it off. */
  send(photo: PhotoRow, steps: SendSteps): { readonly sent: Promise<Sent>; stop(): void }
}
