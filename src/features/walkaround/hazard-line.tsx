import { ragOf } from '../../domain/checks/rating.ts'
import type { Defect } from '../../domain/checks/run.ts'
import { lacksOfHazard } from '../../domain/checks/submit.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconPencil } from '../../ui/icons.ts'
import { paths } from './routing.ts'
import type { RunHere } from './use-run.ts'
import styles from './walk.module.css'
import { ragTone, ragWords } from './words.ts'

/** A hazard under its question: what, how bad, and what its card still lacks. */
export function HazardLine({ hazard, here }: { hazard: Defect; here: RunHere }) {
  const rag = ragOf(hazard)
  const lacks = lacksOfHazard(hazard, here.actions)
  return (
    <div className={styles.row}>
      {rag === null ? (
        <Badge tone="warn">No colour yet</Badge>
      ) : (
        <Badge tone={ragTone[rag]}>{ragWords[rag]}</Badge>
      )}
      {hazard.again.includes(here.run.date) ? <Badge>Found again</Badge> : null}
      {lacks.length > 0 ? <Badge tone="warn">{lacks.length} to fill in</Badge> : null}
      <LinkButton to={paths.hazard(here.ref, hazard.id)} icon={IconPencil}>
        {hazard.what.trim() === '' ? 'Write what was found' : hazard.what.trim()}
      </LinkButton>
    </div>
  )
}
