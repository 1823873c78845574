import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { readyRecord } from '../../../domain/peer-review/members.ts'
import { type Readiness, readinessOf } from '../../../domain/peer-review/ready.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { CountList, CountRow } from '../../../ui/count-row.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { subjectOf } from '../use-stage.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { sayOutOf } from '../words.ts'
import { partMissing } from './ready-words.ts'

const words = { ready: 'Ready', 'not-yet': 'Not yet', silent: 'Not heard of' } as const
const tones = { ready: 'ok', 'not-yet': 'warn', silent: 'neutral' } as const

function sayWhy({ is, why }: Readiness): string {
  if (is === 'silent') return 'Ask them to open this page in signal'
  const said = why.map((part) => partMissing[part]).join(', ')
  return is === 'ready' ? 'App, pack, room, clock' : said.charAt(0).toUpperCase() + said.slice(1)
}

/** Every reviewer's device, for those who send the pack out. */
export function TeamReady({ access, print }: { access: ReviewAccess; print: string }) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const receipts = useRecords(readyRecord, [subjectOf(access.id)]).rows
  const { n, of, people } = readinessOf(receipts, teamOf(access), print)
  return (
    <Section
      title="The team’s devices"
      lead="Each device says so itself when its owner opens this page. A change to the pack asks them all again."
    >
      <CountList
        label="Reviewers’ devices"
        total={`${sayOutOf({ n, of })} reviewers ready with no signal`}
      >
        {people.map((one) => (
          <CountRow
            key={one.person}
            name={one.person === me.person ? `${nameOf(one.person)} (you)` : nameOf(one.person)}
            count={sayWhy(one)}
            heard={one.at === null ? '' : sayTime(one.at, 'moment')}
            tone={tones[one.is]}
            word={words[one.is]}
          />
        ))}
      </CountList>
    </Section>
  )
}
