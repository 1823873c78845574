import type { Pack } from '../../../domain/peer-review/pack.ts'
import { join } from '../../../ui/join.ts'
import { LaneMark } from '../../../ui/timetable/lane-mark.tsx'
import { spansOf, type Span } from '../../../ui/timetable/spans.ts'
import type { Slot } from '../../../ui/timetable/timetable-types.ts'
import { boardParts } from './board-parts.ts'
import { JoinCode } from './join-code.tsx'
import styles from './sheet.module.css'

interface DaySheetProps {
  review: string
  pack: Pack
  me: string
  nameOf: (person: string) => string
}

// With more rows than this the questions would push the day on to a second sheet.
const ROWS_WITH_QUESTIONS = 10

/** What lies on the table of the base room: every slot, every group, the questions, the way in. */
export function DaySheet({ review, pack, me, nameOf }: DaySheetProps) {
  // It is everybody's sheet, so nobody is "you" on it.
  const everybody = { ...pack, groups: pack.groups.filter((g) => g.people.length > 0) }
  const { slots, lanes, cells } = boardParts(everybody, {
    me: `not ${me}`,
    now: null,
    nameOf,
    warnings: [],
    picked: null,
  })
  const look = join(styles.sheet, slots.length > ROWS_WITH_QUESTIONS && styles.dense)
  const live = pack.questions.filter((q) => q.withdrawnAt === null)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <section className={look} aria-label="The day, to print" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.when}>
              Time
            </th>
            {lanes.map((lane) => (
              <th key={lane.id} scope="col">
                <span className={styles.lane}>
                  <LaneMark pattern={lane.pattern} />
                  {lane.label}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <Row
              key={slot.id}
              slot={slot}
              spans={spansOf(
                lanes,
                cells.filter((c) => c.slot === slot.id),
              )}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <div className={styles.join}>
          <JoinCode review={review} />
        </div>
        {slots.length <= ROWS_WITH_QUESTIONS && live.length > 0 ? (
          <ol className={styles.questions} aria-label="Key questions">
            {live.map((q) => (
              <li key={q.id} value={q.n}>
                {q.text}
              </li>
            ))}
          </ol>
        ) : null}
      </div>
    </section>
  )
}

function Row({ slot, spans }: { slot: Slot; spans: readonly Span[] }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.time}>
          {slot.start}–{slot.end}
        </span>
        <span>{slot.title}</span>
      </th>
      {spans.map((span) => (
        <Cell key={span.lanes[0]?.id} span={span} />
      ))}
    </tr>
  )
}

/** What a group does, with the pattern of its lane down the edge so that the eye keeps to the column. */
function Cell({ span: { lanes, cells } }: { span: Span }) {
  return (
    <td colSpan={lanes.length}>
      <div className={styles.cell}>
        {cells.length > 0 ? (
          <span className={styles.edge}>
            {lanes.map((lane) => (
              <LaneMark key={lane.id} pattern={lane.pattern} tall />
            ))}
          </span>
        ) : null}
        <div>
          {cells.map((cell) => (
            <p key={cell.id}>
              <strong>{cell.title}</strong>
              <span className={styles.detail}>
                {cell.lanes === 'all' ? 'Whole team. ' : ''}
                {(cell.people ?? []).map(({ name }) => name).join(', ')} {cell.detail}
              </span>
            </p>
          ))}
        </div>
      </div>
    </td>
  )
}
