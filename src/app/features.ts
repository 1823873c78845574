import { lazy } from 'react'
import { appScreens } from './app-screens.ts'
import type { Feature } from '../features/feature.ts'

const found = import.meta.glob<Feature>('../features/*/feature.ts', {
  eager: true,
  import: 'default',
})

/** Every job of the app: a folder with a manifest is enough to be one. */
export const features: readonly Feature[] = Object.values(found).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)

/** What the jobs say on the home screen. */
export const todayParts = features.flatMap(({ today }) => (today ? [lazy(today.load)] : []))

/** Fetches every screen once, so that none is missing when the signal goes or a new version comes. */
export async function fetchAllScreens(): Promise<void> {
  const screens = features.flatMap(({ routes, today }) => [
    ...routes.map(({ screen }) => screen),
    ...(today ? [today] : []),
  ])
  const all = [...appScreens, ...screens]
  for (const screen of all) if ('load' in screen) await screen.load().catch(() => undefined) // Still fetched when it is opened, if there is signal then.
}
