import { useState } from 'react'
import { stillDiffers } from '../../../domain/peer-review/agreement.ts'
import type { Point } from '../../../domain/peer-review/answers.ts'
import type { Unnamed } from '../../../domain/peer-review/answer-flags.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconArrowsSplit } from '../../../ui/icons.ts'
import { flagsOfAnswer, ANSWER_FLAG_WORDS } from '../../../domain/peer-review/answer-flags.ts'
import type { QuestionHere } from './question-here.ts'
import styles from './answers.module.css'

const ways = [
  { value: 'one', label: 'The first view holds' },
  { value: 'other', label: 'The other view holds' },
  { value: 'both', label: 'Both are said' },
  { value: 'own', label: 'In other words' },
] as const
type Way = (typeof ways)[number]['value']

const SETTLED_LENGTH = 300

const briefly = (view: string, instead: string) =>
  view.trim() !== '' && view.length <= SETTLED_LENGTH ? view.trim() : instead

/** Both views stay until somebody settles it; who did and how is kept, and it can be opened again. */
export function Differing(props: { point: Point; q: QuestionHere; unnamed: Unnamed }) {
  const { point, q, unnamed } = props
  const [asking, setAsking] = useState(false)
  const reopen = () => q.changes.changePoint(point.id, { settledAs: '', settledBy: null })
  if (!stillDiffers(point))
    return (
      <div className={styles.settled}>
        <Badge tone="ok">Settled by {q.nameOf(point.settledBy ?? '')}</Badge>
        <p>{point.settledAs}</p>
        <p className={styles.soft}>Both views above are kept.</p>
        {q.readOnly ? null : <Button onClick={reopen}>Open it again</Button>}
      </div>
    )
  return (
    <div className={styles.settled}>
      <Badge tone="warn" icon={IconArrowsSplit}>
        We differ
      </Badge>
      {q.readOnly ? null : <Button onClick={() => setAsking(true)}>Settle it</Button>}
      {asking ? (
        <Settle point={point} q={q} unnamed={unnamed} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}

interface SettleProps {
  point: Point
  q: QuestionHere
  unnamed: Unnamed
  onClose: () => void
}

function Settle({ point, q, unnamed, onClose }: SettleProps) {
  const { me } = useDesk()
  const [way, setWay] = useState<Way | null>(null)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const flag = flagsOfAnswer(words, unnamed)[0]
  const said: Record<Way, string> = {
    one: briefly(point.text, 'The first view holds.'),
    other: briefly(point.otherView, 'The other view holds.'),
    both: 'Both views are said, side by side.',
    own: words.trim(),
  }
  const settledAs = way === null ? '' : said[way]
  const settle = () => {
    if (settledAs === '' || settledAs.length > SETTLED_LENGTH) return setMissing(true)
    q.changes.changePoint(point.id, { settledAs, settledBy: me.person })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="How is it settled?"
      closeLabel="Leave it open"
      confirm={{ label: 'Settle it', onConfirm: settle }}
    >
      <ChoiceChips
        label="Which view"
        options={ways}
        value={way}
        onChange={setWay}
        error={
          missing && way === null
            ? 'Pick one: it is kept with your name beside both views.'
            : missing
              ? `Say it in up to ${SETTLED_LENGTH} characters, or pick “Both are said”.`
              : undefined
        }
      />
      {way === 'own' ? (
        <BigText
          label="What the team says"
          minRows={2}
          value={words}
          onChange={setWords}
          hint={flag ? `${ANSWER_FLAG_WORDS[flag.kind].what}: “${flag.words}”.` : undefined}
        />
      ) : null}
      <p>Both views stay on the page. This is kept with your name.</p>
    </Dialog>
  )
}
