import { may } from '../../../domain/access/table.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import { newestCounts, qlaCountRecord } from '../../../domain/qla/counts.ts'
import { countsOf } from '../../../domain/qla/feed.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { countedOf } from '../analysis/read-analysis.ts'
import type { AnalysisHere } from '../analysis/use-analysis.ts'

/** What may leave the school of this paper, and when the trust was last told: counts, small groups masked (C51). */
export function SharePart({ here }: { here: AnalysisHere }) {
  const { me, now } = useDesk()
  const ref = parseDocumentName(`qla-counts/${here.at.urn}/${here.at.year}`)
  const name = ref.ok ? documentName(ref.value) : here.name
  const counts = useDocument(name)
  if (!ref.ok || !may(me, 'write', ref.value) || !here.writes) return null
  const rows = counts.all(qlaCountRecord).rows.map((record) => ({ doc: name, record }))
  const last = newestCounts(rows).find(({ record }) => record.sitting === here.at.sitting)?.record
  const send = () =>
    counts.create(qlaCountRecord, {
      ...countsOf(countedOf(here.at.sitting, here, here, here, here.marks), here.settings),
      by: me.person,
      madeAt: now(),
    })
  return (
    <Section
      title="What the trust sees"
      lead="Counts of this paper, no pupil, no class and no teacher. Groups of fewer than the trust’s least number are masked."
    >
      {last ? (
        <Notice tone="ok" live={false} title={`Counted ${sayTime(last.madeAt, 'moment')}`}>
          It is counted anew by itself when marks change and all are in. The trust has it once the
          header says Safe at the trust.
        </Notice>
      ) : (
        <>
          <p>
            Nothing of this paper is outside the school yet. It is counted by itself once grades may
            be entered; you can do it sooner.
          </p>
          <Button disabled={!counts.ready} onClick={send}>
            Count for the trust
          </Button>
        </>
      )}
    </Section>
  )
}
