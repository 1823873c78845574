import { Fragment } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { BANDS } from '../../../domain/qla/classes.ts'
import { bandNow, type GradeLine, heldBack } from '../../../domain/qla/grade-lines.ts'
import { gradeRecord, movementRecord } from '../../../domain/qla/grades.ts'
import { labelsOf, type Scale } from '../../../domain/qla/scales.ts'
import { paperMarks } from '../../../domain/qla/totals.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { join } from '../../../ui/join.ts'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount } from '../analysis/words.ts'
import { sayPupil } from '../words.ts'

interface GradeTableProps {
  here: AnalysisHere
  lines: readonly GradeLine[]
  outOf: number
}

const bandOptions = BANDS.map((value) => ({
  value,
  label: { L: 'Low', M: 'Middle', H: 'High' }[value],
}))
const options = (scale: Scale) => labelsOf(scale).map((value) => ({ value, label: value }))

/** Changes a pupil's grades, making their record with the first. */
function writeGrade(here: AnalysisHere, { pupil, entry }: GradeLine, scale: Scale, fields: Fields) {
  if (entry) here.document.change(gradeRecord, entry.id, fields)
  else here.add(gradeRecord, { pupil: pupil.key, scale, ...fields })
}

function writeBand(here: AnalysisHere, pupil: string, to: string | null) {
  const known = here.movements.find((one) => one.pupil === pupil)
  if (known) here.document.change(movementRecord, known.id, { to })
  else here.add(movementRecord, { pupil, to })
}

/** Marks, grades and bands of those who sat the paper. */
export function GradeTable({ here, lines, outOf }: GradeTableProps) {
  const { boundaries } = here
  const { stale } = heldBack(lines)
  const workOut = () => {
    if (!boundaries) return
    for (const line of stale) writeGrade(here, line, boundaries.scale, { current: line.worked })
  }
  const of = paperMarks(here.items)
  return (
    <>
      {here.writes && boundaries && stale.length > 0 ? (
        <Notice
          tone="warn"
          title={`${sayCount(stale.length, 'grade')} not as the marks have it`}
          action={
            <Button tone="primary" onClick={workOut}>
              Update the grades
            </Button>
          }
        >
          Marks or retest marks have come in since. Updating changes the current grade and nothing
          else.
        </Notice>
      ) : null}
      <WideTable label="Grades of the class" long>
        <table className={join(styles.table, styles.tight)}>
          <caption>Pupils who sat the paper</caption>
          <GradeHeads of={of} outOf={outOf} />
          <tbody>
            {lines.map((line) => (
              <Fragment key={line.pupil.key}>
                <tr>
                  <th scope="row">{sayPupil(line.pupil)}</th>
                  <td>{line.first ?? 'Not whole'}</td>
                  <td>{line.after ?? 'Not whole'}</td>
                  {outOf === of ? null : <td>{line.whole ?? 'Not whole'}</td>}
                  <td>
                    {line.current ?? 'None yet'}{' '}
                    {line.stale ? <Badge tone="warn">Marks say {line.worked}</Badge> : null}
                  </td>
                  <GradeCells here={here} line={line} />
                  <td>
                    <PickOne
                      label={`Band now: ${sayPupil(line.pupil)}`}
                      hideLabel
                      empty="None"
                      options={bandOptions}
                      value={bandNow(here.movements, line.pupil.key)}
                      onChange={(to) => writeBand(here, line.pupil.key, to)}
                    />
                  </td>
                </tr>
                <EvidenceRow here={here} line={line} columns={outOf === of ? 8 : 9} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </WideTable>
    </>
  )
}

/** @param of marks of the paper. @param outOf of all the papers that are graded together */
function GradeHeads({ of, outOf }: { of: number; outOf: number }) {
  return (
    <thead>
      <tr>
        <th scope="col">Pupil</th>
        <th scope="col">
          First
          <div className={styles.soft}>of {of}</div>
        </th>
        <th scope="col">
          After
          <div className={styles.soft}>the retest</div>
        </th>
        {outOf === of ? null : (
          <th scope="col">
            All papers
            <div className={styles.soft}>of {outOf}</div>
          </th>
        )}
        <th scope="col">Current</th>
        <th scope="col">Projected</th>
        <th scope="col">Target</th>
        <th scope="col">Tolerance</th>
        <th scope="col">Band now</th>
      </tr>
    </thead>
  )
}

/** Projected, target, and whether they lie too far apart (C31). */
function GradeCells({ here, line }: { here: AnalysisHere; line: GradeLine }) {
  const scale = here.boundaries?.scale
  const name = sayPupil(line.pupil)
  if (!scale) return <td colSpan={3}>No checked boundaries</td>
  const write = (fields: Fields) => writeGrade(here, line, scale, fields)
  const { tolerance } = line
  return (
    <>
      {(['projected', 'target'] as const).map((which) => (
        <td key={which}>
          <PickOne
            label={`${which === 'projected' ? 'Projected' : 'Target'}: ${name}`}
            hideLabel
            empty="None"
            options={options(scale)}
            value={line[which]}
            onChange={(label) => write({ [which]: label })}
          />
        </td>
      ))}
      <td>
        {tolerance.kind === 'within' ? 'Within' : null}
        {tolerance.kind === 'outside' ? (
          <Badge tone={tolerance.evidenced ? 'neutral' : 'warn'}>
            {sayCount(Math.abs(tolerance.apart), 'grade')} {tolerance.apart > 0 ? 'up' : 'down'}
          </Badge>
        ) : null}
      </td>
    </>
  )
}

interface EvidenceRowProps {
  here: AnalysisHere
  line: GradeLine
  columns: number
}

/** What stands behind a projection far from the current grade (C31), under the pupil whose it is: a column of its own would push the table off a tablet. */
function EvidenceRow({ here, line, columns }: EvidenceRowProps) {
  const scale = here.boundaries?.scale
  if (!scale || line.tolerance.kind !== 'outside') return null
  return (
    <tr>
      <td colSpan={columns}>
        <TextLine
          label={`Evidence: ${sayPupil(line.pupil)}`}
          placeholder="What it rests on"
          value={line.entry?.evidence ?? ''}
          onChange={(evidence) => writeGrade(here, line, scale, { evidence })}
        />
      </td>
    </tr>
  )
}
