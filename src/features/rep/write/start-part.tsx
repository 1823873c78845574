import { documentName } from '../../../domain/documents.ts'
import { repId } from '../../../domain/ids.ts'
import { itemsOf, planOf, repItemRecord, repPlanRecord } from '../../../domain/rep/plan.ts'
import { repOwnerRecord, repStatusRecord } from '../../../domain/rep/progress.ts'
import { standingsOf } from '../../../domain/rep/statuses.ts'
import { REP_TEMPLATES } from '../../../domain/rep/template.ts'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import type { RepHere } from '../use-rep.ts'
import { fill, type Start } from './fill.ts'
import { sayCount } from '../words.ts'

interface PartProps {
  here: RepHere
  today: string
}

/** What to write from: ready items, those left open by the plan before, or an empty page. */
export function StartPart({ here, today }: PartProps) {
  const { rep } = here
  const begin = (start: Start) => fill(here, start, today)
  return (
    <Section
      title="What do you write from?"
      lead="Everything is a draft: change it, add to it, take out what does not fit."
    >
      <CardList label="Ways to begin">
        {rep.extensionOf === null ? null : <FromBefore before={rep.extensionOf} onBegin={begin} />}
        {REP_TEMPLATES.filter(({ kind }) => kind === rep.kind).map((template) => (
          <IndexCard
            key={template.key}
            title={template.title}
            actions={
              <Button
                tone="primary"
                aria-label={`Begin from: ${template.title}`}
                onClick={() => begin({ kind: 'template', template })}
              >
                Begin from these
              </Button>
            }
          >
            <p>{template.about}</p>
          </IndexCard>
        ))}
        <IndexCard
          title="An empty page"
          actions={<Button onClick={() => begin({ kind: 'empty' })}>Begin empty</Button>}
        >
          <p>You write every item yourself.</p>
        </IndexCard>
      </CardList>
    </Section>
  )
}

interface BeforeProps {
  /** Id of the plan that this one goes on from. */
  before: string
  onBegin: (start: Start) => void
}

/** What the plan before left open, by name. */
function FromBefore({ before, onBegin }: BeforeProps) {
  const doc = useDocument(documentName({ kind: 'rep', rep: repId(before) }))
  const plan = planOf(doc.all(repPlanRecord).rows)
  if (plan === null) return null
  const items = itemsOf(doc.all(repItemRecord).rows, false)
  const statuses = doc.all(repStatusRecord).rows
  const owners = doc.all(repOwnerRecord).rows
  const standings = standingsOf({ items, statuses, owners, reviews: [], seen: [], due: [] })
  const open = standings.filter(({ status }) => status !== 'met')
  return (
    <IndexCard
      title={`What ${plan.code || 'the plan before'} left open`}
      actions={
        <Button tone="primary" onClick={() => onBegin({ kind: 'before', plan, open })}>
          Go on from it
        </Button>
      }
    >
      <p>
        {sayCount(open.length, 'item')} not met, with their owners, and why, priorities and success
        as they were.
      </p>
    </IndexCard>
  )
}
