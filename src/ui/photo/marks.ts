export type Tool = 'blur' | 'arrow' | 'circle' | 'words'

export interface Extent {
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Something drawn on a picture, in the picture's own pixels. */
export interface Mark {
  readonly tool: Tool
  /** Where it begins; an arrow points at its end. */
  readonly from: Point
  readonly to: Point
  /** Only of a mark of words. */
  readonly words: string
}

/** Corner and lengths of what a mark covers, whichever way it was drawn. */
export interface Box extends Point, Extent {}

export const boxOf = ({ from, to }: Pick<Mark, 'from' | 'to'>): Box => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
})

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)
const inside = (point: Point, { width, height }: Extent): Point => ({
  x: within(point.x, width),
  y: within(point.y, height),
})

/** A tap is no line: it gets a mark of this part of the picture's shorter edge. */
const USUAL = 1 / 4
const TAP = 1 / 50

/** A mark of the usual size round a point. */
export function markAt(tool: Tool, { x, y }: Point, size: Extent, words = ''): Mark {
  const half = (Math.min(size.width, size.height) * USUAL) / 2
  return {
    tool,
    from: inside({ x: x - half, y: y - half }, size),
    to: inside({ x: x + half, y: y + half }, size),
    words,
  }
}

/** A mark as it was drawn with finger, pen or mouse. */
export function markDrawn(tool: Tool, from: Point, to: Point, size: Extent, words = ''): Mark {
  const { width, height } = boxOf({ from, to })
  const tap = Math.min(size.width, size.height) * TAP
  if (width < tap && height < tap) return markAt(tool, from, size, words)
  return { tool, from: inside(from, size), to: inside(to, size), words }
}

/** The same mark so much further, still wholly on the picture. */
export function moved(mark: Mark, by: Point, size: Extent): Mark {
  const box = boxOf(mark)
  const x = within(box.x + by.x, size.width - box.width) - box.x
  const y = within(box.y + by.y, size.height - box.height) - box.y
  const shift = (point: Point) => ({ x: point.x + x, y: point.y + y })
  return { ...mark, from: shift(mark.from), to: shift(mark.to) }
}

/** The same mark round the same middle, so many times as large. */
export function scaled(mark: Mark, times: number, size: Extent): Mark {
  const middle = { x: (mark.from.x + mark.to.x) / 2, y: (mark.from.y + mark.to.y) / 2 }
  const away = (point: Point): Point =>
    inside(
      {
        x: middle.x + (point.x - middle.x) * times,
        y: middle.y + (point.y - middle.y) * times,
      },
      size,
    )
  return { ...mark, from: away(mark.from), to: away(mark.to) }
}
