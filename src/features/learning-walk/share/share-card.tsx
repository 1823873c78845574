import { useState } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { draftRecord, type ShareDraft, shareNeeds } from '../../../domain/learning-walk/shared.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { GuardedText } from '../guarded-text.tsx'
import { useNames, useStaff } from '../use-people.ts'
import type { WalkHere } from '../use-walk.ts'
import { SendShare } from './send-share.tsx'
import { stopWords } from './stop-words.ts'
import styles from '../walk.module.css'

/** What one share is about: a room at a time, or the walk as a whole. */
export interface ShareSpot {
  /** Record id of the room, or ''. */
  readonly room: string
  readonly place: string
  /** Milliseconds since 1970, or null. */
  readonly at: number | null
}

const NEEDS = {
  kind: 'Say something kind first.',
  specific: 'Say one thing that you saw, heard or read.',
  question: 'Put the next step as a question.',
  as_question: 'The next step is a question: end it with a question mark.',
} as const

const EMPTY: ShareDraft = { kind: '', specific: '', question: '' }

/** One room: the words for whoever was there, kept as they are written, and the sending of them. */
export function ShareCard({ here, spot }: { here: WalkHere; spot: ShareSpot }) {
  const draft = here.drafts.find(({ room }) => room === spot.room) ?? null
  const shared = here.rooms.find(({ id }) => id === spot.room)?.sharedAt ?? null
  const words: ShareDraft = draft ?? EMPTY
  const write = (fields: Fields) => {
    if (draft) here.doc.change(draftRecord, draft.id, fields)
    else here.add(draftRecord, { room: spot.room, ...EMPTY, ...fields })
  }
  return (
    <article className={styles.card}>
      <h2>
        {spot.place}
        {spot.at === null ? '' : `, ${sayTime(spot.at, 'clock')}`}
      </h2>
      {shared === null ? null : (
        <p>
          <Badge tone="ok">{`Shared ${sayTime(shared, 'moment')}`}</Badge>
        </p>
      )}
      {here.writes ? (
        <>
          <GuardedText
            here={here}
            label={`Something kind, ${spot.place}`}
            minRows={1}
            value={words.kind}
            onChange={(kind) => write({ kind })}
          />
          <GuardedText
            here={here}
            label={`Something specific, ${spot.place}`}
            minRows={2}
            value={words.specific}
            onChange={(specific) => write({ specific })}
          />
          <GuardedText
            here={here}
            label={`The next step as a question, ${spot.place}`}
            minRows={1}
            value={words.question}
            onChange={(question) => write({ question })}
          />
          <ForWhom here={here} spot={spot} words={words} again={shared !== null} />
        </>
      ) : null}
    </article>
  )
}

interface ForWhomProps {
  here: WalkHere
  spot: ShareSpot
  words: ShareDraft
  again: boolean
}

/** For whom it is: kept nowhere but in that person's own document. */
function ForWhom({ here, spot, words, again }: ForWhomProps) {
  const staff = useStaff(here.urn)
  const { needs, stops } = shareNeeds(words, useNames())
  const [person, setPerson] = useState<string | null>(null)
  return (
    <>
      {stops.length > 0 ? (
        <Notice tone="warn" live={false} title="Not shared with these words in it">
          {stopWords(stops)}
        </Notice>
      ) : null}
      <PickOne
        label={`Who was there, ${spot.place}`}
        options={staff}
        value={person}
        onChange={setPerson}
        hint={needs.length > 0 ? needs.map((need) => NEEDS[need]).join(' ') : undefined}
      />
      {person === null ? null : (
        <SendShare
          key={person}
          here={here}
          spot={spot}
          words={words}
          person={person}
          ready={needs.length === 0 && stops.length === 0}
          again={again}
          onSent={() => setPerson(null)}
        />
      )}
    </>
  )
}
