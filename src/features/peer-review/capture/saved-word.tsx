import { useEffect, useRef, useState } from 'react'
import { useDesk, useStoreState } from '../../../store/react.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconAlertOctagon, IconCheck, IconPencil } from '../../../ui/icons.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import styles from './capture.module.css'

export type Saved = 'nothing' | 'saving' | 'saved' | 'not-saved'

/** Whether the words in the card are on the disk: said only after the write is done. */
function savedAs(facts: {
  made: boolean
  waiting: boolean
  inMemory: number
  trouble: boolean
}): Saved {
  if (facts.trouble && facts.inMemory > 0) return 'not-saved'
  if (facts.waiting || facts.inMemory > 0) return 'saving'
  return facts.made ? 'saved' : 'nothing'
}

const says: Record<Saved, string> = {
  nothing: 'Kept from the first letter',
  saving: 'Saving…',
  saved: 'Saved on this device',
  'not-saved': 'Not saved yet: see above',
}
const icons = {
  nothing: IconPencil,
  saving: IconPencil,
  saved: IconCheck,
  'not-saved': IconAlertOctagon,
} as const

/** "Saved on this device 10:42", beside the words it is about. */
export function SavedWord({ made, waiting }: { made: boolean; waiting: boolean }) {
  const { inMemory, trouble } = useStoreState()
  const { now } = useDesk()
  const saved = savedAs({ made, waiting, inMemory, trouble: trouble !== null })
  const before = useRef(saved)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    if (before.current === 'saving' && saved === 'saved') setAt(now())
    before.current = saved
  }, [saved, now])
  const time = saved === 'saved' && at !== null ? ` ${sayTime(at, 'clock')}` : ''
  return (
    <span className={styles.saved} data-saved={saved}>
      <Glyph icon={icons[saved]} />
      <span>
        {says[saved]}
        {time}
      </span>
    </span>
  )
}
