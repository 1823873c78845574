import { type Choice, differs, settled } from '../../../domain/choice.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { sayTime } from '../../../ui/uk-time.ts'

interface PickValuesProps<T> {
  what: string
  choice: Choice<T>
  say: (value: T) => string
  onPick: (value: T) => void
}

/** Two devices chose differently: both stay until a person picks. */
export function PickValues<T>({ what, choice, say, onPick }: PickValuesProps<T>) {
  const { documents } = useDesk()
  if (!differs(choice)) return null
  return (
    <Notice
      tone="warn"
      title={`${what}: two devices chose differently. Which one holds?`}
      action={choice.map(({ value, device, at }) => (
        <Button key={device} onClick={() => onPick(value)}>
          {say(value)} ({device === documents.device ? 'this device' : 'another device'},{' '}
          {sayTime(at, 'clock')})
        </Button>
      ))}
    >
      Nothing is dropped until you pick.
    </Notice>
  )
}

/** The value to show as chosen: settled, or picked before the note was made. */
export const shownValue = <T,>(choice: Choice<T> | undefined, picked: T | undefined): T | null =>
  choice ? settled(choice) : (picked ?? null)
