import { useState } from 'react'
import { csvOf } from '../../../domain/export/table.ts'
import { mayDrop } from '../../../domain/qla/data-drops.ts'
import { markBookRows } from '../../../domain/qla/export.ts'
import { missingForGrades } from '../../../domain/qla/gate.ts'
import { type GradeLine, heldBack } from '../../../domain/qla/grade-lines.ts'
import { enteredRecord } from '../../../domain/qla/grades.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconDownload } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import styles from '../analysis/table.module.css'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { useNames } from '../../../store/use-names.ts'
import { sayCount, sayList } from '../analysis/words.ts'
import { sayPupil } from '../words.ts'
import { useDrops } from './use-drops.ts'

const books = [
  { value: 'Go4Schools', label: 'Go4Schools' },
  { value: 'DC Pro', label: 'DC Pro' },
  { value: 'other', label: 'Another' },
] as const
type Book = (typeof books)[number]['value']

interface EnterPartProps {
  here: AnalysisHere
  lines: readonly GradeLine[]
  totals: ReadonlyMap<string, number | null>
  outOf: number
}

/** What still holds grades back besides the gate, in words. */
function stopsOf(
  here: AnalysisHere,
  lines: readonly GradeLine[],
  drops: ReturnType<typeof useDrops>,
) {
  const { stale, unevidenced } = heldBack(lines)
  const stops: string[] = []
  if (missingForGrades(here.facts).length > 0)
    stops.push('What is named under Before grades are entered, above.')
  if (stale.length > 0)
    stops.push(
      `${sayCount(stale.length, 'grade')} not as the marks have it: press Update the grades.`,
    )
  if (unevidenced.length > 0)
    stops.push(
      `Projected far from current without evidence: ${sayList(unevidenced.map(({ pupil }) => sayPupil(pupil)))}.`,
    )
  if (!mayDrop(drops, here.sitting.point, here.settings.dropCap).may)
    stops.push(
      `The ${here.settings.dropCap} data drops of this year are used: ${sayList(drops.map(({ point }) => point || 'one without a name'))}. Ask your trust whether it allows another.`,
    )
  return stops
}

/** The file for the mark book, and saying that its grades are in. */
export function EnterPart({ here, lines, totals, outOf }: EnterPartProps) {
  const { me } = useDesk()
  const nameOf = useNames()
  const [book, setBook] = useState<Book | null>(null)
  const [other, setOther] = useState('')
  const drops = useDrops(here.at)
  const stops = stopsOf(here, lines, drops)
  const sentTo = book === 'other' ? other.trim() : (book ?? '')
  const graded = lines.filter(({ current }) => current !== null).length
  const save = () => {
    const rows = markBookRows({
      paperName: here.sitting.paperName,
      first: here.grid,
      after: here.after,
      raw: totals,
      outOf,
      boundaries: here.boundaries,
    })
    saveFile(`mark-book-${here.sitting.className}-${me.today}.csv`, 'text/csv', csvOf(rows))
  }
  return (
    <>
      {here.entered.map(({ id, sentTo: to, on, count, by }) => (
        <Notice key={id} tone="ok" live={false} title={`Entered in ${to || 'the mark book'}`}>
          {sayCount(count, 'grade')}, {nameOf(by)}, {sayUkDate(on) ?? on}.
        </Notice>
      ))}
      {stops.length > 0 ? (
        <Notice tone="warn" live={false} title="Grades cannot be entered yet">
          <ul>
            {stops.map((stop) => (
              <li key={stop}>{stop}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className={styles.row}>
        <Button icon={IconDownload} disabled={stops.length > 0} onClick={save}>
          Save for the mark book
        </Button>
      </div>
      {here.writes ? (
        <>
          <ChoiceChips label="Which mark book" options={books} value={book} onChange={setBook} />
          {book === 'other' ? (
            <TextLine label="Name of the mark book" value={other} onChange={setOther} />
          ) : null}
          <Button
            tone="primary"
            disabled={stops.length > 0 || sentTo === '' || graded === 0}
            onClick={() => here.add(enteredRecord, { sentTo, on: me.today, count: graded })}
          >
            The grades are in the mark book
          </Button>
          <p className={styles.soft}>
            Said with no signal, it counts for others once the header says Safe at the trust.
          </p>
        </>
      ) : null}
    </>
  )
}
