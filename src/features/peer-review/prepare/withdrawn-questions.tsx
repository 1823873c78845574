import { mayWithdraw } from '../../../domain/peer-review/key-questions.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { sayWithdrawn } from '../pack/say-withdrawn.ts'
import { usePeople } from '../use-pack.ts'
import type { Preparation } from './use-preparation.ts'
import styles from './prepare.module.css'

interface WithdrawnProps {
  pack: Pack
  preparation: Preparation
  onBack: (id: string) => void
}

/** What was asked once: who took it out and when, under its own number. */
export function WithdrawnQuestions({ pack, preparation, onBack }: WithdrawnProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const { who, opens } = preparation
  const gone = pack.questions.filter((q) => q.withdrawnAt !== null && q.text.trim() !== '')
  if (gone.length === 0) return null
  return (
    <div>
      <h3>Withdrawn</h3>
      <ul className={styles.withdrawn}>
        {gone.map((question) => (
          <li key={question.id}>
            <span>
              Question {question.n}: <del>{question.text}</del>
              <span className={styles.soft}>{sayWithdrawn(question, nameOf)}</span>
            </span>
            {opens.bringBack && mayWithdraw(who, question, me.person) ? (
              <Button
                aria-label={`Bring question ${question.n} back`}
                onClick={() => onBack(question.id)}
              >
                Bring back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
