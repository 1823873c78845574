import { leadsHost } from '../../../domain/access/held.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { opensAt, preparerOf } from '../../../domain/peer-review/preparation.ts'
import { stageWords } from '../../../domain/peer-review/stage-order.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { PackMissing, ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { usePack } from '../use-pack.ts'
import { useStage } from '../use-stage.ts'
import { ReviewWays } from './review-ways.tsx'
import { PackStages } from './pack-stages.tsx'
import { PackTeam } from './pack-team.tsx'
import { PackTimetable } from './pack-timetable.tsx'
import { PackWords } from './pack-words.tsx'

export default function PackScreen() {
  return <ReviewGate>{(here) => <TheReview {...here} />}</ReviewGate>
}

function TheReview({ access, pack, mine, school }: ReviewHere) {
  const { stage } = useStage(access.id)
  const { unreadable } = usePack(access.id)
  const { me } = useDesk()
  const prepares = preparerOf(me, access) !== null && opensAt(stage).onTheDay
  return (
    <Page
      title={school}
      lead={`Peer review, ${sayUkDate(access.date) ?? access.date}`}
      back={{ to: '/reviews', label: 'Reviews' }}
      width="full"
      actions={<Badge>{stageWords(stage)}</Badge>}
    >
      <ReviewWays review={access.id} mine={mine} host={leadsHost(me, access)} prepares={prepares} />
      {unreadable > 0 ? (
        <Notice
          tone="warn"
          live={false}
          title="Part of this pack needs the new version of Corridor"
        >
          It is kept. Load the new version here to see it.
        </Notice>
      ) : null}
      {pack ? <PackWords pack={pack} /> : <PackMissing mine={mine} review={access.id} />}
      {pack ? <PackTimetable access={access} pack={pack} /> : null}
      <PackTeam access={access} pack={pack} />
      {pack ? <Practical pack={pack} /> : null}
      <PackStages access={access} />
    </Page>
  )
}

const practical = [
  ['baseRoom', 'Base room'],
  ['signIn', 'Signing in'],
  ['parking', 'Parking'],
  ['lunch', 'Lunch'],
  ['fire', 'Fire'],
  ['photos', 'Photographs'],
] as const

function Practical({ pack }: { pack: Pack }) {
  const items = practical
    .map(([field, label]) => ({ label, value: pack.review[field] }))
    .filter(({ value }) => value !== '')
  if (items.length === 0) return null
  return (
    <Section title="On the day">
      <KeyValue items={items} />
    </Section>
  )
}
