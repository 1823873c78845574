import {
  type Action,
  type ActionChange,
  actionStatusWords,
  statusOf,
} from '../../domain/actions/action.ts'
import { priorityWords } from '../../domain/actions/leaving.ts'
import { daysOpen, isOwnedBy, listedOf, raisedOn } from '../../domain/actions/list.ts'
import { sourceOf } from '../../domain/actions/source.ts'
import { useDesk } from '../../store/react.tsx'
import { usePhotos } from '../../store/photos/use-photos.ts'
import type { LiveDocument } from '../../store/use-document.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PhotoStrip } from '../../ui/photo/photo-strip.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import styles from './actions.module.css'
import { EditAction } from './edit-action.tsx'
import { MoveAction } from './move-action.tsx'
import { Signs } from './signs.tsx'
import { type Names, useNames } from './use-names.ts'
import { useToday } from '../../store/use-today.ts'

/** An action, open in its document. */
export interface ActionHere {
  readonly action: Action
  readonly document: LiveDocument
  readonly name: string
  /** URN, or '' */
  readonly urn: string
  /** Whether I may write here, in this window. */
  readonly writes: boolean
  /** The first made first. */
  readonly changes: readonly ActionChange[]
}

/** One action: who, by when, how far, who saw that it is done, and who moved it. */
export function OneAction({ here }: { here: ActionHere }) {
  const { action, urn, name } = here
  const names = useNames()
  const today = useToday()
  const listed = listedOf({ action, doc: name, urn }, today, names.ownerOf)
  return (
    <Page
      title={action.what.trim() === '' ? 'Action without words yet' : action.what}
      lead={`${names.schoolOf(urn)}. ${sourceOf(action)}.`}
      back={{ to: '/actions', label: 'Actions' }}
    >
      <div className={styles.signs}>
        <Signs listed={listed} />
      </div>
      <KeyValue items={factsOf(here, names, today)} />
      {here.writes ? (
        <MoveAction here={here} names={names} today={today} />
      ) : (
        <ReadOnly here={here} />
      )}
      <Told action={action} names={names} />
      <Photos here={here} />
      {here.writes ? <EditAction here={here} names={names} /> : null}
      <History here={here} names={names} />
    </Page>
  )
}

const day = (iso: string): string => sayUkDate(iso) ?? iso

function factsOf({ action }: ActionHere, names: Names, today: string) {
  const days = daysOpen(action, today)
  const facts = [
    { label: 'Reference', value: action.ref },
    { label: 'Place', value: action.place },
    { label: 'Owner', value: names.ownerOf(action) },
    { label: 'Due', value: action.due === '' ? 'No day yet' : day(action.due) },
    { label: 'Priority', value: priorityWords(action.priority) },
    {
      label: 'Raised',
      value: `${day(raisedOn(action))}, ${days === 1 ? '1 day' : `${days} days`}`,
    },
    { label: 'Look-for', value: action.lookFor },
  ]
  return facts.filter(({ value }) => value !== '')
}

/** Whoever owns it and may not write where it lies is told what to do instead. */
function ReadOnly({ here: { action, document } }: { here: ActionHere }) {
  const { me } = useDesk()
  if (document.readOnly)
    return (
      <Notice tone="info" live={false} title="Corridor is open in another window">
        That one writes. Change the action there, or close it and load this page again.
      </Notice>
    )
  if (!isOwnedBy(action, me.person)) return null
  return (
    <Notice tone="info" live={false} title="This is yours to do, and others write it down">
      Tell the headteacher when it is done, with what was done and what came of it: they can change
      where it stands here.
    </Notice>
  )
}

function Told({ action, names }: { action: Action; names: Names }) {
  const said = [
    { label: 'What was done', value: action.actionsTaken },
    { label: 'What came of it', value: action.outcome },
    { label: 'Reason', value: action.reason },
    { label: 'Done by', value: action.doneBy === '' ? '' : names.personOf(action.doneBy) },
    { label: 'Finished on', value: action.closedOn === '' ? '' : day(action.closedOn) },
    {
      label: 'Verified by',
      value:
        action.verifiedBy === ''
          ? ''
          : `${names.personOf(action.verifiedBy)}, ${day(action.verifiedOn)}`,
    },
  ].filter(({ value }) => value !== '')
  const status = statusOf(action)
  if (said.length === 0 || status === 'open' || status === 'in_progress') return null
  return (
    <Section title="How it went">
      <KeyValue items={said} />
    </Section>
  )
}

function Photos({ here: { document, name, action, writes } }: { here: ActionHere }) {
  const { photos, add, say, remove } = usePhotos(document, name, action.id)
  return (
    <Section title="Photos" lead="How it looks now that it is done. No faces, no pages with names.">
      <PhotoStrip
        label="Photos of the finished work"
        photos={photos}
        max={6}
        readOnly={!writes}
        onAdd={(picture) => add(picture, action.place)}
        onSay={say}
        onRemove={remove}
      />
    </Section>
  )
}

function History({ here: { action, changes }, names }: { here: ActionHere; names: Names }) {
  return (
    <Section title="History">
      <ol className={styles.history}>
        <li>
          {sayTime(action.madeAt, 'moment')}: {names.personOf(action.by)} wrote it down
        </li>
        {changes.map(({ id, by, madeAt, to }) => (
          <li key={id}>
            {sayTime(madeAt, 'moment')}: {names.personOf(by)} said “{actionStatusWords(to)}”
          </li>
        ))}
      </ol>
    </Section>
  )
}
