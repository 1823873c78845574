import type { Facility } from '../../../domain/qla/facility.ts'
import { Badge } from '../../../ui/badge.tsx'
import { sayShare } from './words.ts'
import { Bar } from './bar.tsx'
import styles from './table.module.css'

interface ShareCellProps {
  of: Pick<Facility, 'facility'>
  few?: boolean
  /** What there is too little of. */
  tooFew?: 'marks' | 'pupils'
  weak?: boolean
}

/** A share of the marks as number, bar and word. */
export function ShareCell({
  of: { facility },
  few = false,
  tooFew = 'marks',
  weak = false,
}: ShareCellProps) {
  if (facility === null) return <>Not marked yet</>
  return (
    <div className={styles.chart}>
      <span>
        <strong>{sayShare(facility)}</strong>{' '}
        {few ? `Too few ${tooFew} to say` : weak ? <Badge tone="warn">Weak area</Badge> : null}
      </span>
      <Bar share={facility} look={few ? 'few' : weak ? 'weak' : 'plain'} />
    </div>
  )
}
