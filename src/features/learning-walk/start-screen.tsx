import { useState } from 'react'
import { may } from '../../domain/access/table.ts'
import { documentName, type DocumentName } from '../../domain/documents.ts'
import { urn as urnOf } from '../../domain/ids.ts'
import { FOCUS_SETS, type FocusSet } from '../../domain/learning-walk/focus-sets.ts'
import {
  EMPTY_WALK,
  partsOf,
  walkerRecord,
  type WalkKind,
  walkPromptRecord,
  walkRecord,
} from '../../domain/learning-walk/walk.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconLock } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { paths, useGo } from './paths.ts'
import { useSchools } from './use-people.ts'
import { kinds } from './words.ts'
import styles from './walk.module.css'

const back = { to: paths.walks, label: 'Walks' }

/** Which kind of walk, at which school, with which focus; the rest is on the walk's own plan. */
export default function StartScreen() {
  const { me } = useDesk()
  const year = schoolYearOf(me.today)
  const schools = (me.schools ?? []).filter((school) =>
    may(me, 'write', { kind: 'walks', urn: urnOf(school), year }),
  )
  const [picked, setPicked] = useState<string | null>(null)
  const school = schools.length === 1 ? (schools[0] ?? null) : picked
  const [kind, setKind] = useState<WalkKind>('learning_walk')
  const [focus, setFocus] = useState<string | null>(null)
  const schoolOf = useSchools()
  if (schools.length === 0)
    return (
      <Page title="Start a walk" back={back}>
        <EmptyState
          icon={IconLock}
          title="Walks are started by those who lead them"
          action={<LinkButton to={paths.walks}>See the walks</LinkButton>}
        >
          <p>Headteachers, subject leads, SENDCos and the trust’s leaders start walks.</p>
        </EmptyState>
      </Page>
    )
  const set = FOCUS_SETS.find(({ key }) => key === focus) ?? null
  return (
    <Page
      title="Start a walk"
      lead="Staff hear the date, the focus and who comes before anybody walks. You set these next."
      back={back}
    >
      <div className={styles.list}>
        {schools.length > 1 ? (
          <PickOne
            label="School"
            options={schools.map((value) => ({ value, label: schoolOf(value).name }))}
            value={picked}
            onChange={setPicked}
          />
        ) : null}
        <ChoiceChips
          label="What kind of walk?"
          options={kinds}
          value={kind}
          clearable={false}
          onChange={(value) => setKind(value ?? 'learning_walk')}
        />
        {kind === 'book_study' ? null : (
          <ChoiceChips
            label="Begin from a focus"
            hint="It brings its own prompts, which you can change. Or write your own next."
            options={FOCUS_SETS.map((one) => ({ value: one.key, label: one.focus }))}
            value={focus}
            onChange={setFocus}
          />
        )}
      </div>
      {school === null ? (
        <p>Pick the school first.</p>
      ) : (
        <Begin
          key={school}
          urn={school}
          year={year}
          kind={kind}
          set={kind === 'book_study' ? null : set}
        />
      )}
    </Page>
  )
}

interface BeginProps {
  urn: string
  year: string
  kind: WalkKind
  set: FocusSet | null
}

function Begin({ urn, year, kind, set }: BeginProps) {
  const { me, now } = useDesk()
  const go = useGo()
  const name: DocumentName = documentName({ kind: 'walks', urn: urnOf(urn), year })
  const doc = useDocument(name)
  const begin = () => {
    const own = { by: me.person, madeAt: now() }
    const walk = doc.create(walkRecord, {
      ...own,
      ...EMPTY_WALK,
      kind,
      focus: set?.focus ?? '',
      date: me.today,
    })
    if (walk === null) return
    doc.create(walkerRecord, { ...own, walk, person: me.person })
    const prompts = partsOf(kind).includes('study') ? [] : (set?.prompts ?? [])
    for (const [n, text] of prompts.entries())
      doc.create(walkPromptRecord, { ...own, walk, n, text })
    go(paths.plan({ urn, year, id: walk }))
  }
  return (
    <ActionBar>
      <Button tone="primary" disabled={!doc.ready || doc.readOnly} onClick={begin}>
        Plan this walk
      </Button>
    </ActionBar>
  )
}
