import type { LetterAudience, ReviewAccess } from '../../../domain/access/facts.ts'
import { leadsHost } from '../../../domain/access/held.ts'
import { LETTER_AUDIENCES, letterSharing } from '../../../domain/letter/sharing.ts'
import { useDesk } from '../../../store/react.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { Section } from '../../../ui/section.tsx'
import { subjectOf, useStage } from '../use-stage.ts'
import styles from './letter.module.css'

const WORDS: Record<LetterAudience, string> = {
  staff: 'The staff of the school',
  board: 'The chair of the local school board',
}

/** The head shares the issued letter beyond those who read it anyway. */
export function LetterShare({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  if (!leadsHost(me, access)) return null
  return (
    <Section
      title="Who else may read it"
      lead="The school’s leaders, the review team and the CEO read it already. What somebody has read or saved cannot be taken back."
    >
      {LETTER_AUDIENCES.map((audience) => (
        <Audience key={audience} access={access} audience={audience} />
      ))}
    </Section>
  )
}

function Audience({ access, audience }: { access: ReviewAccess; audience: LetterAudience }) {
  const { propose, readOnly } = useDesk()
  const machine = letterSharing[audience]
  const { stage, waiting } = useStage(access.id, machine)
  const to = stage === 'shared' ? 'kept' : 'shared'
  const share = () =>
    void propose({
      machine: machine.name,
      subject: subjectOf(access.id),
      from: stage,
      to,
      reason: null,
    })
  return (
    <div>
      <CheckLine
        label={WORDS[audience]}
        checked={(waiting.at(-1)?.to ?? stage) === 'shared'}
        onChange={() => {
          if (waiting.length === 0 && !readOnly) share()
        }}
      />
      {waiting.length > 0 ? (
        <p className={styles.soft}>Waits for signal: it counts once the trust has it.</p>
      ) : null}
    </div>
  )
}
