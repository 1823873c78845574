import type { Found } from '../../domain/checks/repeat.ts'
import type { Defect } from '../../domain/checks/run.ts'
import { Button } from '../../ui/button.tsx'
import { IconRefresh } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { monthWords, sayCount } from './words.ts'

interface SameBeforeProps {
  found: readonly Found[]
  onAgain: (defect: Defect) => void
}

/** The same thing was found before and is still open: open it again, do not write it twice. */
export function SameBefore({ found, onAgain }: SameBeforeProps) {
  return found.map(({ defect, last, times }) => (
    <Notice
      key={defect.id}
      tone="info"
      title={`The same hazard here in ${monthWords(last)}?`}
      action={
        <Button icon={IconRefresh} onClick={() => onAgain(defect)}>
          Open it again
        </Button>
      }
    >
      “{defect.what.trim()}”{defect.place === '' ? '' : `, ${defect.place}`}. Found{' '}
      {sayCount(times, 'time')}, still not put right.
    </Notice>
  ))
}
