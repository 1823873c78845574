import type { Locator } from '@playwright/test'

/** Pixels across of what a picture shows; 0 until it is there, which is later than the place of it. */
export const widthOf = (picture: Locator) => (): Promise<number> =>
  picture.evaluate((one: HTMLImageElement) => one.naturalWidth)
