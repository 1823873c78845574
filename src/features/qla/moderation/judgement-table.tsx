import type { Fields } from '../../../crdt/records.ts'
import { differs, settled } from '../../../domain/choice.ts'
import {
  type Judgement,
  judgementRecord,
  type ModerationRound,
} from '../../../domain/qla/moderation.ts'
import type { LiveDocument } from '../../../store/use-document.ts'
import { Badge } from '../../../ui/badge.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import { labelsFor } from './words.ts'

const SAYS = [
  ['teacher', 'Teacher'],
  ['moderator', 'Moderator'],
  ['agreed', 'Agreed'],
] as const

interface JudgementTableProps {
  document: LiveDocument
  round: ModerationRound
  judgements: readonly Judgement[]
}

/** Scripts by the school's own number of the pupil, each with three judgements. */
export function JudgementTable({ document, round, judgements }: JudgementTableProps) {
  const options = labelsFor(round.yearGroup).map((value) => ({ value, label: value }))
  return (
    <WideTable label="Scripts of the sample" long>
      <table className={styles.table}>
        <caption>Scripts by the school’s own number, no names</caption>
        <thead>
          <tr>
            <th scope="col">Script</th>
            {SAYS.map(([who, label]) => (
              <th key={who} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">Reason</th>
          </tr>
        </thead>
        <tbody>
          {judgements.map((judgement) => {
            const { id, localId } = judgement
            const write = (fields: Fields) => document.change(judgementRecord, id, fields)
            const apart = settled(judgement.teacher) !== settled(judgement.moderator)
            const both =
              settled(judgement.teacher) !== null && settled(judgement.moderator) !== null
            return (
              <tr key={id}>
                <th scope="row">
                  {localId} {judgement.extended ? <Badge>Extended</Badge> : null}
                  {both && apart ? <Badge tone="warn">They differ</Badge> : null}
                </th>
                {SAYS.map(([who, label]) => (
                  <td key={who}>
                    <PickOne
                      label={`${label}: ${localId}`}
                      hideLabel
                      empty="Not yet"
                      options={options}
                      value={settled(judgement[who])}
                      hint={differs(judgement[who]) ? 'Two devices differ: pick one' : undefined}
                      onChange={(value) => write({ [who]: value })}
                    />
                  </td>
                ))}
                <td>
                  <TextLine
                    label={`Reason: ${localId}`}
                    hideLabel
                    placeholder="What decides it"
                    value={judgement.reason}
                    onChange={(reason) => write({ reason })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideTable>
  )
}
