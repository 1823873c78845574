import { Notice } from '../../../ui/notice.tsx'
import { sayCount } from '../words.ts'

/** Notes that a newer version of the app wrote: counted, never shown half-read. */
export function Unreadable({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice
      tone="warn"
      live={false}
      title={`${sayCount(count, 'note')} cannot be shown by this version`}
    >
      They are kept. Load the new version of Corridor to read them.
    </Notice>
  )
}
