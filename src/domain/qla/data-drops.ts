import { USUAL_SETTINGS } from './settings.ts'

export interface Drop {
  /** The assessment point: "AP1". */
  readonly point: string
  /** yyyy-mm-dd on which its first grades were entered */
  readonly on: string
}

/** Assessment points of a school year at which grades were entered, the first first; one point is one drop. */
export function dropsOf(entries: readonly Drop[]): Drop[] {
  const first = new Map<string, string>()
  for (const { point, on } of entries) {
    const known = first.get(point)
    if (known === undefined || on < known) first.set(point, on)
  }
  return [...first]
    .map(([point, on]) => ({ point, on }))
    .sort((a, b) => a.on.localeCompare(b.on) || a.point.localeCompare(b.point))
}

/** C27: whether grades may be entered for this point; another point than those had already needs a drop left. */
export function mayDrop(
  entries: readonly Drop[],
  point: string,
  most = USUAL_SETTINGS.dropCap,
): { readonly may: boolean; readonly left: number } {
  const had = dropsOf(entries)
  const left = Math.max(0, most - had.length)
  return { may: left > 0 || had.some((drop) => drop.point === point), left }
}
