import { LOGO_BOX, LOGO_LENGTH, within } from '../../domain/logo.ts'
import { err, ok, type Result } from '../../domain/result.ts'

export interface LogoPicture {
  /** Data address of a PNG, or of a JPEG where a PNG would be too large. */
  readonly picture: string
  readonly width: number
  readonly height: number
}
export type LogoFault = 'not-a-picture' | 'too-large'

/** Decoding more would end the page on a small tablet. */
const MOST_BYTES = 20_000_000
/** Of the box: a logo with much detail is kept smaller rather than refused. */
const SCALES = [1, 0.7, 0.5]

async function open(file: Blob): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/** Drawn anew, so that a drawing's script and links stay behind. */
function drawn(image: HTMLImageElement, kind: 'image/png' | 'image/jpeg', scale: number) {
  // A drawing may have no size of its own.
  const size = {
    width: image.naturalWidth || LOGO_BOX.width,
    height: image.naturalHeight || LOGO_BOX.height,
  }
  const box = { width: LOGO_BOX.width * scale, height: LOGO_BOX.height * scale }
  const canvas = Object.assign(document.createElement('canvas'), within(size, box))
  const context = canvas.getContext('2d')
  if (!context) return null
  if (kind === 'image/jpeg') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const picture = canvas.toDataURL(kind, 0.85)
  return { picture, width: canvas.width, height: canvas.height }
}

/** A file's picture at the size of a letterhead: PNG, JPEG, SVG or whatever else this browser shows. */
export async function logoPicture(file: Blob): Promise<Result<LogoPicture, LogoFault>> {
  if (file.size > MOST_BYTES) return err('too-large')
  const image = await open(file)
  if (!image) return err('not-a-picture')
  for (const scale of SCALES)
    for (const kind of ['image/png', 'image/jpeg'] as const) {
      const made = drawn(image, kind, scale)
      if (made && made.picture.length <= LOGO_LENGTH) return ok(made)
    }
  return err('too-large')
}
