import { z } from 'zod'

/** A picture small enough to be carried by every device inside a record. */
export interface SmallPicture {
  readonly kind: 'png' | 'jpeg'
  /** Data address, safe for `src`: checked to be a PNG or JPEG and nothing else. */
  readonly picture: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How large a picture is kept. */
export interface PictureRoom {
  readonly box: Size
  /** Characters of its data address. */
  readonly length: number
}

const PICTURE = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/

/** Fields of a record that is a picture; `picture` is '' once it is taken away. */
export const pictureFields = ({ box, length }: PictureRoom) => ({
  picture: z.string().max(length),
  width: z.number().int().min(1).max(box.width),
  height: z.number().int().min(1).max(box.height),
})

/** The same shape, as large as fits and never larger than it is. */
export function within({ width, height }: Size, box: Size): Size {
  const factor = Math.min(1, box.width / width, box.height / height)
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

/** @returns null for anything that is not a PNG or JPEG by its address */
export function readSmallPicture(raw: Omit<SmallPicture, 'kind'>): SmallPicture | null {
  const kind = PICTURE.exec(raw.picture)?.[1]
  if (kind !== 'png' && kind !== 'jpeg') return null
  return { kind, picture: raw.picture, width: raw.width, height: raw.height }
}

/** The picture's bytes. */
export const pictureBytes = ({ picture }: Pick<SmallPicture, 'picture'>): Uint8Array =>
  Uint8Array.from(atob(PICTURE.exec(picture)?.[2] ?? ''), (one) => one.charCodeAt(0))
