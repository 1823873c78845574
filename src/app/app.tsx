import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { factsOn } from '../domain/access/facts.ts'
import { DeskProvider, useWatched } from '../store/react.tsx'
import { LinkContext } from '../ui/link.tsx'
import { TodayPartsProvider } from '../ui/today-parts.tsx'
import { UiProvider } from '../ui/provider.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { AppContext } from './app-context.ts'
import { CrashBoundary } from './crash-page.tsx'
import type { AppDevice } from './device.ts'
import { fetchAllScreens, todayParts } from './features.ts'
import { watchIdle } from './lock/idle-lock.ts'
import { LockPage } from './lock/lock-page.tsx'
import { isJoining } from './joining.ts'
import { NoStoragePage } from './pages/no-storage-page.tsx'
import { PromisesPage } from './pages/promises-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { RemovedPage } from './pages/removed-page.tsx'
import { RouterLink } from './router-link.tsx'
import { router } from './routes.tsx'
import type { Session } from './session.ts'
import { listenForSignal } from './signal.ts'
import { londonToday } from './today.ts'
import styles from './app.module.css'

const JoiningPage = lazy(() => import('./pages/joining-page.tsx'))
const KitPage = lazy(async () => ({ default: (await import('../ui/kit/kit-page.tsx')).KitPage }))

export function App({ session }: { session: Session }) {
  return (
    <UiProvider>
      {location.pathname === '/kit' ? (
        <Suspense fallback={<Opening />}>
          <KitPage />
        </Suspense>
      ) : (
        <CrashBoundary>
          <Inside session={session} />
        </CrashBoundary>
      )}
    </UiProvider>
  )
}

function Opening() {
  return (
    <div className={styles.opening}>
      <Spinner label="Opening your notes" size={40} visible />
    </div>
  )
}

function Inside({ session }: { session: Session }) {
  const state = useWatched(session)
  switch (state.at) {
    case 'opening':
      return <Opening />
    case 'nobody':
      if (location.pathname === '/promises') return <PromisesPage />
      if (isJoining(location.pathname))
        return (
          <Suspense fallback={<Opening />}>
            <JoiningPage session={session} />
          </Suspense>
        )
      return <SignInPage session={session} />
    case 'locked':
      return <LockPage session={session} state={state} />
    case 'no-storage':
      return <NoStoragePage why={state.why} session={session} />
    case 'removed':
      return <RemovedPage why={state.why} stage={state.stage} />
    case 'open':
      return (
        <OpenDevice
          key={state.turn}
          session={session}
          device={state.device}
          demo={state.demo}
          other={state.other?.facts.name ?? null}
        />
      )
  }
}

interface OpenDeviceProps {
  session: Session
  device: AppDevice
  demo: boolean
  other: string | null
}

function OpenDevice({ session, device, demo, other }: OpenDeviceProps) {
  const me = useWatched(device.facts)
  const app = useMemo(() => ({ session, device, demo, other }), [session, device, demo, other])
  // A new desk when rights change, so that what is offered changes with them.
  const desk = useMemo(() => ({ ...device, me: factsOn(me, londonToday()) }), [device, me])
  useEffect(() => listenForSignal(device), [device])
  useEffect(() => watchIdle(device.vault, () => session.lock()), [device, session])
  useEffect(() => {
    const timer = setTimeout(() => void fetchAllScreens(), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <AppContext value={app}>
      <DeskProvider value={desk}>
        <LinkContext value={RouterLink}>
          <TodayPartsProvider value={todayParts}>
            <RouterProvider router={router} />
          </TodayPartsProvider>
        </LinkContext>
      </DeskProvider>
    </AppContext>
  )
}
