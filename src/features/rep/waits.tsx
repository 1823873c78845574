import type { StageHere } from '../../store/use-decided.ts'
import { Notice } from '../../ui/notice.tsx'

const REASONS: Readonly<Record<string, string>> = {
  'moved-on': 'Somebody decided about this plan before you. See where it stands now.',
  'not-your-role': 'Your role does not decide this. Ask the CEO or the Executive Headteacher.',
  'not-allowed': 'The plan is not open to you any more. Ask the Executive Headteacher.',
  'needs-reason': 'A reason was missing, or it did not say what it must. Decide again with it.',
}

interface WaitsProps {
  of: StageHere
  /** What was decided, in words: "Issuing the plan". */
  what: string
}

/** What was decided on this device and the trust has not answered, or has said no to. */
export function Waits({ of, what }: WaitsProps) {
  const refused = of.declined.at(-1)
  return (
    <>
      {of.waiting.length > 0 ? (
        <Notice tone="info" title={`${what}: waits for the trust’s word`}>
          It is kept on this device and goes off by itself with signal. Until then it does not
          count.
        </Notice>
      ) : null}
      {of.waiting.length === 0 && refused ? (
        <Notice tone="warn" title={`${what}: the trust said no`}>
          {REASONS[refused.declined ?? ''] ?? 'Look at where the plan stands and decide again.'}
        </Notice>
      ) : null}
    </>
  )
}
