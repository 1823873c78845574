import { boxOf, type Box, type Mark } from './marks.ts'

/** Seen on dark and on light alike. */
const INK = '#c8102e'
const EDGE = '#ffffff'
/** Of a blurred box so few squares are left across: no face is told from another by them. */
const SQUARES = 6

function blur(context: CanvasRenderingContext2D, { x, y, width, height }: Box) {
  const square = Math.max(width, height) / SQUARES
  if (square < 1) return
  const small = Object.assign(document.createElement('canvas'), {
    width: Math.max(1, Math.round(width / square)),
    height: Math.max(1, Math.round(height / square)),
  })
  small
    .getContext('2d')
    ?.drawImage(context.canvas, x, y, width, height, 0, 0, small.width, small.height)
  context.drawImage(small, 0, 0, small.width, small.height, x, y, width, height)
}

/** Twice: a light edge, then the ink. */
function stroke(context: CanvasRenderingContext2D, thick: number, path: () => void) {
  context.lineCap = context.lineJoin = 'round'
  for (const [style, width] of [
    [EDGE, thick * 2],
    [INK, thick],
  ] as const) {
    context.strokeStyle = style
    context.lineWidth = width
    context.beginPath()
    path()
    context.stroke()
  }
}

function arrow(context: CanvasRenderingContext2D, { from, to }: Mark, thick: number) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const head = Math.min(thick * 5, Math.hypot(to.x - from.x, to.y - from.y))
  stroke(context, thick, () => {
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    for (const turn of [-0.5, 0.5]) {
      context.moveTo(to.x, to.y)
      context.lineTo(to.x - head * Math.cos(angle + turn), to.y - head * Math.sin(angle + turn))
    }
  })
}

function circle(context: CanvasRenderingContext2D, mark: Mark, thick: number) {
  const { x, y, width, height } = boxOf(mark)
  stroke(context, thick, () =>
    context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI),
  )
}

function words(context: CanvasRenderingContext2D, mark: Mark, thick: number) {
  const { x, y } = boxOf(mark)
  const size = thick * 6
  context.font = `bold ${size}px sans-serif`
  context.textBaseline = 'top'
  context.fillStyle = EDGE
  context.fillRect(x, y, context.measureText(mark.words).width + size, size * 1.5)
  context.fillStyle = INK
  context.fillText(mark.words, x + size / 2, y + size / 4)
}

/** A picture with everything drawn on it. What is blurred is blurred first: nothing else hides a face. */
export function drawMarks(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  marks: readonly Mark[],
) {
  const context = canvas.getContext('2d')
  if (!context) return
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const thick = Math.max(canvas.width, canvas.height) / 160
  for (const mark of marks) if (mark.tool === 'blur') blur(context, boxOf(mark))
  for (const mark of marks) {
    if (mark.tool === 'arrow') arrow(context, mark, thick)
    else if (mark.tool === 'circle') circle(context, mark, thick)
    else if (mark.tool === 'words') words(context, mark, thick)
  }
}
