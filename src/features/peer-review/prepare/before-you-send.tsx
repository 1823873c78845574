import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import {
  type PreparationFault,
  preparationFaults,
} from '../../../domain/peer-review/preparation.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Section } from '../../../ui/section.tsx'
import { ForwardStep } from '../pack/stage-steps.tsx'
import { goToPlace, placeOf } from './place.ts'
import type { Preparation } from './use-preparation.ts'
import styles from './prepare.module.css'

const signs = {
  stop: { tone: 'warn', word: 'Needed' },
  ask: { tone: 'warn', word: 'Say why' },
  show: { tone: 'info', word: 'To think of' },
} as const

interface PanelProps {
  access: ReviewAccess
  pack: Pack
  preparation: Preparation
}

/** What is still missing, each line a way to its field, and the step itself. */
export function BeforeYouSend({ access, pack, preparation }: PanelProps) {
  const { today, sent } = preparation
  const faults = preparationFaults(pack, { today, sent })
  return (
    <aside className={styles.panel}>
      <Section title={sent ? 'Still to see to' : 'Before you send'}>
        {faults.length === 0 ? (
          <Badge tone="ok">{sent ? 'Nothing is missing' : 'Ready to send'}</Badge>
        ) : (
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <Fault key={`${fault.about} ${fault.words}`} fault={fault} />
            ))}
          </ul>
        )}
        <ForwardStep access={access} here="prepare" />
      </Section>
    </aside>
  )
}

function Fault({ fault }: { fault: PreparationFault }) {
  const { tone, word } = signs[fault.kind]
  return (
    <li>
      <Badge tone={tone}>{word}</Badge>
      <a
        href={`#${placeOf(fault.about)}`}
        onClick={(event) => {
          // Focus itself: changing the address would wake the router.
          event.preventDefault()
          goToPlace(fault.about)
        }}
      >
        {fault.words}
      </a>
    </li>
  )
}
