import type { Pack } from '../../../domain/peer-review/pack.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { LastTime } from '../action-plan/last-time.tsx'
import { SavedWord } from '../capture/saved-word.tsx'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { BeforeYouSend } from './before-you-send.tsx'
import { PracticalParts } from './practical-part.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { type Preparation, usePreparation } from './use-preparation.ts'
import { FocusPart, WordsParts } from './words-part.tsx'
import styles from './prepare.module.css'

export default function PrepareScreen() {
  return <ReviewGate>{(here) => <Prepare {...here} />}</ReviewGate>
}

function Prepare({ access, mine, school }: ReviewHere) {
  const preparation = usePreparation(access)
  const { loading, pack, who, opens, stage } = preparation
  if (loading) return <LoadingState label="Opening the preparation" />
  const writes = who !== null && opens.onTheDay
  return (
    <Page
      title="Prepare"
      lead={`${school}, ${sayUkDate(access.date) ?? access.date}`}
      back={{ to: paths.pack(access.id), label: 'The pack' }}
      width="full"
      actions={
        writes && pack ? <SavedWord made waiting={false} /> : <Badge>{stageWords(stage)}</Badge>
      }
    >
      {pack ? (
        <div className={writes ? styles.two : undefined}>
          {writes ? <BeforeYouSend access={access} pack={pack} preparation={preparation} /> : null}
          <Parts access={access} pack={pack} preparation={preparation} />
        </div>
      ) : (
        <PackMissing mine={mine} review={access.id} />
      )}
    </Page>
  )
}

interface PartsProps extends Pick<ReviewHere, 'access'> {
  pack: Pack
  preparation: Preparation
}

function Parts({ access, pack, preparation }: PartsProps) {
  const { review } = pack
  return (
    <div>
      <Rights preparation={preparation} />
      <LastTime access={access} />
      <FocusPart review={review} preparation={preparation} />
      <QuestionsPart pack={pack} preparation={preparation} />
      <WordsParts review={review} preparation={preparation} />
      <PracticalParts review={review} preparation={preparation} />
    </div>
  )
}

/** Why something here cannot be written in, and who can. */
function Rights({ preparation }: { preparation: Preparation }) {
  const { who, opens, doc } = preparation
  // Another window has the pen: the frame says so itself.
  if (doc.readOnly) return null
  if (who === null)
    return (
      <Notice tone="info" live={false} title="For you to read">
        The school’s lead writes this; the CEO or executive headteacher on the team may add key
        questions. Tell them what you would change.
      </Notice>
    )
  if (!opens.onTheDay)
    return (
      <Notice tone="info" live={false} title="The preparation is closed">
        The day is over or the review has ended. What was written stays here to read.
      </Notice>
    )
  if (!opens.words)
    return (
      <Notice tone="info" live={false} title="The day has begun">
        A key question can still be withdrawn, and the practical side changed. The rest stays as it
        was sent out.
      </Notice>
    )
  if (who === 'ceo')
    return (
      <Notice tone="info" live={false} title="The focus is the school’s own">
        You may add key questions or add to one. What you write is marked as the CEO’s by itself.
      </Notice>
    )
  return null
}
