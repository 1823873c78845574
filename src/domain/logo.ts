import { z } from 'zod'
import { defineRecord } from './record.ts'
import {
  pictureFields,
  type PictureRoom,
  readSmallPicture,
  type SmallPicture,
  within,
} from './small-picture.ts'

/** Sharp on paper at the size of a letterhead; some 60 kB of bytes. */
export const LOGO_ROOM: PictureRoom = { box: { width: 600, height: 200 }, length: 80_000 }
/** Most of a letter's head that it takes, in pixels of a screen or of Word. */
const SHOWN_BOX = { width: 240, height: 80 }

const logoSchema = z.object({ id: z.string(), ...pictureFields(LOGO_ROOM), madeAt: z.number() })
/** The trust's logo, beside its name in the trust's own document. */
export const logoRecord = defineRecord({ type: 'trust-logo', schema: logoSchema })
export type LogoRecord = z.infer<typeof logoSchema>

/** The last one that was set, on whichever device, at its size on a letter; null where there is none. */
export function logoOf(records: readonly LogoRecord[]): SmallPicture | null {
  const [last] = [...records].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1))
  const logo = last ? readSmallPicture(last) : null
  return logo && { ...logo, ...within(logo, SHOWN_BOX) }
}
