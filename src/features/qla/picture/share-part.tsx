import { may } from '../../../domain/access/table.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import { qlaCountRecord } from '../../../domain/qla/counts.ts'
import { countsOf } from '../../../domain/qla/feed.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { rawOf } from '../analysis/raw.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'

/** Putting what may leave the school where the trust sees it: counts, small groups masked (C51). */
export function SharePart({ here }: { here: AnalysisHere }) {
  const { me, now } = useDesk()
  const ref = parseDocumentName(`qla-counts/${here.at.urn}/${here.at.year}`)
  const name = ref.ok ? documentName(ref.value) : here.name
  const counts = useDocument(name)
  if (!ref.ok || !may(me, 'write', ref.value) || !here.writes) return null
  const known = counts.all(qlaCountRecord).rows.filter(({ sitting }) => sitting === here.at.sitting)
  const [last] = known.toSorted((a, b) => b.madeAt - a.madeAt)
  const send = () => {
    const { totals, outOf } = rawOf(here)
    const counted = countsOf(
      {
        sitting: here.at.sitting,
        head: here.sitting,
        first: here.grid,
        after: here.retests.length > 0 ? here.after : null,
        raw: totals,
        outOf,
        boundaries: here.boundaries,
      },
      here.settings,
    )
    const fields = { ...counted, by: me.person, madeAt: now() }
    if (last) counts.change(qlaCountRecord, last.id, fields)
    else counts.create(qlaCountRecord, fields)
  }
  return (
    <Section
      title="What the trust sees"
      lead="Counts of this paper, no pupil, no class and no teacher. Groups of fewer than the trust’s least number are masked."
    >
      {last ? (
        <Notice tone="ok" title={`Counted ${sayTime(last.madeAt, 'moment')}`}>
          Count again when marks have changed, so that the trust does not look at old figures.
        </Notice>
      ) : (
        <p>Nothing of this paper is outside the school yet.</p>
      )}
      <Button disabled={!counts.ready} onClick={send}>
        {last ? 'Count again for the trust' : 'Count for the trust'}
      </Button>
    </Section>
  )
}
