import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { askedToAgree } from '../../../domain/letter/rights.ts'
import { keptParts } from '../../../domain/letter/parts.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconCheck } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { sayAgreed } from '../answers/answer-words.ts'
import { usePeople } from '../use-pack.ts'
import { sayList } from '../words.ts'
import { useLetterChanges } from './use-letter-changes.ts'
import { type LetterHere, useAgreement } from './use-letter.ts'
import styles from './letter.module.css'

/** Who of the team, and the head, agrees to the letter as it stands. A later change asks again. */
export function LetterAgree({ access, here }: { access: ReviewAccess; here: LetterHere }) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const standing = useAgreement(access, here.parts, here.agreed)
  const { agree } = useLetterChanges(access, here)
  const asked = askedToAgree(me, access).includes(me.person)
  const mine = standing.agreed.includes(me.person)
  if (keptParts(here.parts).length === 0) return null
  return (
    <Section title={sayAgreed(standing)} lead="The review team and the headteacher are asked.">
      {standing.missing.length === 0 ? null : (
        <p className={styles.soft}>Not yet: {sayList(standing.missing.map(nameOf))}.</p>
      )}
      {standing.before.length === 0 ? null : (
        <p>
          <Badge tone="warn">Changed since</Badge> {sayList(standing.before.map(nameOf))} agreed.
        </p>
      )}
      {!asked || !here.writes ? null : mine ? (
        <div className={styles.partWays}>
          <Badge tone="ok">You agree to it as it stands</Badge>
          <Button tone="plain" onClick={() => agree(false)}>
            Take it back
          </Button>
        </div>
      ) : (
        <div>
          <Button tone="primary" icon={IconCheck} onClick={() => agree(true)}>
            I agree to this letter as it stands
          </Button>
          <p className={styles.soft}>If its words change later, you are asked again.</p>
        </div>
      )}
    </Section>
  )
}
