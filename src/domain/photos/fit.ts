export interface Size {
  readonly width: number
  readonly height: number
}

/** The largest size of the same shape whose longer edge is at most `edge`; never larger than it was. */
export function fitWithin({ width, height }: Size, edge: number): Size {
  const factor = Math.min(1, edge / Math.max(width, height))
  const scaled = (length: number) => Math.max(1, Math.round(length * factor))
  return { width: scaled(width), height: scaled(height) }
}
