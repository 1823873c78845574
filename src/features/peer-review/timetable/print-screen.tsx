import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { DaySheet } from './day-sheet.tsx'
import { EmptyDay } from './empty-day.tsx'
import { shortNames } from './short-names.ts'

export default function PrintScreen() {
  return <ReviewGate>{(here) => <TheSheet {...here} />}</ReviewGate>
}

/** The day on one sheet of paper: A4, on its side, black on white. */
function TheSheet({ access, pack, mine, school }: ReviewHere) {
  const { me } = useDesk()
  const fullName = usePeople()
  const back = { to: paths.timetable(access.id), label: 'Timetable of the day' }
  const title = `${school}: the day`
  const lead = `Peer review, ${sayUkDate(access.date) ?? access.date}`
  if (!pack || pack.slots.length === 0)
    return (
      <Page title={title} lead={lead} back={back}>
        {pack ? <EmptyDay team={[]} work={null} /> : <PackMissing mine={mine} review={access.id} />}
      </Page>
    )
  const people = [...teamOf(access), ...pack.groups.flatMap((g) => g.people)]
  return (
    <Page
      title={title}
      lead={lead}
      back={back}
      width="full"
      actions={
        <Button tone="primary" icon={IconPrinter} onClick={() => window.print()}>
          Print on A4
        </Button>
      }
    >
      <DaySheet
        review={access.id}
        pack={pack}
        me={me.person}
        nameOf={shortNames(people, fullName)}
      />
    </Page>
  )
}
