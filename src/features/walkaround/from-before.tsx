import { actionStatusWords, isOverdue, statusOf } from '../../domain/actions/action.ts'
import { mayVerify } from '../../domain/checks/hazards.ts'
import type { Found } from '../../domain/checks/repeat.ts'
import { ragOf } from '../../domain/checks/rating.ts'
import { actionsOf } from '../../domain/checks/submit.ts'
import { useDesk } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconCheck, IconRefresh } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Section } from '../../ui/section.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import type { Again } from './use-again.ts'
import type { RunHere } from './use-run.ts'
import { usePeople } from './use-trust.ts'
import { ragTone, ragWords, sayCount } from './words.ts'

/** Hazards of earlier walks that are still open: looked at first, and never written twice. */
export function FromBefore({ here, again }: { here: RunHere; again: Again }) {
  const { earlier } = again
  if (earlier.length === 0) return null
  return (
    <Section
      title="Still open from before"
      lead={`${sayCount(earlier.length, 'hazard')} of earlier walks. Look at ${earlier.length === 1 ? 'it' : 'these'} first.`}
    >
      <CardList label="Hazards still open from before" columns="one">
        {earlier.map((found) => (
          <FromBeforeCard key={found.defect.id} found={found} here={here} again={again} />
        ))}
      </CardList>
    </Section>
  )
}

function FromBeforeCard(props: { found: Found; here: RunHere; again: Again }) {
  const { found, here, again } = props
  const { defect, first, times } = found
  const { me } = useDesk()
  const nameOf = usePeople()
  const rag = ragOf(defect)
  const [action] = actionsOf(defect, here.actions)
  const status = action ? statusOf(action) : null
  const today = defect.again.includes(here.run.date)
  const owner = action?.owner ?? null
  const who =
    owner === null ? 'Nobody' : owner.kind === 'person' ? nameOf(owner.value) : owner.value
  const waits = defect.fixedBy !== '' && !mayVerify(defect, me.person)
  return (
    <IndexCard
      title={defect.what.trim() || 'Nothing was written'}
      meta={[
        defect.prompt,
        defect.place,
        `First found ${writeUkDate(first)}`,
        times > 1 ? `Found ${sayCount(times, 'time')}` : null,
        action ? `Due ${writeUkDate(action.due)}` : null,
        status === null ? null : actionStatusWords(status),
      ]}
      chips={
        <>
          {rag === null ? null : <Badge tone={ragTone[rag]}>{ragWords[rag]}</Badge>}
          {action && isOverdue(action, here.run.date) ? <Badge tone="warn">Overdue</Badge> : null}
          {today ? <Badge tone="info">Found again today</Badge> : null}
          {defect.fixedBy === '' ? null : (
            <Badge tone="info">Put right by {nameOf(defect.fixedBy)}, not checked yet</Badge>
          )}
        </>
      }
      actions={
        here.writes ? (
          <>
            {today ? null : (
              <Button icon={IconRefresh} onClick={() => again.stillThere(defect)}>
                Still there
              </Button>
            )}
            {waits || today ? null : (
              <Button icon={IconCheck} onClick={() => again.putRight(defect)}>
                It is put right
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      {waits ? 'You put it right yourself: somebody else checks it.' : `${who} sees to it.`}
    </IndexCard>
  )
}
