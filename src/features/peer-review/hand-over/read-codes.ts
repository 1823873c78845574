/** Between two looks the screen answers to the finger, however long a look takes. */
const PAUSE_MS = 60
/**
 * Sides of the square that is read, in pixels, by turns. The small one averages the grain of a dim room
 * away, in which jsQR finds nothing; the large one reads a code that is held far off.
 */
const SIDES = [360, 640] as const

export interface CodeReader {
  stop(): void
}

type Read = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

/** Reads the middle square of the camera's picture: that is what the screen shows of it. */
function look(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  widest: number,
  read: Read,
): string | null {
  const { videoWidth, videoHeight } = video
  const square = Math.min(videoWidth, videoHeight)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (square === 0 || !context) return null
  const side = Math.min(square, widest)
  canvas.width = side
  canvas.height = side
  context.imageSmoothingQuality = 'high'
  const [left, top] = [(videoWidth - square) / 2, (videoHeight - square) / 2]
  context.drawImage(video, left, top, square, square, 0, 0, side, side)
  const { data } = context.getImageData(0, 0, side, side)
  return read(data, side, side)?.data ?? null
}

/**
 * Opens the camera and tells every code that it sees.
 * Rejects with the browser's own error when there is no camera or no leave to use it.
 */
export async function readCodes(
  video: HTMLVideoElement,
  tell: (text: string) => void,
): Promise<CodeReader> {
  const { default: jsQR } = await import('jsqr')
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  })
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  let timer: ReturnType<typeof setTimeout>
  const lookOn = (looks: number) => {
    const side = SIDES[looks % SIDES.length] ?? SIDES[0]
    try {
      const text = look(video, canvas, side, (...picture) =>
        jsQR(...picture, { inversionAttempts: 'dontInvert' }),
      )
      if (text) tell(text)
    } finally {
      timer = setTimeout(() => lookOn(looks + 1), PAUSE_MS)
    }
  }
  timer = setTimeout(() => lookOn(0))
  return {
    stop() {
      clearTimeout(timer)
      for (const track of stream.getTracks()) track.stop()
    },
  }
}
