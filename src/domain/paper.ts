/** Box that a drawn signature is kept in, whatever the screen it was drawn on. */
export const MARK_WIDTH = 600
export const MARK_HEIGHT = 200
export const MARK_LENGTH = 20_000

const TYPED = 'name:'
const DRAWN = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*)+$/

/** A signature as it is kept: strokes of a pen as path data in the box above, or a name that was typed. */
export type Mark =
  | { readonly kind: 'drawn'; readonly path: string }
  | { readonly kind: 'typed'; readonly name: string }

/** Reads a signature; null where there is none yet, or it is of no kind that is known here. */
export function readMark(text: string): Mark | null {
  if (text.startsWith(TYPED)) {
    const name = text.slice(TYPED.length).trim()
    return name === '' ? null : { kind: 'typed', name }
  }
  return text.length <= MARK_LENGTH && DRAWN.test(text) ? { kind: 'drawn', path: text } : null
}

export const typedMark = (name: string): string => (name.trim() === '' ? '' : `${TYPED}${name}`)

interface Spot {
  readonly x: number
  readonly y: number
}

const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))

/**
 * One more stroke after those before it; the stroke is left out once the mark is full.
 * @param spots where the pen was, in a box `width` wide of the same shape as the mark's
 */
export function withStroke(mark: string, spots: readonly Spot[], width: number): string {
  const [first] = spots
  if (first === undefined || width <= 0) return mark
  const scale = MARK_WIDTH / width
  const at = ({ x, y }: Spot) =>
    `${within(x * scale, MARK_WIDTH)} ${within(y * scale, MARK_HEIGHT)}`
  // A dot is a line to itself: round ends make it visible.
  const rest = spots.length === 1 ? [first] : spots.slice(1)
  const before = readMark(mark)?.kind === 'drawn' ? mark : ''
  const after = `${before}M${at(first)}${rest.map((spot) => `L${at(spot)}`).join('')}`
  return after.length > MARK_LENGTH ? mark : after
}

/** A picture on paper, as the device holds it. */
export interface PaperImage {
  readonly bytes: Uint8Array
  /** Under the picture; says what a reader would see without it. */
  readonly caption: string
}

export interface PaperSignature {
  readonly name: string
  readonly role: string
  /** The moment in words. */
  readonly when: string
  /** As `readMark` reads it. */
  readonly mark: string
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** A smaller heading, of one thing under a heading. */
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  /** Short names with what belongs to them. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Share of the width that each column takes; whole numbers in the order of the columns. */
      readonly shares: readonly number[]
    }
  | { readonly kind: 'images'; readonly images: readonly PaperImage[] }
  | { readonly kind: 'signatures'; readonly signatures: readonly PaperSignature[] }

/** Something to print or to leave behind, in words and pictures only: what draws it adds none of its own. */
export interface PaperSheet {
  readonly title: string
  /** Under the title: which school, which day. */
  readonly about: string
  /** At the foot of every page, beside its number. */
  readonly foot: string
  readonly blocks: readonly PaperBlock[]
  /** It is to hang on a wall: printed on one page, smaller where that is needed and still to be read. */
  readonly onePage?: boolean
}
