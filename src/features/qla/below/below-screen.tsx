import { csvOf } from '../../../domain/export/table.ts'
import { belowTarget, type PupilBelow } from '../../../domain/qla/rap.ts'
import { standingsOf, toRaise } from '../../../domain/qla/standings.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconDownload } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../analysis/table.module.css'
import { sayCount } from '../analysis/words.ts'
import { useQlaSettings } from '../papers/use-library.ts'
import { paths } from '../paths.ts'
import { useSittingGrades } from './use-sitting-grades.ts'

const say = ({ subjects }: PupilBelow) =>
  subjects
    .map(({ subject, current, target }) => `${subject}: ${current}, target ${target}`)
    .join('; ')

/** Pupils well below target, over all the papers on this device. */
export default function BelowScreen() {
  const { me } = useDesk()
  const found = useSittingGrades()
  const { wellBelow } = useQlaSettings()
  if (found === undefined) return <LoadingState label="Opening the grades" />
  const { sittings, nameOf } = found
  const below = belowTarget(standingsOf(sittings), wellBelow)
  const raise = toRaise(sittings)
  const save = () =>
    saveFile(
      `below-target-${me.today}.csv`,
      'text/csv',
      csvOf([
        ['Pupil', 'For', 'Subjects'],
        ...below.map((one) => [nameOf(one.pupil), sayFor(one), say(one)]),
      ]),
    )
  return (
    <Page
      title="Below target"
      lead="For intervention in a subject, and for the raising achievement meeting (RAP) where it is several."
      back={{ to: paths.sittings, label: 'Question analysis' }}
      actions={
        below.length === 0 ? undefined : (
          <Button icon={IconDownload} onClick={save}>
            Save the list
          </Button>
        )
      }
    >
      {below.length === 0 ? (
        <EmptyState
          title="Nobody is well below target"
          action={
            <LinkButton tone="primary" to={paths.sittings}>
              See the papers sat
            </LinkButton>
          }
        >
          <p>
            Well below is {sayCount(wellBelow, 'grade')} or more under the target, by the grades of
            the papers on this device. Targets are given under Grades of each paper.
          </p>
        </EmptyState>
      ) : (
        <BelowTable below={below} nameOf={nameOf} wellBelow={wellBelow} />
      )}
      {raise.length > 0 ? (
        <Section title="Targets to raise" lead="Above target at two assessment points in a row.">
          <ul>
            {raise.map(({ pupil, subject, target }) => (
              <li key={`${pupil} ${subject}`}>
                {nameOf(pupil)}, {subject}: target {target}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}

interface BelowTableProps {
  below: readonly PupilBelow[]
  nameOf: (pupil: string) => string
  /** Grades under the target. */
  wellBelow: number
}

function BelowTable({ below, nameOf, wellBelow }: BelowTableProps) {
  return (
    <Section
      title="Well below target"
      lead={`${sayCount(wellBelow, 'grade')} or more. The list names pupils.`}
    >
      <WideTable label="Pupils below target" long>
        <table className={styles.table}>
          <caption>Pupils with several subjects first</caption>
          <thead>
            <tr>
              <th scope="col">Pupil</th>
              <th scope="col">For</th>
              <th scope="col">Subjects</th>
            </tr>
          </thead>
          <tbody>
            {below.map((one) => (
              <tr key={one.pupil}>
                <th scope="row">{nameOf(one.pupil)}</th>
                <td>
                  <Badge tone={one.for === 'rap' ? 'warn' : 'neutral'}>{sayFor(one)}</Badge>
                </td>
                <td>{say(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </Section>
  )
}

const sayFor = ({ for: what, subjects }: PupilBelow): string =>
  what === 'rap' ? `RAP: ${subjects.length} subjects` : 'Intervention'
