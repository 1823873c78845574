import { roleName } from '../../domain/role-names.ts'
import type { RoleAssignment } from '../../domain/roles.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'

const FAULTS: Readonly<Record<string, readonly [title: string, next: string]>> = {
  'no-answer': [
    'No answer from the trust',
    'Rights are changed with signal only. Find some, then try again.',
  ],
  'signed-out': ['Your sign-in has ended', 'Sign in, then try again.'],
  'sign-in-again': [
    'Sign in once more for this',
    'What changes rights asks for a sign-in of the last 12 hours.',
  ],
  'not-allowed': [
    'You may not give or end this role',
    'The chief executive and the chief operations officer can. Heads give the roles of their own staff.',
  ],
  'no-such-person': ['This person is not in the list', 'Go back to People and look again.'],
  'no-such-invitation': ['This invitation is no longer open', 'Go back to People and look again.'],
  'link-used': ['This invitation has been used', 'They are in: look for them under People.'],
  'email-taken': [
    'Somebody here has this address already',
    'Look for them under People, or leave the address empty.',
  ],
  'last-administrator': [
    'Nobody would be left who may give roles',
    'Make somebody else chief executive or chief operations officer first.',
  ],
  'wrong-place': [
    'This role does not fit the place',
    'Some roles are held at one school, others for the whole trust.',
  ],
  'ends-before-it-begins': ['The role ends before it begins', 'Look at the two dates again.'],
  'too-many-tries': ['Too many changes in a short time', 'Wait a minute, then try again.'],
}

const OTHER = ['That did not work', 'Try again in a moment.'] as const

/** Why the trust said no, and what to do next. */
export function Fault({ fault }: { fault: string | null }) {
  if (fault === null) return null
  const [title, next] = FAULTS[fault] ?? OTHER
  const again = fault === 'sign-in-again' || fault === 'signed-out'
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        again ? (
          <LinkButton to={`/sign-in?back=${encodeURIComponent(location.pathname)}`}>
            Sign in
          </LinkButton>
        ) : undefined
      }
    >
      {next}
    </Notice>
  )
}

/** "Headteacher, Rookery Pond, from 01/09/2024 to 31/08/2025" */
export function sayRole(
  { role, urn, from, to }: RoleAssignment,
  nameOf: (urn: string) => string,
): string {
  const where = urn === null ? 'whole trust' : nameOf(urn)
  const until = to === null ? '' : ` to ${writeUkDate(to)}`
  return `${roleName(role)}, ${where}, from ${writeUkDate(from)}${until}`
}

const EVENTS: Readonly<Record<string, string>> = {
  'trust-made': 'Made the trust and became its first person',
  invited: 'Invited',
  'invited-again': 'Sent a link to sign in',
  'invitation-taken-back': 'Took the invitation back',
  joined: 'Came in on the invitation of',
  'roles-changed': 'Changed the roles',
  removed: 'Removed from the trust',
  'brought-back': 'Brought back',
  'sessions-ended': 'Ended every sign-in',
  'passkey-made': 'Made a passkey',
  'passkey-removed': 'Took a passkey away',
  'account-joined': 'Signed in with the account',
}

export const sayEvent = (what: string): string => EVENTS[what] ?? what
