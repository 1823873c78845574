import type { Pack } from '../../../domain/peer-review/pack.ts'
import { REVIEW_STAGES } from '../../../domain/peer-review/stage-order.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { PackTimetable } from '../pack/pack-timetable.tsx'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { teamOf } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'
import { DayBoard } from './day-board.tsx'
import { EmptyDay } from './empty-day.tsx'
import { JoinCode } from './join-code.tsx'
import { mayEditDay } from './may-edit.ts'
import { SaveCalendar } from './save-calendar.tsx'
import { type DayHere, useDay } from './use-day.ts'

export default function TimetableScreen() {
  return <ReviewGate>{(here) => <TheDay {...here} />}</ReviewGate>
}

const ORDER: readonly string[] = REVIEW_STAGES.map(([stage]) => stage)
const isSentOut = (stage: string) => ORDER.indexOf(stage) >= ORDER.indexOf('circulated')

function TheDay(here: ReviewHere) {
  const { access, school } = here
  const { stage } = useStage(access.id)
  const day = useDay(access.id)
  return (
    <Page
      title="Timetable of the day"
      lead={`${school}, ${sayUkDate(access.date) ?? access.date}`}
      back={{ to: paths.pack(access.id), label: school }}
      width="full"
      actions={
        <LinkButton to={paths.timetablePrint(access.id)} icon={IconPrinter}>
          Print the day
        </LinkButton>
      }
    >
      {isSentOut(stage) ? (
        <Notice tone="info" live={false} title="The pack has been sent out">
          A change here goes to every tablet when there is signal. Notes stay as they are.
        </Notice>
      ) : null}
      {day.ready ? <TheParts here={here} day={day} /> : <LoadingState label="Opening the day" />}
    </Page>
  )
}

function TheParts({ here, day }: { here: ReviewHere; day: DayHere }) {
  const { me } = useDesk()
  const { access, mine } = here
  const { pack } = day
  if (!pack) return <PackMissing mine={mine} review={access.id} />
  const work = mayEditDay(me, access) && !day.readOnly ? day.work : null
  if (pack.slots.length === 0) return <EmptyDay team={teamOf(access)} work={work} />
  return (
    <>
      {work ? <DayBoard access={access} pack={pack} work={work} /> : <PackTimetable pack={pack} />}
      <ToTake review={access.id} pack={pack} />
    </>
  )
}

function ToTake({ review, pack }: { review: string; pack: Pack }) {
  return (
    <>
      <SaveCalendar pack={pack} />
      <JoinCode review={review} />
    </>
  )
}
