import {
  createRootRoute,
  createRoute,
  createRouter,
  type AnyRoute,
  type RouteComponent,
} from '@tanstack/react-router'
import { lazy } from 'react'
import { LoadingState } from '../ui/states.tsx'
import { CrashPage } from './crash-page.tsx'
import { appScreens } from './app-screens.ts'
import { features } from './features.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { PromisesPage } from './pages/promises-page.tsx'
import { SignInAgainPage } from './pages/sign-in-page.tsx'
import { Shell } from './shell.tsx'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const route = (path: string, component: RouteComponent): AnyRoute =>
  createRoute({ getParentRoute: () => root, path, component })

const ofJobs = features
  .flatMap(({ routes }) => routes)
  .map(({ path, screen }) => route(path, 'load' in screen ? lazy(screen.load) : screen))

const ofApp = [
  ...appScreens.map(({ path, load }) => route(path, lazy(load))),
  route('/promises', PromisesPage),
  route('/sign-in', SignInAgainPage),
]

export const router = createRouter({
  routeTree: root.addChildren([...ofApp, ...ofJobs]),
  scrollRestoration: true,
  defaultPendingComponent: () => <LoadingState label="Opening the page" />,
  defaultErrorComponent: CrashPage,
})
