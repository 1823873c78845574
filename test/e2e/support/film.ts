import { writeFileSync } from 'node:fs'
import type { BrowserContext, Locator } from '@playwright/test'

/** Light of each pixel, 0 to 255, row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly light: Uint8Array
}

/** What a cheap tablet's camera gives. */
const WIDTH = 640
const HEIGHT = 480
/** A tablet held by hand is never quite level; in radians. */
const TILT = 0.05
/** How much of the picture's height a screen fills that is held in front of it. */
const FILLS = 0.92

/** Reads pictures of a screen: in a page of its own, whose rules are not the app's. */
export async function greyOf(context: BrowserContext, shots: readonly Buffer[]): Promise<Grey[]> {
  const page = await context.newPage()
  try {
    const found: Grey[] = []
    for (const shot of shots) {
      const { width, height, light } = await page.evaluate(async (base64) => {
        const png = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([png]))
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        const context2d = canvas.getContext('2d')
        if (!context2d) throw new Error('no canvas')
        context2d.drawImage(bitmap, 0, 0)
        const { data } = context2d.getImageData(0, 0, bitmap.width, bitmap.height)
        let text = ''
        for (let i = 0; i < data.length; i += 4)
          text += String.fromCharCode(
            Math.round(
              0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0),
            ),
          )
        return { width: bitmap.width, height: bitmap.height, light: btoa(text) }
      }, shot.toString('base64'))
      found.push({ width, height, light: Buffer.from(light, 'base64') })
    }
    return found
  } finally {
    await page.close()
  }
}

/** The light at a place between pixels; outside lies a dark room. */
function lightAt({ width, height, light }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 60
  const at = top * width + left
  const row = (from: number) =>
    (light[from] ?? 0) * (left + 1 - x) + (light[from + 1] ?? 0) * (x - left)
  return row(at) * (top + 1 - y) + row(at + width) * (y - top)
}

/** A screen as a camera sees it: a little askew, washed out, and with grain. */
export function seen(screen: Grey): Grey {
  const scale = Math.max(screen.width, screen.height) / (HEIGHT * FILLS)
  const [cos, sin] = [Math.cos(TILT) * scale, Math.sin(TILT) * scale]
  const light = new Uint8Array(WIDTH * HEIGHT)
  let grain = 7
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [right, down] = [x - WIDTH / 2, y - HEIGHT / 2]
      const from = lightAt(
        screen,
        screen.width / 2 + right * cos - down * sin,
        screen.height / 2 + right * sin + down * cos,
      )
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0
      light[y * WIDTH + x] = 40 + from * 0.7 + (grain >>> 27) - 16
    }
  return { width: WIDTH, height: HEIGHT, light }
}

/**
 * Writes pictures as a film (YUV4MPEG2) for Chromium's make-believe camera, which shows it round and round.
 * @param each how long each picture stands, in milliseconds
 */
export function writeFilm(file: string, pictures: readonly Grey[], each: number): void {
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F1000:${each} Ip A1:1 C420\n`
  const colourless = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frames = pictures.flatMap(({ light }) => [Buffer.from('FRAME\n'), light, colourless])
  writeFileSync(file, Buffer.concat([Buffer.from(head), ...frames]))
}

/** The switches of a browser whose camera shows that file; it is opened anew with each use of the camera. */
export const cameraOf = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
]

/** Pictures of something on a screen, as that screen shows it. */
export const shotOf = (shown: Locator): Promise<Buffer> => shown.screenshot({ type: 'png' })
