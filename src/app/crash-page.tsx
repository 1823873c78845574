import { Component, useContext, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { IconRefresh } from '../ui/icons.ts'
import { Page } from '../ui/page.tsx'
import { ErrorState } from '../ui/states.tsx'
import { AppContext } from './app-context.ts'
import { CopyOutButton } from './copy-out-button.tsx'

// How browsers, and the bundler, word it when a part of the app could not be fetched.
const MISSING_PART = /dynamically imported module|importing a module|module script|preload CSS/i

/** A screen that failed: what happened, what is safe, and ways on. */
export function CrashPage({ error, outside = false }: { error: unknown; outside?: boolean }) {
  const app = useContext(AppContext)
  const text = error instanceof Error ? error.message : String(error)
  const missing = MISSING_PART.test(text)
  return (
    <Page
      title={missing ? 'This page is not on the device yet' : 'Something broke'}
      standalone={outside}
    >
      <ErrorState
        title={missing ? 'It needs signal once' : 'This page stopped working'}
        happened={
          missing ? (
            <p>Go where there is signal and load it again. The rest of Corridor works without.</p>
          ) : (
            <>
              <p>That is our fault, not yours. Loading it again usually mends it.</p>
              <p>For the helpdesk: {text}</p>
            </>
          )
        }
        safe="Your notes are on this device."
        action={
          <>
            <Button tone="primary" icon={IconRefresh} onClick={() => location.reload()}>
              Load it again
            </Button>
            <Button onClick={() => location.assign('/')}>Go to Today</Button>
            {app ? <CopyOutButton device={app.device} /> : null}
          </>
        }
      />
    </Page>
  )
}

/** Catches what fails outside the screens: the frame, the start. */
export class CrashBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    return error === null ? this.props.children : <CrashPage error={error} outside />
  }
}
