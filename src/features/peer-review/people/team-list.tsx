import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { Member } from '../../../domain/peer-review/members.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { IconUser } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { teamOf, usePeople } from '../use-pack.ts'
import { sayCount, sayList } from '../words.ts'
import type { Pair } from './pairs.ts'
import type { Members } from './use-members.ts'

interface TeamListProps {
  access: ReviewAccess
  members: Members
  pairs: readonly Pair[]
  /** The lead and the school lead see who has not read the protocol or declared yet. */
  leads: boolean
}

/** Who is on the team: what each brings, and with whom they go round. */
export function TeamList({ access, members, pairs, leads }: TeamListProps) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const people = useRecords(personRecord, ['trust']).rows
  const jobOf = (person: string) => people.find((p) => p.person === person)?.job
  const team = teamOf(access)
  return (
    <Section title="Who is on it" lead={sayCount(team.length, 'person', 'people')}>
      {leads ? <NotYet team={team} members={members} /> : null}
      <div>
        <CardList label="The review team">
          {team.map((person) => (
            <IndexCard
              key={person}
              title={nameOf(person)}
              meta={[jobOf(person), ...pairsWith(person, pairs, nameOf)]}
              chips={
                <>
                  {person === access.lead ? <Badge>Leads the review</Badge> : null}
                  {person === me.person ? <Badge icon={IconUser}>You</Badge> : null}
                  {leads ? <Declared member={members.of(person)} /> : null}
                </>
              }
            >
              {sayMember(members.of(person), leads)}
            </IndexCard>
          ))}
        </CardList>
      </div>
    </Section>
  )
}

function pairsWith(person: string, pairs: readonly Pair[], nameOf: (person: string) => string) {
  return pairs
    .filter(({ people }) => people.includes(person))
    .map(({ label, people, slots }) => {
      const others = people.filter((one) => one !== person).map(nameOf)
      const whom = others.length === 0 ? 'alone' : `with ${sayList(others)}`
      return `${label}: ${whom}, ${sayCount(slots, 'session')}`
    })
}

function sayMember(member: Member | undefined, leads: boolean): string {
  const brings = member?.strengths
    ? `Brings: ${member.strengths}`
    : 'Has not said yet what they bring.'
  const tie = leads && member?.conflict === 'declared' ? member.conflictText : ''
  return tie === '' ? brings : `${brings}\nConflict of interest: ${tie}`
}

function Declared({ member }: { member: Member | undefined }) {
  return (
    <>
      {typeof member?.readProtocolAt === 'number' ? (
        <Badge tone="ok">Protocol read</Badge>
      ) : (
        <Badge>Protocol not read yet</Badge>
      )}
      {member?.conflict === 'none' ? <Badge tone="ok">No conflict</Badge> : null}
      {member?.conflict === 'declared' ? <Badge tone="warn">Conflict declared</Badge> : null}
      {member?.conflict ? null : <Badge>Conflict not said yet</Badge>}
    </>
  )
}

/** Names, so that somebody can be asked; nobody is held back by it. */
function NotYet({ team, members }: { team: readonly string[]; members: Members }) {
  const nameOf = usePeople()
  const late = team.filter((person) => {
    const member = members.of(person)
    return typeof member?.readProtocolAt !== 'number' || !member.conflict
  })
  if (!members.ready) return null
  if (late.length === 0)
    return (
      <Notice tone="ok" live={false} title="Everybody has read the protocol and declared">
        As far as this device has heard.
      </Notice>
    )
  return (
    <Notice tone="info" live={false} title={`Not yet: ${sayList(late.map(nameOf))}`}>
      Ask them to open this page, read how we review and say whether there is a conflict of
      interest. It works with no signal too.
    </Notice>
  )
}
