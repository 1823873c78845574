import { z } from 'zod'
import { defineRecord } from './record.ts'

/** Box that a logo is kept in, pixels: sharp on paper at the size of a letterhead. */
export const LOGO_BOX = { width: 600, height: 200 } as const
/** Characters of the picture as it is kept, some 60 kB of bytes: every device of the trust carries it. */
export const LOGO_LENGTH = 80_000
/** Most of a letter's head that it takes, in pixels of a screen or of Word. */
const SHOWN_BOX = { width: 240, height: 80 } as const

const PICTURE = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/

const side = z.number().int().min(1)

const logoSchema = z.object({
  id: z.string(),
  /** A data address of a PNG or JPEG; '' once it is taken away. */
  picture: z.string().max(LOGO_LENGTH),
  width: side.max(LOGO_BOX.width),
  height: side.max(LOGO_BOX.height),
  madeAt: z.number(),
})
/** The trust's logo, beside its name in the trust's own document. */
export const logoRecord = defineRecord({ type: 'trust-logo', schema: logoSchema })
export type LogoRecord = z.infer<typeof logoSchema>

/** A logo as it stands on a letter: its size there, in pixels. */
export interface Logo {
  readonly kind: 'png' | 'jpeg'
  /** Data address, safe for `src`: checked to be a PNG or JPEG and nothing else. */
  readonly picture: string
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The same shape, as large as fits and never larger than it is. */
export function within({ width, height }: Size, box: Size): Size {
  const factor = Math.min(1, box.width / width, box.height / height)
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

/** The last one that was set, on whichever device; null where there is none or it is no picture. */
export function logoOf(records: readonly LogoRecord[]): Logo | null {
  const [last] = [...records].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1))
  const kind = last && PICTURE.exec(last.picture)?.[1]
  if (!last || (kind !== 'png' && kind !== 'jpeg')) return null
  return { kind, picture: last.picture, ...within(last, SHOWN_BOX) }
}

/** The picture's bytes. */
export const logoBytes = ({ picture }: Logo): Uint8Array =>
  Uint8Array.from(atob(PICTURE.exec(picture)?.[2] ?? ''), (one) => one.charCodeAt(0))
