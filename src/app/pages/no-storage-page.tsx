import type { StorageFaultKind } from '../../store/ports.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState } from '../../ui/states.tsx'
import type { Session } from '../session.ts'

type Why = StorageFaultKind | 'not-secure'

const words: Record<Why, string> = {
  'disk-full':
    'This device is full, and the browser does not let Corridor open its store. Free some space (old photos and videos help most), then try again.',
  'storage-closed':
    'The browser does not let Corridor open its store. Close other windows of this browser, leave private browsing if you are in it, then try again.',
  'not-secure':
    'Corridor seals what it keeps, and a browser does that only on a secure page. Open the address that begins with “https”. Your trust’s office knows it.',
}

/** The store cannot be opened: without it nothing could be kept, so nothing may be written. */
export function NoStoragePage({ why, session }: { why: Why; session: Session }) {
  return (
    <Page title="Corridor cannot open its store" standalone>
      <ErrorState
        title="Notes could not be kept just now"
        happened={<p>{words[why]}</p>}
        safe="Nothing has been taken off this device. What was sent is safe at the trust."
        action={
          <>
            <Button tone="primary" onClick={() => void session.start()}>
              Try again
            </Button>
            <Button onClick={() => location.reload()}>Load the app again</Button>
          </>
        }
      />
      <p>
        Until then, write on paper. Do not trust any screen that does not say “Saved on this
        device”.
      </p>
    </Page>
  )
}
