import { err, ok, type Result } from '../domain/result.ts'
import {
  type PictureRoom,
  readSmallPicture,
  type SmallPicture,
  within,
} from '../domain/small-picture.ts'

export type PictureFault = 'not-a-picture' | 'too-large'

/** Decoding more would end the page on a small tablet. */
const MOST_BYTES = 20_000_000
/** Of the box: a picture with much detail is kept smaller rather than refused. */
const SCALES = [1, 0.7, 0.5]

async function open(file: Blob): Promise<HTMLImageElement | null> {
  const image = new Image()
  const address = URL.createObjectURL(file)
  image.src = address
  try {
    await image.decode()
    return image
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Drawn anew, so that a drawing's script and links, and what a camera packs beside a photo, stay behind. */
function drawn(image: HTMLImageElement, kind: 'png' | 'jpeg', { box }: PictureRoom, scale: number) {
  // A drawing may have no size of its own.
  const size = { width: image.naturalWidth || box.width, height: image.naturalHeight || box.height }
  const room = { width: box.width * scale, height: box.height * scale }
  const canvas = Object.assign(document.createElement('canvas'), within(size, room))
  const context = canvas.getContext('2d')
  if (!context) return null
  if (kind === 'jpeg') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const picture = canvas.toDataURL(`image/${kind}`, 0.8)
  return readSmallPicture({ picture, width: canvas.width, height: canvas.height })
}

/** A file's picture, PNG, JPEG, SVG or whatever else this browser shows, as large as there is room for. */
export async function smallPicture(
  file: Blob,
  room: PictureRoom,
): Promise<Result<SmallPicture, PictureFault>> {
  if (file.size > MOST_BYTES) return err('too-large')
  const image = await open(file)
  if (!image) return err('not-a-picture')
  for (const scale of SCALES)
    for (const kind of ['png', 'jpeg'] as const) {
      const made = drawn(image, kind, room, scale)
      if (made && made.picture.length <= room.length) return ok(made)
    }
  return err('too-large')
}
