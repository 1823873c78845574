import { letterIsIssued } from '../../../domain/access/reviews.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { PeopleHere } from '../answers/people-here.tsx'
import { ForwardStep } from '../pack/stage-steps.tsx'
import { usePack } from '../use-pack.ts'
import { NoLetterYet } from './no-letter.tsx'
import { LetterAgree } from './letter-agree.tsx'
import { LetterEditor } from './letter-editor.tsx'
import { Exports } from './exports.tsx'
import { LetterGate, useLetterBack } from './letter-gate.tsx'
import { LetterReply } from './letter-reply.tsx'
import { LetterShare } from './letter-share.tsx'
import { LetterTarget } from './letter-target.tsx'
import { Paper } from './paper.tsx'
import { StopList } from './stop-list.tsx'
import { letterDocument, type LetterHere, useLetterStops } from './use-letter.ts'
import { useSheet } from './use-sheet.ts'
import styles from './letter.module.css'

export default function LetterScreen() {
  return <LetterGate>{(access, here) => <Letter access={access} here={here} />}</LetterGate>
}

interface LetterProps {
  access: ReviewAccess
  here: LetterHere
}

/** The letter to the school: drafted, written together, agreed, sent, and the head's reply to it. */
function Letter({ access, here }: LetterProps) {
  const back = useLetterBack(access)
  const { pack, loading } = usePack(access.id)
  const issued = letterIsIssued(access)
  const school = here.head?.school ?? pack?.review.schoolName
  if (loading) return <LoadingState label="Opening the letter" />
  return (
    <Page
      title="Letter to the school"
      lead={school}
      back={back}
      width="full"
      actions={<Badge tone={issued ? 'ok' : 'neutral'}>{sayState(access)}</Badge>}
    >
      {here.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Part of the letter needs the new Corridor">
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      {here.head === null ? (
        <NoLetterYet access={access} here={here} />
      ) : here.writes ? (
        <Written access={access} here={here} />
      ) : (
        <ToRead access={access} here={here} />
      )}
    </Page>
  )
}

function sayState(access: ReviewAccess): string {
  if (letterIsIssued(access)) return 'Sent'
  return access.stage === 'letter_agreed' ? 'Agreed, not sent yet' : 'Draft'
}

const STEPS_FROM = ['notes_handed_over', 'letter_drafted', 'letter_agreed']

function Step({ access }: { access: ReviewAccess }) {
  const { stage = '' } = access
  if (!STEPS_FROM.includes(stage)) return null
  return <ForwardStep access={access} here="letter" back={['letter_drafted']} />
}

/** While it is a draft: the paper to write on, what stops it, who agrees. */
function Written({ access, here }: LetterProps) {
  const stops = useLetterStops(access, here.parts)
  return (
    <>
      <div className={styles.line}>
        <PeopleHere review={access.id} doc={letterDocument(access.id)} />
        <LetterTarget access={access} />
      </div>
      <LetterEditor access={access} here={here} stops={stops} />
      <StopList stops={stops} />
      <LetterAgree access={access} here={here} />
      <Step access={access} />
      <Exports access={access} here={here} />
    </>
  )
}

/** Once it is agreed nobody writes in it any more; once it is sent the head replies. */
function ToRead({ access, here }: LetterProps) {
  const sheet = useSheet(access, here)
  const issued = letterIsIssued(access)
  if (!sheet)
    return (
      <EmptyState title="The letter is not on this device yet">
        <p>It comes by itself as soon as there is signal.</p>
      </EmptyState>
    )
  return (
    <>
      {issued ? null : (
        <Notice tone="info" live={false} title="Nobody changes the letter now">
          {access.stage === 'letter_agreed'
            ? 'It is agreed and waits to be sent. The review lead can open it again, with a reason.'
            : 'Another window of Corridor writes on this device, or the review has ended.'}
        </Notice>
      )}
      <LetterTarget access={access} />
      <Paper sheet={sheet} />
      <Step access={access} />
      {issued ? <LetterReply access={access} /> : <LetterAgree access={access} here={here} />}
      {issued ? <LetterShare access={access} /> : null}
      <Exports access={access} here={here} />
    </>
  )
}
