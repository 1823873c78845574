import { may } from '../../domain/access/table.ts'
import { documentName, type DocumentRef } from '../../domain/documents.ts'
import { urn } from '../../domain/ids.ts'
import { halfTermBy } from '../../domain/learning-walk/half-term.ts'
import {
  FEWEST_ROOMS,
  roomsBehind,
  type ThemeKind,
  type ThemeLine,
  themeLineRecord,
  themeRecord,
  toPublish,
} from '../../domain/learning-walk/themes.ts'
import { walkRecord } from '../../domain/learning-walk/walk.ts'
import { useDesk } from '../../store/react.tsx'
import { useCalendars } from '../../store/use-calendars.ts'
import { useDocument } from '../../store/use-document.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconPlus, IconSend } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { GuardedText } from './guarded-text.tsx'
import { paths } from './paths.ts'
import { stopWords } from './share/stop-words.ts'
import { useNames } from './use-people.ts'
import type { WalkHere } from './use-walk.ts'
import { NewerRecords, WalkGate } from './walk-gate.tsx'
import { sayCount } from './words.ts'
import styles from './walk.module.css'

export default function SummaryScreen() {
  return <WalkGate>{(here) => <Summary here={here} />}</WalkGate>
}

/** Themes over all rooms: what goes to the whole school, and what is looked at next. */
function Summary({ here }: { here: WalkHere }) {
  const ref: DocumentRef = { kind: 'school', urn: urn(here.urn), year: here.year }
  const school = useDocument(documentName(ref))
  const { me } = useDesk()
  const published = school.all(themeRecord).rows.filter(({ walk }) => walk === here.id)
  const out = new Set(published.map(({ line }) => line))
  return (
    <Page
      title="Sum up"
      lead="Themes only: no room, no name. They show by half-term."
      back={{ to: paths.walk(here), label: 'The walk' }}
      actions={<LinkButton to={paths.overTime}>Themes over time</LinkButton>}
    >
      <NewerRecords here={here} />
      <Lines here={here} kind="pattern" title="Patterns" published={out} />
      <Lines here={here} kind="question" title="Questions we are left with" published={out} />
      <Section title="Next focus">
        {here.writes ? (
          <GuardedText
            here={here}
            label="What we look at next time"
            minRows={1}
            value={here.walk.nextFocus}
            onChange={(nextFocus) => here.doc.change(walkRecord, here.id, { nextFocus })}
          />
        ) : (
          <p>{here.walk.nextFocus || 'Not said yet.'}</p>
        )}
      </Section>
      {here.writes && may(me, 'write', ref) ? (
        <Publish here={here} school={school} published={published} />
      ) : null}
    </Page>
  )
}

interface LinesProps {
  here: WalkHere
  kind: ThemeKind
  title: string
  published: ReadonlySet<string>
}

function Lines({ here, kind, title, published }: LinesProps) {
  const lines = here.lines
    .filter((line) => line.kind === kind)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
  const one = kind === 'pattern' ? 'pattern' : 'question'
  return (
    <Section title={title}>
      <ol className={styles.list} aria-label={title}>
        {lines.map((line, n) => (
          <li key={line.id}>
            <OneLine
              here={here}
              line={line}
              label={`${one} ${n + 1}`}
              out={published.has(line.id)}
            />
          </li>
        ))}
      </ol>
      {lines.length === 0 ? <p className={styles.soft}>None yet.</p> : null}
      {here.writes ? (
        <Button icon={IconPlus} onClick={() => here.add(themeLineRecord, { kind, text: '' })}>
          Add a {one}
        </Button>
      ) : null}
    </Section>
  )
}

interface OneLineProps {
  here: WalkHere
  line: ThemeLine
  label: string
  out: boolean
}

function OneLine({ here, line, label, out }: OneLineProps) {
  const { now } = useDesk()
  if (out || !here.writes)
    return (
      <p>
        {line.text} {out ? <Badge tone="ok">Published</Badge> : null}
      </p>
    )
  const named = label.charAt(0).toUpperCase() + label.slice(1)
  return (
    <>
      <GuardedText
        here={here}
        label={named}
        minRows={1}
        value={line.text}
        onChange={(text) => here.doc.change(themeLineRecord, line.id, { text })}
      />
      <Button
        tone="plain"
        onClick={() => here.doc.change(themeLineRecord, line.id, { removedAt: now() })}
      >
        Remove {label}
      </Button>
    </>
  )
}

interface PublishProps {
  here: WalkHere
  school: ReturnType<typeof useDocument>
  published: Parameters<typeof toPublish>[1]
}

/** Themes go to the whole school from three rooms on, so that they point at nobody (C51). */
function Publish({ here, school, published }: PublishProps) {
  const { me, now } = useDesk()
  const { walk, everyWalk, everyRoom, lines } = here
  const calendar = useCalendars([here.year])?.of(here.urn) ?? null
  const termOf = (day: string) => halfTermBy(calendar, day)
  const behind = roomsBehind(walk, everyWalk, everyRoom, termOf)
  const { lines: open, rooms, stops } = toPublish(lines, published, behind, useNames())
  const publish = () => {
    for (const line of open)
      school.create(themeRecord, {
        walk: here.id,
        line: line.id,
        kind: line.kind,
        focus: walk.focus.trim(),
        halfTerm: termOf(walk.date),
        text: line.text.trim().slice(0, 1000),
        rooms,
        by: me.person,
        madeAt: now(),
      })
  }
  const may = open.length > 0 && rooms !== null && stops.length === 0 && school.ready
  return (
    <Section
      title="For the whole school"
      lead={`${sayCount(behind, 'room')} with this focus this half-term.`}
    >
      {rooms === null ? (
        <Notice tone="info" live={false} title="Held back for now">
          Fewer than {FEWEST_ROOMS} rooms are behind these themes, so they could point at somebody.
          Visit more rooms with this focus, in this walk or the next of this half-term.
        </Notice>
      ) : null}
      {stops.length > 0 ? (
        <Notice tone="warn" live={false} title="Not published with these words in it">
          {stopWords(stops)}
        </Notice>
      ) : null}
      <Button tone="primary" icon={IconSend} disabled={!may} onClick={publish}>
        {open.length === 0 ? 'Nothing new to publish' : `Publish ${sayCount(open.length, 'theme')}`}
      </Button>
    </Section>
  )
}
