import { useState } from 'react'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'

interface TakeBackProps {
  erase: () => Promise<void>
  gone: boolean
  onGone: () => void
}

/** For words that were begun on the open card and belong to nobody but the DSL. */
export function TakeBack({ erase, gone, onGone }: TakeBackProps) {
  const { contact } = useDesk()
  const { live } = useWatched(contact)
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    await erase()
    onGone()
  }
  if (gone)
    return (
      <Notice tone="ok" title="The words on your card are gone">
        {live
          ? 'They are taken out of this device and out of the trust’s records.'
          : 'They are taken out of this device. If any had been sent before the signal went, the trust’s records lose them as soon as there is signal.'}
      </Notice>
    )
  return (
    <Notice
      tone="warn"
      live={false}
      title="There are words on your card"
      action={
        <Button tone="danger" busy={busy} onClick={() => void take()}>
          Take these words away
        </Button>
      }
    >
      If they are about the concern, take them away. The whole card goes, for good. If they are
      about something else, leave them: they stay as they are.
    </Notice>
  )
}
