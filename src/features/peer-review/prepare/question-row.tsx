import { useEffect, useRef } from 'react'
import { mayWithdraw, PACK_TEXT_LENGTH } from '../../../domain/peer-review/key-questions.ts'
import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconArrowDown, IconArrowUp, IconTrash } from '../../../ui/icons.ts'
import { SharedText } from '../answers/shared-text.tsx'
import { usePeople } from '../use-pack.ts'
import { useCeoMark } from './ceo-mark.ts'
import { Nudges } from './nudges.tsx'
import { fullAt, placeOf, sayFull } from './place.ts'
import type { Preparation } from './use-preparation.ts'
import styles from './prepare.module.css'

interface RowProps {
  question: KeyQuestion
  urn: string
  preparation: Preparation
  /** Just added: its box takes the caret. */
  fresh: boolean
  onWrite: (text: string) => void
  /** Left out where it cannot go further. */
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onWithdraw: () => void
}

/** One key question: its words, whose they are, and what may be done to it. */
export function QuestionRow(props: RowProps) {
  const { question, urn, preparation, fresh, onWrite } = props
  const { who, opens } = preparation
  const nameOf = usePeople()
  const mark = useCeoMark(urn)(question)
  const open = who !== null && opens.words
  const { id, n, text } = question
  return (
    <li className={styles.question}>
      <SharedText
        id={placeOf(id)}
        ref={fullAt(PACK_TEXT_LENGTH)}
        label={`Question ${n}`}
        startHere={fresh}
        minRows={2}
        value={text}
        onChange={onWrite}
        readOnly={!open}
        error={open ? sayFull(text, PACK_TEXT_LENGTH) : undefined}
      />
      {open ? <Nudges text={text} /> : null}
      <div className={styles.under}>
        <span className={styles.whose}>
          {mark === null ? null : <Badge tone="info">{mark}</Badge>}
          <span>Proposed by {nameOf(question.proposedBy)}</span>
        </span>
        <RowButtons {...props} />
      </div>
    </li>
  )
}

function RowButtons({ question, preparation, onUp, onDown, onWithdraw }: RowProps) {
  const { me } = useDesk()
  const { who, opens } = preparation
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const pressed = useRef<'up' | 'down' | null>(null)
  const { n } = question
  // Moved on the page, the pressed button loses the focus; at the end of the list it is gone.
  useEffect(() => {
    if (pressed.current === null) return
    const [first, second] = pressed.current === 'up' ? [up, down] : [down, up]
    pressed.current = null
    ;(first.current ?? second.current)?.focus()
  }, [n])
  const press = (which: 'up' | 'down', act: () => void) => () => {
    pressed.current = which
    act()
  }
  return (
    <span className={styles.buttons}>
      {onUp ? (
        <Button
          ref={up}
          icon={IconArrowUp}
          aria-label={`Move question ${n} up`}
          onClick={press('up', onUp)}
        >
          Up
        </Button>
      ) : null}
      {onDown ? (
        <Button
          ref={down}
          icon={IconArrowDown}
          aria-label={`Move question ${n} down`}
          onClick={press('down', onDown)}
        >
          Down
        </Button>
      ) : null}
      {opens.onTheDay && mayWithdraw(who, question, me.person) ? (
        <Button icon={IconTrash} aria-label={`Withdraw question ${n}`} onClick={onWithdraw}>
          Withdraw
        </Button>
      ) : null}
    </span>
  )
}
