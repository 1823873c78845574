import { headOfSchool } from '../../../domain/access/held.ts'
import { mayPlan, teamFaults } from '../../../domain/peer-review/planning.ts'
import { useDesk } from '../../../store/react.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import { ChangeTeam } from './change-team.tsx'
import { MyLine } from './my-line.tsx'
import { pairsOf } from './pairs.ts'
import { TeamList } from './team-list.tsx'
import { useMembers } from './use-members.ts'

export default function PeopleScreen() {
  return <ReviewGate>{(here) => <Team {...here} />}</ReviewGate>
}

/** The team: who is on it, what each brings, and how they have agreed to review. */
function Team({ access, pack, mine, school }: ReviewHere) {
  const { me } = useDesk()
  const members = useMembers(access.id)
  const leads = access.lead === me.person || mayPlan(me, access.urn)
  if (!members.ready) return <LoadingState label="Opening the team" />
  return (
    <Page title="Team" lead={school} back={{ to: paths.pack(access.id), label: school }}>
      {mine ? <MyLine members={members} school={school} /> : null}
      <OfTheTeam access={access} />
      <TeamList access={access} members={members} pairs={pack ? pairsOf(pack) : []} leads={leads} />
      <ChangeTeam access={access} />
    </Page>
  )
}

/** What stands out about the team, for all who are on it. */
function OfTheTeam({ access }: Pick<ReviewHere, 'access'>) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const head = headOfSchool(me, access.urn)
  const faults = teamFaults({ lead: access.lead, reviewers: teamOf(access) }, head)
  return (
    <>
      {head !== null && faults.includes('head-not-on-team') ? (
        <Notice tone="info" live={false} title={`${nameOf(head)} is not on the team`}>
          The school’s head is usually part of it. Whoever planned the review can put that right.
        </Notice>
      ) : null}
      {faults.includes('not-about-six') ? (
        <Notice tone="info" live={false} title="The team is not about six">
          {access.teamReason ? `The reason: ${access.teamReason}` : 'No reason was kept.'}
        </Notice>
      ) : null}
    </>
  )
}
