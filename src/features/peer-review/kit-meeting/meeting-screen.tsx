import {
  afternoonSlots,
  coverage,
  type Coverage,
  proposeSwap,
} from '../../../domain/peer-review/coverage.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { IconRoute } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { useNoPrint } from '../../../ui/no-print.ts'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { NotOnTeam } from '../capture/not-on-team.tsx'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { useTeamNotes } from '../use-notes.ts'
import { usePeople } from '../use-pack.ts'
import { useTeamStanding } from '../who/use-standing.ts'
import { sayCount, sayList } from '../words.ts'
import { CoverageTable } from './coverage-table.tsx'
import { sayGap, saySwap } from './coverage-words.ts'
import { Reveal } from './reveal.tsx'
import styles from './meeting.module.css'

export default function MeetingScreen() {
  useNoPrint()
  return (
    <ReviewGate>
      {(here) => (here.mine ? <Meeting {...here} /> : <NotOnTeam {...here} />)}
    </ReviewGate>
  )
}

function Meeting({ access, pack, school }: ReviewHere) {
  const { rows, loading } = useTeamNotes(access)
  const slot = pack?.slots.find(({ kind }) => kind === 'keep_in_touch')
  const when = slot
    ? `${slot.start} to ${slot.end}${slot.place === '' ? '' : `, ${slot.place}`}. `
    : ''
  return (
    <Page
      title="Keep-in-touch"
      lead={`${when}What the notes cover so far, and where to look this afternoon.`}
      back={{ to: paths.pack(access.id), label: school }}
      width="full"
      actions={
        <LinkButton to={paths.answers(access.id)} tone="primary">
          Agree the answers
        </LinkButton>
      }
    >
      <Reveal access={access} />
      <InOrNot access={access} />
      {pack === null ? (
        <PackMissing mine review={access.id} />
      ) : loading ? (
        <LoadingState label="Counting the notes" />
      ) : (
        <Covered
          review={access.id}
          pack={pack}
          found={coverage(pack.questions, rows, pack.slots, pack.groups)}
        />
      )}
    </Page>
  )
}

/** Whose notes are all here, and whose may not be. */
function InOrNot({ access }: Pick<ReviewHere, 'access'>) {
  const nameOf = usePeople()
  const standing = useTeamStanding(access)
  const names = (is: (typeof standing)[number]['is']) =>
    sayList(standing.filter((one) => one.is === is).map(({ person }) => nameOf(person)))
  const late = [
    ['more', 'More to come from'],
    ['silent', 'Not heard from yet:'],
  ] as const
  const said = late.flatMap(([is, words]) => (names(is) === '' ? [] : `${words} ${names(is)}.`))
  const here = standing.reduce((sum, one) => sum + (one.here ?? 0), 0)
  return (
    <Notice
      tone={said.length === 0 ? 'ok' : 'warn'}
      live={false}
      title={
        said.length === 0 ? 'Everyone’s notes are in' : 'Not everyone’s notes are known to be in'
      }
      action={<LinkButton to={paths.who(access.id)}>Who is in</LinkButton>}
    >
      {sayCount(here, 'note')} on this device. {said.join(' ')}
    </Notice>
  )
}

function Covered({ review, pack, found }: { review: string; pack: Pack; found: Coverage }) {
  return (
    <>
      <Section title="What the notes cover">
        {found.rows.length === 0 ? (
          <p>No key questions have been written yet. They come with the pack.</p>
        ) : (
          <CoverageTable found={found} />
        )}
      </Section>
      {found.rows.length === 0 ? null : (
        <Section title="Where nothing is yet">
          {found.gaps.length === 0 ? (
            <p>Every question has something seen, heard and read from every year group visited.</p>
          ) : (
            <ul className={styles.gaps}>
              {found.gaps.map((gap) => (
                <li key={`${gap.question.id} ${gap.year}`}>{sayGap(gap)}.</li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Afternoon review={review} pack={pack} found={found} />
    </>
  )
}

/** The rest of the day, and what could be looked at in it. The team decides; nothing moves by itself. */
function Afternoon({ review, pack, found }: { review: string; pack: Pack; found: Coverage }) {
  const slots = afternoonSlots(pack)
  const swaps = proposeSwap(pack, found)
  return (
    <Section
      title="This afternoon"
      actions={
        <LinkButton to={paths.timetable(review)} icon={IconRoute}>
          Change the timetable
        </LinkButton>
      }
    >
      {slots.length === 0 ? <p>The timetable has no visits left today.</p> : null}
      <ul className={styles.slots}>
        {slots.map((slot) => (
          <li key={slot.id}>
            <strong>
              {slot.start} to {slot.end}, {slot.title}
            </strong>
            {pack.groups
              .filter((group) => group.slot === slot.id)
              .map((group) => (
                <span key={group.id}>
                  Group {group.label}:{' '}
                  {[group.seen, group.activity, group.place || slot.place]
                    .filter((part) => part !== '')
                    .join(', ') || 'nothing set'}
                </span>
              ))}
          </li>
        ))}
      </ul>
      {swaps.length === 0 ? null : (
        <>
          <h3>Could be looked at</h3>
          <ul className={styles.gaps}>
            {swaps.map((swap) => (
              <li key={`${swap.gap.question.id} ${swap.gap.year}`}>{saySwap(swap)}.</li>
            ))}
          </ul>
          <p className={styles.soft}>
            Proposals from the counts above. The team decides; what you change in the timetable goes
            to everyone.
          </p>
        </>
      )}
    </Section>
  )
}
