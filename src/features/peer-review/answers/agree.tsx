import type { Agreement } from '../../../domain/peer-review/agreement.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconCheck } from '../../../ui/icons.ts'
import { sayList } from '../words.ts'
import { sayAgreed } from './answer-words.ts'
import styles from './answers.module.css'

interface AgreeProps {
  standing: Agreement
  /** Whether there are words to agree to. */
  answered: boolean
  readOnly: boolean
  nameOf: (person: string) => string
  onAgree: (to: boolean) => void
}

/** Who agrees to the answer as it stands. A later change asks again. */
export function Agree({ standing, answered, readOnly, nameOf, onAgree }: AgreeProps) {
  const { me } = useDesk()
  const mine = standing.agreed.includes(me.person)
  const again = standing.before.includes(me.person)
  return (
    <section className={styles.agree} aria-labelledby="agree-heading">
      <h2 id="agree-heading">{sayAgreed(standing)}</h2>
      {standing.missing.length === 0 ? null : (
        <p className={styles.soft}>Not yet: {sayList(standing.missing.map(nameOf))}.</p>
      )}
      {again ? <Badge tone="warn">Changed since you agreed</Badge> : null}
      {!answered ? (
        <p>Once the answer has words, each of the team can agree to it.</p>
      ) : readOnly ? null : mine ? (
        <div className={styles.agreeWays}>
          <Badge tone="ok">You agree to it as it stands</Badge>
          <Button tone="plain" onClick={() => onAgree(false)}>
            Take it back
          </Button>
        </div>
      ) : (
        <>
          <Button tone="primary" icon={IconCheck} onClick={() => onAgree(true)}>
            I agree to this answer as it stands
          </Button>
          <p className={styles.soft}>If its words change later, you are asked again.</p>
        </>
      )}
    </section>
  )
}
