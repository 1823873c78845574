import { LinkButton } from '../../../ui/button.tsx'
import type { Marking } from './marking.ts'
import { useProgress } from './use-marking.ts'

/** With the last mark the way on is there. @param picture where the marks are looked at */
export function AllIn({ marking, picture }: { marking: Marking; picture: string }) {
  const { marked, of } = useProgress(marking)
  if (of === 0 || marked < of) return null
  return (
    <div>
      <LinkButton tone="primary" to={picture}>
        See the picture
      </LinkButton>
    </div>
  )
}
