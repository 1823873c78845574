/** How often a picture is looked at. */
const LOOK_MS = 120
/** Wider than this a picture only takes longer to read. */
const WIDEST = 1000

export interface CodeReader {
  stop(): void
}

type Read = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

function look(video: HTMLVideoElement, canvas: HTMLCanvasElement, read: Read): string | null {
  if (video.videoWidth === 0) return null
  const scale = Math.min(1, WIDEST / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return read(data, canvas.width, canvas.height)?.data ?? null
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
  const timer = setInterval(() => {
    const text = look(video, canvas, (...picture) =>
      jsQR(...picture, { inversionAttempts: 'dontInvert' }),
    )
    if (text) tell(text)
  }, LOOK_MS)
  return {
    stop() {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
    },
  }
}
