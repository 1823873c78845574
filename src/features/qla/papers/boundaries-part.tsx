import { useState } from 'react'
import { mayCheckBoundaries } from '../../../domain/access/assessment.ts'
import {
  boundaryFaults,
  type BoundarySet,
  boundarySetOf,
  printOf,
} from '../../../domain/qla/boundaries.ts'
import {
  boundaryQaRecord,
  boundaryRecord,
  boundarySetRecord,
  type Paper,
  type PaperItem,
} from '../../../domain/qla/paper.ts'
import { type Scale, SCALE_IDS, SCALES } from '../../../domain/qla/scales.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IndexCard } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { useNames } from '../../../store/use-names.ts'
import { BoundaryLines } from './boundary-lines.tsx'
import { sayFault } from './boundary-sets.ts'
import { CHECKS, standing, totalMarks } from './use-library.ts'

interface BoundariesPartProps {
  paper: Paper
  items: readonly PaperItem[]
  document: LiveDocument
  writes: boolean
}

/** As the record has it. */
const MOST_OUT_OF = 1000

const scales = SCALE_IDS.filter((id) => id !== 'judgement').map((value) => ({
  value,
  label: SCALES[value].name,
}))

/** Grade boundaries of a paper, and whether the AP Achievement has checked them (C30). */
export function BoundariesPart({ paper, items, document, writes }: BoundariesPartProps) {
  const { me, now } = useDesk()
  const [scale, setScale] = useState<Scale | null>(null)
  const heads = standing(document.all(boundarySetRecord).rows).filter(({ papers }) =>
    papers.includes(paper.id),
  )
  const lines = document.all(boundaryRecord).rows
  const checkList = useDocument(CHECKS)
  const checks = checkList.all(boundaryQaRecord).rows
  if (!checkList.ready) return <LoadingState label="Opening the boundaries" />
  const begin = () => {
    if (scale === null) return
    document.create(boundarySetRecord, {
      name: `${paper.name}: ${SCALES[scale].name}`.slice(0, 160),
      papers: [paper.id],
      scale,
      year: paper.year,
      outOf: Math.max(1, totalMarks(items)),
      by: me.person,
      madeAt: now(),
    })
    setScale(null)
  }
  return (
    <Section
      title="Boundaries"
      lead="No grade is worked out from boundaries before the Assistant Principal in charge of achievement has checked them. Whatever is changed afterwards is checked again."
    >
      {heads.map((head) => (
        <OneSet
          key={head.id}
          set={boundarySetOf(head, lines, checks)}
          document={document}
          checkList={checkList}
          writes={writes}
        />
      ))}
      {heads.length === 0 ? (
        <p>No boundaries yet: marks can be typed and looked at all the same.</p>
      ) : null}
      {writes ? (
        <>
          <PickOne
            label="Scale of new boundaries"
            options={scales}
            value={scale}
            empty="Pick a scale"
            onChange={setScale}
          />
          <div>
            <Button disabled={scale === null || items.length === 0} onClick={begin}>
              Add boundaries
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  )
}

interface OneSetProps {
  set: BoundarySet
  document: LiveDocument
  /** Where checks lie. */
  checkList: LiveDocument
  writes: boolean
}

function OneSet({ set, document, checkList, writes }: OneSetProps) {
  const { me, now } = useDesk()
  const nameOf = useNames()
  const faults = boundaryFaults(set)
  const checks = mayCheckBoundaries(me) && writes && set.qa === null && faults.length === 0
  const check = () =>
    checkList.create(boundaryQaRecord, {
      set: set.id,
      checked: printOf(set),
      on: me.today,
      by: me.person,
      madeAt: now(),
    })
  return (
    <IndexCard
      title={SCALES[set.scale].name}
      meta={[set.year, `out of ${set.outOf}`]}
      chips={
        set.qa === null ? (
          <Badge tone="warn">Not checked yet</Badge>
        ) : (
          <Badge tone="ok">
            Checked by {nameOf(set.qa.by)}, {sayUkDate(set.qa.on) ?? set.qa.on}
          </Badge>
        )
      }
      actions={
        checks ? (
          <Button tone="primary" onClick={check}>
            I have checked these
          </Button>
        ) : undefined
      }
    >
      {writes ? (
        <TextLine
          label="Out of"
          hint="The marks of all papers that are graded together"
          short
          inputMode="numeric"
          value={String(set.outOf)}
          onChange={(text) => {
            const outOf = Number(text)
            if (Number.isInteger(outOf) && outOf >= 1 && outOf <= MOST_OUT_OF)
              document.change(boundarySetRecord, set.id, { outOf })
          }}
        />
      ) : null}
      <BoundaryLines set={set} document={document} writes={writes} />
      {faults.length === 0 ? null : (
        <Notice tone="warn" live={false} title="These cannot be used yet">
          <ul>
            {faults.map((fault) => (
              <li key={sayFault(fault)}>{sayFault(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {set.qa === null && faults.length === 0 && !checks ? (
        <p>
          An Assistant Principal in charge of achievement checks them here, on their own device.
        </p>
      ) : null}
    </IndexCard>
  )
}
