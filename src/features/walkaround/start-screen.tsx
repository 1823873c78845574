import { useState } from 'react'
import { may } from '../../domain/access/table.ts'
import { runRecord } from '../../domain/checks/run.ts'
import { documentName } from '../../domain/documents.ts'
import { urn as asUrn } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useRoom } from '../../store/photos/use-room.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconArrowRight } from '../../ui/icons.ts'
import { MultiChips } from '../../ui/multi-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { RoomLine } from '../../ui/photo/room-line.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { paths, useGo, useJobAsked, useUrnParam } from './routing.ts'
import { usePeopleOf, useSchools } from './use-trust.ts'
import { kindOf, useTemplates } from './use-templates.ts'

const BACK = { to: paths.checks, label: 'Checks' }

function NotYours() {
  return (
    <Page title="Start a check" back={BACK}>
      <EmptyState
        title="You cannot start a check at this school"
        action={<LinkButton to={paths.checks}>See the checks</LinkButton>}
      >
        <p>Its leaders, its site staff and the trust’s office can.</p>
      </EmptyState>
    </Page>
  )
}

/** Chooses a checklist and who walks; from then on the walk has its version of it for ever. */
export default function StartScreen() {
  const urn = useUrnParam()
  const { me, now } = useDesk()
  const room = useRoom()
  const go = useGo()
  const schoolOf = useSchools()
  const people = usePeopleOf(urn)
  const year = schoolYearOf(me.today)
  const docOf = (kind: 'checks' | 'walks') => ({ kind, urn: asUrn(urn), year })
  const mine = useTemplates().filter(({ job }) => may(me, 'write', docOf(kindOf(job))))
  const [key, setKey] = useState<string | null>(null)
  const [walkers, setWalkers] = useState<readonly string[]>([me.person])
  const asked = useJobAsked()
  const template =
    mine.find((each) => each.key === key) ?? mine.find(({ job }) => job === asked) ?? mine[0]
  const ref = docOf(template ? kindOf(template.job) : 'checks')
  const document = useDocument(documentName(ref))
  if (!template) return <NotYours />
  const start = () => {
    const run = document.create(runRecord, {
      template,
      date: me.today,
      people: [...walkers],
      state: 'started',
      remark: '',
      by: me.person,
      madeAt: now(),
    })
    if (run !== null) go(paths.run({ kind: ref.kind, urn, year, run }), 'replace')
  }
  const prompts = template.sections.reduce((sum, section) => sum + section.prompts.length, 0)
  const near = people.filter(({ person, urn: at }) => at === urn || person === me.person)
  return (
    <Page
      title="Start a check"
      lead={`${schoolOf(urn)}, ${sayUkDate(me.today) ?? me.today}`}
      back={BACK}
    >
      <PickOne
        label="Checklist"
        empty="Pick a checklist"
        options={mine.map(({ key: value, name, version }) => ({
          value,
          label: version > 1 ? `${name}, version ${version}` : name,
        }))}
        value={template.key}
        onChange={setKey}
      />
      <p>
        {template.about} {prompts} questions in {template.sections.length} zones.
      </p>
      <MultiChips
        label="Who walks"
        options={near.map(({ person, name }) => ({ value: person, label: name }))}
        values={walkers}
        onChange={setWalkers}
      />
      <RoomLine photos={room} />
      <ActionBar>
        <Button
          tone="primary"
          icon={IconArrowRight}
          busy={!document.ready}
          disabled={document.readOnly}
          onClick={start}
        >
          Start: {template.name}
        </Button>
      </ActionBar>
    </Page>
  )
}
