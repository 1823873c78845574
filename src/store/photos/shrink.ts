import { fitWithin } from '../../domain/photos/fit.ts'
import { readJpeg } from '../../domain/photos/jpeg.ts'
import { PHOTO_EDGE } from '../../domain/photos/photo.ts'
import type { PhotoFault } from '../../domain/photos/view.ts'
import { err, ok, type Result } from '../../domain/result.ts'

/** A picture as it is kept and sent: a JPEG with nothing packed beside it. */
export interface Shrunk {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export type Shrink = (picture: Blob) => Promise<Result<Shrunk, PhotoFault>>

/** A photo of a page of a log book stays readable well below this. */
const MOST_BYTES = 400_000
const QUALITIES = [0.8, 0.7, 0.6, 0.5]
/** Of the edge: tried in turn for a picture with so much detail that quality alone does not do. */
const SCALES = [1, 0.8, 0.6, 0.4]
/** Decoding more would end the page on a small tablet. */
const MOST_PIXELS = 64_000_000

async function jpegOf(picture: ImageBitmap, edge: number, quality: number): Promise<Uint8Array> {
  const { width, height } = fitWithin(picture, edge)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws no pictures')
  // What is see-through would come out black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  )
  if (!blob) throw new Error('This browser makes no JPEG')
  return new Uint8Array(await blob.arrayBuffer())
}

async function smallest(picture: ImageBitmap): Promise<Shrunk | null> {
  for (const scale of SCALES)
    for (const quality of QUALITIES) {
      const jpeg = readJpeg(await jpegOf(picture, PHOTO_EDGE * scale, quality))
      if (!jpeg) throw new Error('What this browser made is no JPEG')
      const { bare, width, height } = jpeg
      if (bare.length <= MOST_BYTES) return { bytes: bare, width, height }
    }
  return null
}

/**
 * Any picture that this browser can show, upright, at most `PHOTO_EDGE` long and 400 kB large. It is
 * drawn anew, so that of when, where and with what it was taken nothing is left in it.
 */
export const shrink: Shrink = async (picture) => {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' })
  } catch {
    return err('not-a-picture')
  }
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) return err('too-large')
    const shrunk = await smallest(bitmap)
    return shrunk ? ok(shrunk) : err('too-large')
  } finally {
    bitmap.close()
  }
}
