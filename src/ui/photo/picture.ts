/** Of what is shown and drawn on. What is kept may be smaller still. */
const EDGE = 2048

/** A picture on a canvas of its own, upright; null if this device cannot read it. */
export async function openPicture(blob: Blob): Promise<HTMLCanvasElement | null> {
  try {
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
    const factor = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height))
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.max(1, Math.round(bitmap.width * factor)),
      height: Math.max(1, Math.round(bitmap.height * factor)),
    })
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return canvas
  } catch {
    return null
  }
}

/** A browser that cannot draw hands a picture on as it is. */
export const canDraw = (): boolean => 'createImageBitmap' in globalThis

export const pictureOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
