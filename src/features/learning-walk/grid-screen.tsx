import { type Cell, gridOf, type GridRow, type RowSays } from '../../domain/learning-walk/grid.ts'
import { STRANDS, type Strand } from '../../domain/learning-walk/walk.ts'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { paths } from './paths.ts'
import { SeenCards } from './seen/seen-cards.tsx'
import type { WalkHere } from './use-walk.ts'
import { NewerRecords, WalkGate } from './walk-gate.tsx'
import { ratings, sayList, strandWords } from './words.ts'
import styles from './walk.module.css'

/** What the six columns need. */
const TABLE_EMS = 50

export default function GridScreen() {
  return <WalkGate>{(here) => <Grid here={here} />}</WalkGate>
}

/** Lessons, books, pupils and data beside each other, prompt by prompt. */
function Grid({ here }: { here: WalkHere }) {
  const rows = gridOf(here)
  const narrow = useNarrow(TABLE_EMS)
  return (
    <Page
      title="Seen together"
      lead="Where lessons, books, pupils and data agree, where they do not, and where nobody looked."
      back={{ to: paths.walk(here), label: 'The walk' }}
      width="full"
    >
      <NewerRecords here={here} />
      {rows.length === 0 ? (
        <EmptyState
          title="This walk has no prompts yet"
          action={
            <LinkButton tone="primary" to={paths.plan(here)}>
              Add prompts
            </LinkButton>
          }
        >
          <p>The grid has a row for each prompt of the plan.</p>
        </EmptyState>
      ) : (
        <>
          {narrow ? <Cards rows={rows} /> : <Table rows={rows} />}
          <Section
            title="What the data says"
            lead="Figures that staff know already, such as a quiz or a reading age, always with how many of how many. No pupil’s own figures."
          >
            <SeenCards here={here} strand="data" />
          </Section>
        </>
      )}
    </Page>
  )
}

function Table({ rows }: { rows: readonly GridRow[] }) {
  return (
    <table className={styles.table}>
      <caption>Numbers are rooms for lessons, and pupils for yes and no.</caption>
      <thead>
        <tr>
          <th scope="col">Prompt</th>
          {STRANDS.map((strand) => (
            <th key={strand} scope="col">
              {strandWords[strand]}
            </th>
          ))}
          <th scope="col">Together</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.prompt.id}>
            <th scope="row">{row.prompt.text}</th>
            {row.cells.map((cell) => (
              <td key={cell.strand}>
                <CellWords cell={cell} gap={row.gaps.includes(cell.strand)} />
              </td>
            ))}
            <td>
              <Together says={row.says} gaps={row.gaps} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same on a phone, where six columns have no room. */
function Cards({ rows }: { rows: readonly GridRow[] }) {
  return (
    <CardList label="Prompts, seen together" columns="one">
      {rows.map((row) => (
        <IndexCard key={row.prompt.id} headingLevel={2} title={row.prompt.text}>
          <KeyValue
            items={[
              ...row.cells.map((cell) => ({
                label: strandWords[cell.strand],
                value: <CellWords cell={cell} gap={row.gaps.includes(cell.strand)} />,
              })),
              { label: 'Together', value: <Together says={row.says} gaps={row.gaps} /> },
            ]}
          />
        </IndexCard>
      ))}
    </CardList>
  )
}

function CellWords({ cell, gap }: { cell: Cell; gap: boolean }) {
  if (gap) return <p className={styles.soft}>Nobody looked</p>
  return (
    <>
      {ratings
        .filter(({ value }) => cell.counts[value] > 0)
        .map(({ value, label, icon }) => (
          <p key={value}>
            <Badge icon={icon}>
              {cell.strand === 'lessons' ? `${label}: ${cell.counts[value]}` : label}
            </Badge>
          </p>
        ))}
      {cell.open > 0 ? <p>Walkers differ: {cell.open}</p> : null}
      {cell.tally && cell.tally.yes + cell.tally.no > 0 ? (
        <p>
          Yes {cell.tally.yes}, no {cell.tally.no}
        </p>
      ) : null}
    </>
  )
}

const SAYS: Readonly<Record<RowSays, { tone: 'ok' | 'warn' | 'neutral'; label: string }>> = {
  agree: { tone: 'ok', label: 'They agree' },
  differ: { tone: 'warn', label: 'They differ' },
  one: { tone: 'neutral', label: 'One alone' },
  nothing: { tone: 'neutral', label: 'Nothing yet' },
}

function Together({ says, gaps }: { says: RowSays; gaps: readonly Strand[] }) {
  const { tone, label } = SAYS[says]
  return (
    <>
      <p>
        <Badge tone={tone}>{label}</Badge>
      </p>
      {says === 'nothing' || gaps.length === 0 ? null : (
        <p className={styles.soft}>
          No word from {sayList(gaps.map((gap) => strandWords[gap].toLowerCase()))}
        </p>
      )}
    </>
  )
}
