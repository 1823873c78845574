import { LinkButton } from '../../../ui/button.tsx'
import { IconLock } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'

/** For those who may read the pack but are not on the team: the school's head, and CEO or EHT before the day. */
export function NotOnTeam({ access, school }: ReviewHere) {
  return (
    <Page
      title="Notes are the team’s"
      lead={school}
      back={{ to: paths.pack(access.id), label: 'The pack' }}
    >
      <EmptyState
        icon={IconLock}
        title="You are not on this review team"
        action={
          <LinkButton tone="primary" to={paths.pack(access.id)}>
            Open the pack
          </LinkButton>
        }
      >
        <p>
          Reviewers take notes and agree the answers. Only they read the notes, until they are left
          with the school. To take part, ask whoever planned the review to put you on the team.
        </p>
      </EmptyState>
    </Page>
  )
}
