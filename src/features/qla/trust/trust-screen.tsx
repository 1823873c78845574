import { useState } from 'react'
import { csvOf } from '../../../domain/export/table.ts'
import { newestCounts, type QlaCount, qlaCountRecord } from '../../../domain/qla/counts.ts'
import { cardLine, isCardMonth } from '../../../domain/qla/feed.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import { useDesk } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { IconDownload } from '../../../ui/icons.ts'
import { saveFile } from '../../../ui/save-file.ts'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import { sayCount } from '../analysis/words.ts'
import { paths } from '../paths.ts'
import { useSchoolNames } from '../use-schools.ts'
import { AcrossTable, type SchoolCount } from './across-table.tsx'
import { PassedPart, usePasses } from './passed-part.tsx'

/** Every count on this device; the newest of each sitting, where two devices counted. */
function useCounts(): readonly SchoolCount[] | undefined {
  const { rows, loading } = useLocated(qlaCountRecord)
  if (loading) return undefined
  return newestCounts(rows).flatMap(({ doc, record }): SchoolCount[] => {
    const ref = parseDocumentName(doc)
    return ref.ok && ref.value.kind === 'qla-counts' ? [{ urn: ref.value.urn, count: record }] : []
  })
}

/** The same paper is the same by its place in the library; one outside it by its name. */
const paperOf = ({ paper, paperName }: QlaCount): string => paper || paperName

/** The same paper across schools: who is strong on what. It ranks no school and knows no teacher. */
export default function TrustScreen() {
  const counts = useCounts()
  const [wanted, setWanted] = useState<string | null>(null)
  const passed = usePasses()
  if (counts === undefined) return <LoadingState label="Opening the counts" />
  const papers = new Map(counts.map(({ count }) => [paperOf(count), count.paperName]))
  const options = [...papers]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label))
  const paper = wanted ?? options[0]?.value ?? null
  const own = counts.filter(({ count }) => paperOf(count) === paper)
  return (
    <Page
      title="Across schools"
      lead="Who is strong on what, so that you know whom to visit. Groups under the trust’s least number are masked; no teacher and no class is in it."
      back={{ to: paths.sittings, label: 'Question analysis' }}
      width="full"
    >
      {paper === null ? (
        <EmptyState
          title="No school has counted a paper yet"
          action={
            <LinkButton tone="primary" to={paths.sittings}>
              See the papers sat
            </LinkButton>
          }
        >
          <p>
            A paper is counted by itself once its grades may be entered, or sooner at the end of its
            picture.
          </p>
        </EmptyState>
      ) : (
        <>
          <PickOne label="Paper" options={options} value={paper} onChange={setWanted} />
          <Section title="Area by area">
            <AcrossTable counts={own} />
          </Section>
          <CardPart counts={own} />
        </>
      )}
      <PassedPart passed={passed} />
    </Page>
  )
}

/** Lines for the academy card; a school's own people put them there. */
function CardPart({ counts }: { counts: readonly SchoolCount[] }) {
  const { me } = useDesk()
  const schoolOf = useSchoolNames()
  const lines = counts
    .flatMap(({ urn, count }) => {
      const line = cardLine(count)
      return line ? [{ school: schoolOf(urn), ...line }] : []
    })
    .sort((a, b) => a.school.localeCompare(b.school) || a.on.localeCompare(b.on))
  if (lines.length === 0) return null
  const save = () =>
    saveFile(
      `academy-card-${me.today}.csv`,
      'text/csv',
      csvOf([
        ['School', 'KPI', 'Value', 'Pupils', 'Date'],
        ...lines.map(({ school, kpi, value, n, on }) => [school, kpi, value ?? '', n ?? '', on]),
      ]),
    )
  return (
    <Section
      title="For the academy card"
      lead={
        isCardMonth(me.today)
          ? 'December and July are when the card reports.'
          : 'The card reports in December and July; until then these are on the way.'
      }
      actions={
        <Button icon={IconDownload} onClick={save}>
          Save for the card
        </Button>
      }
    >
      <WideTable label="Lines for the academy card">
        <table className={styles.table}>
          <caption>Of those who sat the paper, by boundaries that were checked</caption>
          <thead>
            <tr>
              <th scope="col">School</th>
              <th scope="col">Line of the card</th>
              <th scope="col">Value</th>
              <th scope="col">Date</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ school, kpi, value, n, on }, at) => (
              <tr key={at}>
                <th scope="row">{school}</th>
                <td>{kpi}</td>
                <td>
                  {value === null || n === null ? 'Masked' : `${value}% of ${sayCount(n, 'pupil')}`}
                </td>
                <td>{sayUkDate(on) ?? on}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  )
}
