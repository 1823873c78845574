import type { ComponentType } from 'react'

/** One screen of a job. Loaded when it is first shown, precached for offline. */
export interface FeatureRoute {
  /** Path with `$name` for parameters, e.g. `/reviews/$review/capture`. */
  readonly path: string
  readonly screen: () => Promise<{ readonly default: ComponentType }>
}

/** What a job's folder tells the app: `feature.ts` in it exports one as default. */
export interface Feature {
  readonly id: string
  /** Its place in the navigation, if it has one. Lower comes first. */
  readonly nav?: {
    readonly label: string
    readonly to: string
    readonly icon: string
    readonly order: number
  }
  readonly routes: readonly FeatureRoute[]
}
