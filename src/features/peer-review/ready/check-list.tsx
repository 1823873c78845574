import type { Checked, DeviceCheck } from '../../../domain/peer-review/ready.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { isTones, isWords, partWords, sayChecked, sayRoom } from './ready-words.ts'
import styles from './ready.module.css'

interface CheckListProps {
  checks: readonly Checked[]
  found: DeviceCheck
  onKeep: () => void
}

/** Each check in words: how it stands, and what to do when it does not. */
export function CheckList({ checks, found, onKeep }: CheckListProps) {
  return (
    <ul className={styles.checks} aria-label="Checks of this device">
      {checks.map((check) => (
        <li key={check.part} className={styles.check}>
          <div className={styles.words}>
            <strong>{partWords[check.part].label}</strong>
            <p>
              {sayChecked(check)}
              {check.part === 'room' ? ` ${sayRoom(found)}.` : ''}
            </p>
            {check.part === 'keeps' && check.is !== 'ok' ? (
              <Button onClick={onKeep}>Ask it to keep Corridor</Button>
            ) : null}
          </div>
          <Badge tone={isTones[check.is]}>{isWords[check.is]}</Badge>
        </li>
      ))}
    </ul>
  )
}
