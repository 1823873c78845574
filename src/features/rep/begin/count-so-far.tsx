import type { RepAccess } from '../../../domain/access/facts.ts'
import { countReps, countWords, extensionGuards } from '../../../domain/rep/extending.ts'
import { useDesk } from '../../../store/react.tsx'
import { Notice } from '../../../ui/notice.tsx'

interface CountProps {
  urn: string
  /** The plan that it is to go on from, or null for a plan of its own. */
  before: RepAccess | null
}

/** How many plans and extensions the school has had (C17), and what a third extension points to (HC16). */
export function CountSoFar({ urn, before }: CountProps) {
  const { me } = useDesk()
  const count = countReps(me.reps ?? [], urn)
  const shown = before ? extensionGuards(count) : []
  const points = shown.filter(({ kind }) => kind === 'show')
  return (
    <>
      <p>This school has had {countWords(count)}.</p>
      {points.map(({ words }) => (
        <Notice
          key={words}
          tone="warn"
          live={false}
          title={`This would be extension ${count.extensions + 1}`}
        >
          {words}
        </Notice>
      ))}
    </>
  )
}
