import { documentName } from '../../../domain/documents.ts'
import { repId } from '../../../domain/ids.ts'
import {
  EMPTY_VISIT,
  repVisitRecord,
  type RepVisit,
  visitsInOrder,
} from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { useWriteIn } from '../../../store/use-write-in.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths, useGo } from '../paths.ts'

interface StartVisitProps {
  rep: string
  school: string
  visits: readonly RepVisit[]
  /** yyyy-mm-dd */
  today: string
}

/** Begins today's visit at this minute, or leads back into it: one visit a day and mentor. */
export function StartVisit({ rep, school, visits, today }: StartVisitProps) {
  const { me, now, readOnly } = useDesk()
  const go = useGo()
  const writeIn = useWriteIn()
  const mine = visitsInOrder(visits).findLast(({ by, date }) => by === me.person && date === today)
  if (mine)
    return (
      <LinkButton tone="primary" to={paths.visit(rep, mine.id)}>
        Go on with the visit
      </LinkButton>
    )
  const start = async () => {
    let id: string | null = null
    await writeIn(documentName({ kind: 'rep-work', rep: repId(rep) }), (to) => {
      id = to.create(repVisitRecord, {
        ...EMPTY_VISIT,
        date: today,
        start: sayTime(now(), 'clock'),
        by: me.person,
        role: 'Mentor',
        madeAt: now(),
      })
    })
    if (id !== null) go(paths.visit(rep, id))
  }
  return (
    <Button
      tone="primary"
      aria-label={`Start today’s visit to ${school}`}
      disabled={readOnly}
      onClick={() => void start()}
    >
      Start today’s visit
    </Button>
  )
}
