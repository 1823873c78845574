import { ragOf } from '../../domain/checks/rating.ts'
import type { Defect } from '../../domain/checks/run.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { usePeople } from './use-trust.ts'
import type { RunHere } from './use-run.ts'
import { ragWords } from './words.ts'

/** A hazard for those who only read, or once the walk was handed in. */
export function HazardRead({ here, hazard }: { here: RunHere; hazard: Defect }) {
  const peopleName = usePeople()
  const rag = ragOf(hazard)
  const [action] = actionsOf(hazard, here.actions)
  const owner = action?.owner ?? null
  const who =
    owner === null ? 'Nobody' : owner.kind === 'person' ? peopleName(owner.value) : owner.value
  return (
    <KeyValue
      items={[
        { label: 'What is wrong', value: hazard.what || 'Not written' },
        { label: 'Where', value: hazard.place || 'Not written' },
        { label: 'How bad', value: rag === null ? 'Not rated' : ragWords[rag] },
        { label: 'Made safe now', value: hazard.madeSafe || 'Nothing written' },
        ...(hazard.corrected ? [{ label: 'Put right', value: 'Before we left' }] : []),
        ...(action
          ? [
              { label: 'Who sees to it', value: who },
              { label: 'By', value: sayUkDate(action.due) ?? 'No day' },
            ]
          : []),
        ...(hazard.again.length > 0
          ? [
              {
                label: 'Found again',
                value: hazard.again.map((day) => sayUkDate(day) ?? day).join(', '),
              },
            ]
          : []),
      ]}
    />
  )
}
