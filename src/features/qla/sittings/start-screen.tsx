import { useState } from 'react'
import type { Paper } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { IconArrowRight } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { type ClassLists, useClassLists } from '../classes/use-class-lists.ts'
import { setsOfPaper } from '../papers/boundary-sets.ts'
import { type Library, totalMarks, useBoundaries, useLibrary } from '../papers/use-library.ts'
import { paths, useGo } from '../paths.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { count } from '../words.ts'
import { useBeginSitting } from './begin-sitting.ts'

const back = { to: paths.sittings, label: 'Question analysis' }
const DAY = /^\d{4}-\d{2}-\d{2}$/

function Missing({ what, to, link }: { what: string; to: string; link: string }) {
  return (
    <Page title="Start with a paper" back={back}>
      <EmptyState
        title={what}
        action={
          <LinkButton tone="primary" to={to}>
            {link}
          </LinkButton>
        }
      >
        <p>A paper with its questions and a class with its pupils are needed first.</p>
      </EmptyState>
    </Page>
  )
}

/** Chooses a paper and a class. Both are copied as they are now. */
export default function StartScreen() {
  const { urns } = useMySchools()
  const library = useLibrary()
  if (library.loading) return <LoadingState label="Opening papers and classes" />
  const papers = library.papers.filter(({ id, name }) => name && library.itemsOf(id).length > 0)
  if (urns.length === 0)
    return (
      <Missing what="You teach at no school here" to={paths.sittings} link="Question analysis" />
    )
  if (papers.length === 0)
    return (
      <Missing
        what="There is no paper with questions yet"
        to={paths.papers}
        link="See the papers"
      />
    )
  return <Start urns={urns} library={library} papers={papers} />
}

interface StartProps {
  urns: readonly string[]
  library: Library
  /** Those with a name and questions. */
  papers: readonly Paper[]
}

function Start({ urns, library, papers }: StartProps) {
  const schoolOf = useSchoolNames()
  const { year } = useMySchools()
  const [urn, setUrn] = useState(urns[0] ?? '')
  const lists = useClassLists(urn, year)
  if (lists.loading) return <LoadingState label="Opening the classes" />
  if (lists.classes.length === 0 && urns.length === 1)
    return <Missing what="There is no class yet" to={paths.classes} link="Bring in a class" />
  return (
    <Page
      title="Start with a paper"
      lead="The questions and the class list are copied as they are today; later changes move no mark."
      back={back}
    >
      {urns.length > 1 ? (
        <PickOne
          label="School"
          options={urns.map((value) => ({ value, label: schoolOf(value) }))}
          value={urn}
          onChange={(value) => setUrn(value ?? urn)}
        />
      ) : null}
      <StartForm key={urn} {...{ urn, year, library, papers, lists }} />
    </Page>
  )
}

interface StartFormProps extends Omit<StartProps, 'urns'> {
  urn: string
  year: string
  lists: ClassLists
}

function StartForm({ urn, year, library, papers, lists }: StartFormProps) {
  const { me } = useDesk()
  const go = useGo()
  const begin = useBeginSitting()
  const boundaries = useBoundaries()
  const [paperId, setPaper] = useState<string | null>(null)
  const [classId, setClass] = useState<string | null>(null)
  const [on, setOn] = useState<string>(me.today)
  const [point, setPoint] = useState('')
  const [busy, setBusy] = useState(false)
  const paper = papers.find(({ id }) => id === paperId)
  const group = lists.classes.find((one) => one.class === classId)
  const items = paper ? library.itemsOf(paper.id) : []
  const pupils = group ? lists.rollOf(group.doc) : []
  const whole = paper && group && pupils.length > 0 && DAY.test(on) ? { paper, class: group } : null
  const start = async () => {
    if (!whole || busy) return
    setBusy(true)
    const sets = setsOfPaper(boundaries, whole.paper.id)
    const to = { urn, year, ...whole, items, pupils, boundaries: sets, point: point.trim(), on }
    const at = await begin(to)
    go(paths.enter(at), 'replace')
  }
  const marks = `${count(items.length, 'question', 'questions')}, ${count(totalMarks(items), 'mark', 'marks')}`
  const nobody = group && pupils.length === 0
  return (
    <>
      <PickOne
        label="Paper"
        empty="Pick the paper"
        hint={paper ? marks : undefined}
        options={papers.map(({ id, name, year: of }) => ({
          value: id,
          label: of === '' || name.includes(of) ? name : `${name}, ${of}`,
        }))}
        value={paperId}
        onChange={setPaper}
      />
      <PickOne
        label="Class"
        empty="Pick the class"
        hint={group ? count(pupils.length, 'pupil', 'pupils') : undefined}
        error={nobody ? 'Nobody is in this class: bring its pupils in first.' : undefined}
        options={lists.classes.map((one) => ({ value: one.class, label: one.name }))}
        value={classId}
        onChange={setClass}
      />
      <DateLine label="Sat on" value={on} onChange={setOn} />
      <TextLine
        label="Assessment point"
        hint="As your school calls it: AP1, Autumn 2. It may stay empty."
        short
        value={point}
        onChange={(text) => setPoint(text.slice(0, 30))}
      />
      <ActionBar>
        <Button
          tone="primary"
          icon={IconArrowRight}
          busy={busy}
          disabled={whole === null}
          onClick={() => void start()}
        >
          Enter marks
        </Button>
      </ActionBar>
    </>
  )
}
