import type { FunctionComponent } from 'react'
import type { AccessFacts } from '../domain/access/facts.ts'

/** One screen of a job. */
export interface FeatureRoute {
  /** Path with `$name` for parameters, e.g. `/reviews/$review/capture`. */
  readonly path: string
  /** Loaded when it is first shown, precached for offline; a component at once if the app starts with it. */
  readonly screen: FunctionComponent | LaterScreen
}

export interface LaterScreen {
  readonly load: () => Promise<{ readonly default: FunctionComponent }>
}

/** A place in the navigation. */
export interface NavPlace {
  readonly label: string
  readonly to: string
  /** A name that `src/app/nav.tsx` has a drawing for. */
  readonly icon: string
  /** Lower comes first. */
  readonly order: number
  /** Who finds it there; everybody, if it is left out. */
  readonly who?: (me: AccessFacts) => boolean
}

/** What a job's folder tells the app: `feature.ts` in it exports one as default. */
export interface Feature {
  readonly id: string
  readonly nav?: readonly NavPlace[]
  readonly routes: readonly FeatureRoute[]
  /** What it has to say on the home screen: a section, or nothing at all. */
  readonly today?: LaterScreen
}
