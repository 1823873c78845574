import { useState } from 'react'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Section } from '../../../ui/section.tsx'
import { useDoing } from '../../../ui/use-doing.ts'
import { paths, useGo } from '../paths.ts'
import type { SittingHere } from './use-sitting.ts'
import { useTakeAway } from './use-take-away.ts'

/** Taking a whole paper away, with a reason. */
export function TakeAwayHere({ here }: { here: SittingHere }) {
  const go = useGo()
  const takeAway = useTakeAway(here)
  const [asked, setAsked] = useState(false)
  const [why, setWhy] = useState('')
  const [missing, setMissing] = useState(false)
  const { doing, run } = useDoing()
  if (!takeAway) return null
  const take = async () => {
    const reason = why.trim().slice(0, 400)
    if (reason === '') return setMissing(true)
    if (await run(() => takeAway.take(reason))) go(paths.sittings, 'replace')
  }
  return (
    <Section
      title="Take this paper away"
      lead="For a paper that was begun by mistake, or for the wrong class. It goes from everybody’s list, and what the trust saw of it goes too."
    >
      <div>
        <Button tone="danger" onClick={() => setAsked(true)}>
          Take this paper away
        </Button>
      </div>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Take ${here.sitting.paperName}, ${here.sitting.className}, away?`}
        closeLabel="Keep it"
        confirm={{
          label: 'Take it away',
          tone: 'danger',
          busy: doing === 'under way',
          onConfirm: () => void take(),
        }}
      >
        <p>
          Its marks are not erased now: they are kept until a year after the end of the school year,
          and can be brought back till then under Classes.
        </p>
        <BigText
          label="Why"
          minRows={2}
          hint="It is kept with your name and the time."
          value={why}
          onChange={(text) => {
            setWhy(text)
            setMissing(false)
          }}
        />
        {missing ? <p role="alert">Write why first.</p> : null}
        {doing === 'failed' ? (
          <p role="alert">
            The storage of this device does not answer, so it may not be gone from every list. Press
            the button again.
          </p>
        ) : null}
      </Dialog>
    </Section>
  )
}
