import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { leadPlaceOf } from '../../../domain/peer-review/agreement.ts'
import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { IconArrowRight, IconPresentation } from '../../../ui/icons.ts'
import { paths, useGo } from '../routing.ts'
import { PeopleHere } from './people-here.tsx'
import type { AnswersHere } from './use-answers.ts'
import { useShow } from './use-changes.ts'
import { useFollow, useFollowSwitch } from './use-follow.ts'
import styles from './answers.module.css'

interface LeadLineProps {
  access: ReviewAccess
  here: AnswersHere
  questions: readonly KeyQuestion[]
  /** The question on this screen; null on the overview. */
  at: string | null
}

/** Who is here, and going through the answers together: the lead shows, the others follow. */
export function LeadLine({ access, here, questions, at }: LeadLineProps) {
  const { me } = useDesk()
  const leads = access.lead === me.person
  return (
    <div className={styles.leadLine}>
      <PeopleHere review={access.id} />
      {leads ? <Show here={here} at={at} /> : <Followed {...{ access, here, questions, at }} />}
    </div>
  )
}

function Show({ here, at }: Pick<LeadLineProps, 'here' | 'at'>) {
  const show = useShow(here)
  const { ready, readOnly } = here.document
  return (
    <Button icon={IconPresentation} disabled={!ready || readOnly} onClick={() => show(at)}>
      {at === null ? 'Show the overview to everyone' : 'Show this question to everyone'}
    </Button>
  )
}

function Followed({ access, here, questions, at }: LeadLineProps) {
  const go = useGo()
  const [on, setOn] = useFollowSwitch(access.id)
  const known = here.document.ready ? leadPlaceOf(here.places, access.lead) : undefined
  const addressOf = (question: string | null) =>
    question === null ? paths.answers(access.id) : paths.answer(access.id, question)
  useFollow({ place: known, here: at, on, go: (question) => go(addressOf(question)) })
  const n = questions.find(({ id }) => id === known?.question)?.n
  return (
    <>
      {known && known.question !== at ? (
        <LinkButton to={addressOf(known.question)} icon={IconArrowRight}>
          {n === undefined
            ? 'The lead shows the overview: go there'
            : `The lead shows question ${n}: go there`}
        </LinkButton>
      ) : null}
      <CheckLine label="Follow the lead" checked={on} onChange={setOn} />
    </>
  )
}
