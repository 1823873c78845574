import { useEffect, useMemo, useState } from 'react'
import { WALK_FLAG_WORDS, type WalkFlag, walkFlagsIn } from '../../domain/learning-walk/guards.ts'
import { BigText, type BigTextProps } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TellDsl } from './tell-dsl.tsx'
import { useNames } from './use-people.ts'
import type { WalkHere } from './use-walk.ts'
import styles from './walk.module.css'

/** A pause after the last key: nobody is spoken to in the middle of a word. */
const PAUSE_MS = 900

const keyOf = ({ kind, words }: WalkFlag) => `${kind} ${words.toLowerCase()}`

/** Words to look at again, once the writer pauses. */
function useWalkFlags(text: string) {
  const names = useNames().join('\n')
  const [rested, setRested] = useState(text)
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set())
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const flags = useMemo(() => walkFlagsIn(rested, names.split('\n')), [rested, names])
  return {
    // What was taken out meanwhile is spoken of no longer.
    flag: flags.find((flag) => !left.has(keyOf(flag)) && text.includes(flag.words)),
    leave: (flag: WalkFlag) => setLeft((before) => new Set(before).add(keyOf(flag))),
  }
}

interface GuardedTextProps extends BigTextProps {
  here: WalkHere
}

/** A box that says a quiet word about grades, names, advice, appraisal, and a loud one about safeguarding. */
export function GuardedText({ here, ...box }: GuardedTextProps) {
  const { flag, leave } = useWalkFlags(box.value)
  const [alarm, setAlarm] = useState(false)
  // Stays when the words are gone: the DSL may not have been told yet.
  if (flag?.kind === 'safeguarding' && !alarm) setAlarm(true)
  return (
    <div className={styles.guarded}>
      <BigText {...box} />
      {alarm ? (
        <Notice
          tone="stuck"
          title={
            flag?.kind === 'safeguarding'
              ? `${WALK_FLAG_WORDS.safeguarding.what}: “${flag.words}”`
              : 'If it was a safeguarding concern, it is for the DSL'
          }
          action={<TellDsl here={here} clear={() => box.onChange('')} />}
        >
          {WALK_FLAG_WORDS.safeguarding.do}
        </Notice>
      ) : null}
      {flag && flag.kind !== 'safeguarding' ? (
        <Notice
          tone="warn"
          title={`${WALK_FLAG_WORDS[flag.kind].what}: “${flag.words}”`}
          action={
            <Button tone="plain" onClick={() => leave(flag)}>
              Leave it
            </Button>
          }
        >
          {WALK_FLAG_WORDS[flag.kind].do}
        </Notice>
      ) : null}
    </div>
  )
}
