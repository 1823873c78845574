import { mayOfClass } from '../../../domain/access/assessment.ts'
import { documentName, parseDocumentName } from '../../../domain/documents.ts'
import {
  classRecord,
  initialsOf,
  type Pupil,
  pupilRecord,
  rollOf,
  type SchoolClass,
  sittingRefRecord,
} from '../../../domain/qla/classes.ts'
import { personRecord } from '../../../domain/trust.ts'
import type { Fields } from '../../../crdt/records.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { MultiChips } from '../../../ui/multi-chips.tsx'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { standing } from '../papers/use-library.ts'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from '../papers/papers.module.css'
import { years } from '../papers/years.ts'
import { NotHere } from '../not-here.tsx'
import { paths, useText } from '../paths.ts'
import { useMySchools } from '../use-schools.ts'
import { count, sayPupil } from '../words.ts'

const back = { to: paths.classes, label: 'Classes' }

/** Opens no document that exists: for an address that is not this person's. */
const NOWHERE = 'class/000000/0000-00/none'

function NoClass() {
  return (
    <NotHere
      page="No such class"
      back={back}
      title="This class is not here"
      next={{ to: paths.classes, label: 'See the classes' }}
    >
      It is a colleague’s or another school’s, was taken out, or has not come to this device yet.
    </NotHere>
  )
}

/** One class: what it is called, who teaches it, and who is in it. */
export default function ClassScreen() {
  const { me } = useDesk()
  const urn = useText('urn')
  const id = useText('class')
  const { year } = useMySchools()
  const ref = parseDocumentName(`class/${urn}/${year}/${id}`)
  const open = ref.ok && ref.value.kind === 'class' && mayOfClass(me, ref.value)
  const document = useDocument(open ? documentName(ref.value) : NOWHERE)
  if (!open) return <NoClass />
  if (!document.ready) return <LoadingState label="Opening the class" />
  const [group] = standing(document.all(classRecord).rows)
  return group ? (
    <OneClass key={id} group={group} urn={urn} year={year} document={document} />
  ) : (
    <NoClass />
  )
}

interface OneClassProps {
  group: SchoolClass
  urn: string
  year: string
  document: LiveDocument
}

function OneClass({ group, urn, year, document }: OneClassProps) {
  const { now } = useDesk()
  const staff = useRecords(personRecord, ['trust']).rows.filter((one) => one.urn === urn)
  const pupils = rollOf(document.all(pupilRecord).rows)
  const change = (fields: Fields) => document.change(classRecord, group.id, fields)
  const leave = ({ id }: Pupil) => document.change(pupilRecord, id, { removedAt: now() })
  return (
    <Page title="Class" lead={count(pupils.length, 'pupil', 'pupils')} back={back}>
      <Section title="What it is">
        <TextLine
          label="Name of the class"
          value={group.name}
          error={group.name.trim() === '' ? 'Give it a name, so that it is found.' : undefined}
          onChange={(name) => change({ name: name.slice(0, 60) })}
        />
        <TextLine
          label="Subject"
          hint="Empty where it is a class for every subject"
          value={group.subject}
          onChange={(subject) => change({ subject: subject.slice(0, 60) })}
        />
        <PickOne
          label="Year group"
          options={years}
          value={String(group.yearGroup)}
          onChange={(value) => change({ yearGroup: Number(value ?? group.yearGroup) })}
        />
        <MultiChips
          label="Who teaches it"
          hint="The class and its marks are theirs, and open to those who lead assessment at the school; to nobody else. It holds once the trust has heard of it."
          options={staff.map(({ person, name }) => ({ value: person, label: name }))}
          values={group.teachers}
          onChange={(teachers) => change({ teachers: [...teachers] })}
        />
      </Section>
      <Section
        title="Pupils"
        lead="Papers already sat keep the list as it was then."
        actions={<LinkButton to={paths.bringClass(urn)}>Bring in pupils</LinkButton>}
      >
        {pupils.length === 0 ? <p>Nobody yet: bring the list in.</p> : null}
        <PupilsTable pupils={pupils} onLeave={leave} />
      </Section>
      <TakenAwayHere urn={urn} year={year} document={document} />
    </Page>
  )
}

/** Papers of the class that somebody took away: each says who and why, and can be brought back. */
function TakenAwayHere({ urn, year, document }: Omit<OneClassProps, 'group'>) {
  const gone = document.all(sittingRefRecord).rows.filter(({ removedAt }) => removedAt !== null)
  if (gone.length === 0) return null
  return (
    <Section title="Papers taken away">
      {gone.map(({ id, sitting, paperName }) => (
        <LinkButton key={id} to={paths.sitting({ urn, year, sitting })}>
          See why {paperName} was taken away
        </LinkButton>
      ))}
    </Section>
  )
}

const HEADINGS = ['Pupil', 'Local ID', 'Initials', 'PPG', 'SEN', 'EAL', 'Prior']

interface PupilsTableProps {
  pupils: readonly Pupil[]
  onLeave: (pupil: Pupil) => void
}

function PupilsTable({ pupils, onLeave }: PupilsTableProps) {
  return (
    <WideTable label="Pupils of the class" long>
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>Take out</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {pupils.map((pupil) => (
            <tr key={pupil.id}>
              <th scope="row">{sayPupil(pupil)}</th>
              <td>{pupil.localId}</td>
              <td>{initialsOf(pupil)}</td>
              <td>{pupil.ppg ? 'Yes' : ''}</td>
              <td>{pupil.sen === 'N' ? '' : pupil.sen}</td>
              <td>{pupil.eal ? 'Yes' : ''}</td>
              <td>{pupil.prior}</td>
              <td>
                <Button
                  aria-label={`Take ${sayPupil(pupil)} out of the class`}
                  onClick={() => onLeave(pupil)}
                >
                  Take out
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
