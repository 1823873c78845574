import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useDesk, useWatched } from '../store/react.tsx'
import { Frame } from '../ui/frame.tsx'
import { LoadingState } from '../ui/states.tsx'
import { WhereLink } from '../ui/where-word.tsx'
import { useApp } from './app-context.ts'
import { moreFor, navFor } from './nav.tsx'
import { sayWhereIs } from './say-where.ts'
import { StandingNotices } from './standing-notices.tsx'
import { UpdateDot } from './update-prompt.tsx'
import styles from './app.module.css'

const demonstration = 'Demonstration: all people, pupils and schools are made up'

/** The frame round every screen of an open device. */
export function Shell() {
  const { device, demo } = useApp()
  const { me } = useDesk()
  const path = useRouterState({ select: (s) => s.location.pathname })
  const nav = navFor(path, me)
  return (
    <Frame
      title={<Name name={device.name} />}
      banner={demo ? demonstration : undefined}
      status={<Status />}
      nav={nav}
      more={moreFor(path, nav)}
    >
      <StandingNotices />
      <Suspense fallback={<LoadingState label="Opening the page" />}>
        <Outlet />
      </Suspense>
    </Frame>
  )
}

/** A phone has room for the first name only. */
function Name({ name }: { name: string }) {
  const [first, ...rest] = name.split(' ')
  return (
    <span className={styles.person}>
      {first} <span>{rest.join(' ')}</span>
    </span>
  )
}

function Status() {
  const { device } = useApp()
  const where = useWatched(device.where)
  return (
    <div className={styles.status}>
      <UpdateDot />
      <WhereLink to="/device" {...sayWhereIs(where)} />
    </div>
  )
}
