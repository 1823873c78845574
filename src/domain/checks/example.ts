import { z } from 'zod'
import { defineRecord } from '../record.ts'
import {
  pictureFields,
  type PictureRoom,
  readSmallPicture,
  type SmallPicture,
} from '../small-picture.ts'

/** Good enough to see what is meant on a phone; every device of the trust carries it, so that it shows with no signal. */
export const EXAMPLE_ROOM: PictureRoom = { box: { width: 640, height: 640 }, length: 80_000 }

const exampleSchema = z.object({
  id: z.string(),
  /** SHA-256 of the picture's bytes, hexadecimal: what a prompt names, in drafts, versions and runs. */
  sha256: z.string().length(64),
  ...pictureFields(EXAMPLE_ROOM),
  madeAt: z.number(),
})
/** A photo that shows what a prompt asks to look for. Never taken out: a run of any age may name it. */
export const exampleRecord = defineRecord({ type: 'example-picture', schema: exampleSchema })
export type ExampleRecord = z.infer<typeof exampleSchema>

/** The picture that a prompt names; null where it names none, or it is not on this device yet. */
export function exampleOf(records: readonly ExampleRecord[], sha256: string): SmallPicture | null {
  const found = sha256 === '' ? undefined : records.find((one) => one.sha256 === sha256)
  return found ? readSmallPicture(found) : null
}
