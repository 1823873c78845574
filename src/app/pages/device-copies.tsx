import { useRef, useState } from 'react'
import { useStoreState } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconFileText } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { useApp } from '../app-context.ts'
import { bringIn, type BroughtIn } from '../copy-file.ts'
import { CopyOutButton } from '../copy-out-button.tsx'
import { OpenCopy } from '../lock/open-copy.tsx'
import styles from '../app.module.css'

/** A way out for unsent work that needs no network, and the way back in. */
export function Copies() {
  const { device } = useApp()
  const { inMemory, tally } = useStoreState()
  const nothing = inMemory + tally.unsent + tally.refused === 0
  return (
    <div id="copies">
      <Section
        title="Copies"
        lead="A copy is a file with your unsent work. Keep it, or bring it in on another device under your own name. Bringing the same copy in twice does no harm."
      >
        <div className={styles.buttons}>
          <CopyOutButton device={device} disabled={nothing} />
          <BringIn />
        </div>
        {nothing ? <p className={styles.small}>There is nothing unsent to copy out.</p> : null}
      </Section>
    </div>
  )
}

function BringIn() {
  const { device } = useApp()
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<BroughtIn | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setResult(await bringIn(device, file))
    // The same file may be picked again.
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <Button icon={IconFileText} disabled={device.readOnly} onClick={() => input.current?.click()}>
        Bring in a copy
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="The copy to bring in"
        hidden
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {result === null ? null : <Notice tone={result.ok ? 'ok' : 'warn'} title={result.words} />}
      {result?.sealed ? <OpenCopy copy={result.sealed} onResult={setResult} /> : null}
    </>
  )
}
