import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useStorePart, useWatched } from '../store/react.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.ts'
import { isWriting } from './quiet.ts'
import { sayStuck } from './say-refusal.ts'
import { UpdatePrompt } from './update-prompt.tsx'
import styles from './app.module.css'

/** What the person should know on every screen, above the page. Quiet when all is well. */
export function StandingNotices() {
  const path = useRouterState({ select: (s) => s.location.pathname })
  const writing = isWriting(path)
  return (
    <div className={styles.notices}>
      <SecondWindow />
      <StorageTrouble />
      <StoreCleared />
      {writing || path === '/sign-in' ? null : <SignedOut path={path} />}
      {writing ? null : <UpdatePrompt />}
    </div>
  )
}

function SecondWindow() {
  const { device } = useApp()
  if (!device.readOnly) return null
  return (
    <Notice
      tone="warn"
      title="Corridor is open in another window"
      action={<Button onClick={() => device.takeOver()}>Type here instead</Button>}
    >
      You can read here. Only one window writes, so that nothing is saved twice.
    </Notice>
  )
}

function StorageTrouble() {
  const trouble = useStorePart('trouble')
  if (!trouble) return null
  const { say, next } = sayStuck({ why: trouble })
  return (
    <Notice tone="stuck" title={say} action={<LinkButton to="/device#copies">Copy out</LinkButton>}>
      {next}
    </Notice>
  )
}

function StoreCleared() {
  const { device } = useApp()
  const rows = useWatched(device.savedAgain)
  if (rows === null) return null
  return (
    <Notice tone="warn" title="The browser cleared this device’s store while Corridor was open">
      {rows === 0
        ? 'Nothing was unsent. '
        : `${rows} unsent ${rows === 1 ? 'change was' : 'changes were'} still in memory, and ${rows === 1 ? 'is' : 'are'} saved again. `}
      What had been sent comes back from the trust with signal.
    </Notice>
  )
}

/** The sign-in came back as somebody else than whose work is open. */
function SomebodyElse({ other, path }: { other: string; path: string }) {
  const { device, session } = useApp()
  const tally = useStorePart('tally')
  const [unsaved, setUnsaved] = useState(false)
  const open = async () => setUnsaved((await session.openOther()) === 'unsaved')
  return (
    <Notice
      tone="warn"
      title={`${other} is signed in here. This is ${device.name}’s work.`}
      action={
        <div className={styles.buttons}>
          <Button tone="primary" onClick={() => void open()}>
            Open {other}’s work
          </Button>
          <LinkButton to={signInFrom(path)}>Sign in as {device.name}</LinkButton>
        </div>
      }
    >
      {unsaved ? 'The last words are not on the disk yet. Wait a moment, then try again. ' : null}
      {tally.unsent > 0
        ? `${tally.unsent} ${tally.unsent === 1 ? 'change waits' : 'changes wait'} here for ${device.name}, and nobody else sends them.`
        : 'Nothing of it waits to be sent.'}
    </Notice>
  )
}

const signInFrom = (path: string) => `/sign-in?back=${encodeURIComponent(path)}`

function SignedOut({ path }: { path: string }) {
  const { device, other } = useApp()
  const { signedOut } = useWatched(device.sync.status)
  const shut = useWatched(device.shut)
  const tally = useStorePart('tally')
  if (other) return <SomebodyElse other={other} path={path} />
  if (!signedOut && !shut) return null
  const send = tally.unsent > 0 ? ` to send ${tally.unsent}` : ''
  return (
    <Notice
      tone="warn"
      title={`Your sign-in has ended. Sign in${send}.`}
      action={<LinkButton to={signInFrom(path)}>Sign in</LinkButton>}
    >
      Carry on working: everything is saved on this device. Nothing is lost.
    </Notice>
  )
}
