import { useState } from 'react'
import { z } from 'zod'
import { mayAdminister, mayInvite } from '../../domain/access/admin.ts'
import type { RoleAssignment } from '../../domain/roles.ts'
import { faultIn } from '../../store/ask-relay.ts'
import { useDesk, useWatched } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { IconLock, IconSend } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { sentSchema, type Sent, useAct, useSchools } from './answers.ts'
import { RoleFields } from './role-fields.tsx'
import { SentLink } from './sent-link.tsx'
import { Fault, sayRole } from './words.tsx'
import styles from './people-admin.module.css'

const back = { to: '/people', label: 'People' }

const formSchema = z.object({
  name: z.string().trim().min(1, 'Give their name.').max(120, 'Keep it under 120 characters.'),
  job: z.string().trim().min(1, 'Give their job.').max(120, 'Keep it under 120 characters.'),
  email: z.union([z.literal(''), z.email('This is not an e-mail address.')]),
})

/** Somebody new: who, as what, and then a link that is theirs alone. */
export default function InviteScreen() {
  const { me } = useDesk()
  const [sent, setSent] = useState<Sent | null>(null)
  if (!mayInvite(me)) return <NotYours />
  if (sent === null) return <Plan onSent={setSent} />
  return (
    <Page key="sent" title="The invitation is made" back={back}>
      <SentLink sent={sent} />
      <div className={styles.acts}>
        <LinkButton tone="primary" to="/people">
          Back to People
        </LinkButton>
        <Button onClick={() => setSent(null)}>Invite somebody else</Button>
      </div>
    </Page>
  )
}

function Plan({ onSent }: { onSent: (sent: Sent) => void }) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  const { schools, nameOf } = useSchools()
  const act = useAct()
  const [roles, setRoles] = useState<readonly RoleAssignment[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [noRole, setNoRole] = useState(false)
  const mine = mayAdminister(me) ? schools : schools.filter(({ urn }) => hasRoleAt(me.roles, urn))
  const send = async (who: z.infer<typeof formSchema>) => {
    setNoRole(roles.length === 0)
    if (roles.length === 0) return
    const answer = await act('/api/invitations', { method: 'POST', body: { ...who, roles } })
    const made = sentSchema.safeParse(answer.body)
    if (made.success) onSent(made.data)
    else setFault(faultIn(answer) ?? 'no-answer')
  }
  return (
    <Page
      title="Invite somebody"
      lead="They get a link, make a passkey on their own device, and are in."
      back={back}
    >
      {live ? null : (
        <Notice tone="info" title="No signal now">
          Inviting needs signal: the trust must know of it first.
        </Notice>
      )}
      <Section title="What they may do" lead="Roles decide what somebody opens and changes.">
        {roles.length === 0 ? null : (
          <ul className={styles.rows} aria-label="Roles">
            {roles.map((held) => (
              <li key={JSON.stringify(held)}>
                <span>{sayRole(held, nameOf)}</span>
                <Button onClick={() => setRoles(roles.filter((one) => one !== held))}>
                  Leave out
                </Button>
              </li>
            ))}
          </ul>
        )}
        <RoleFields schools={mine} onAdd={(held) => setRoles([...roles, held])} />
      </Section>
      <Section title="Who they are">
        <Form
          schema={formSchema}
          defaultValues={{ name: '', job: '', email: '' }}
          submit={{ label: 'Make the link', icon: IconSend }}
          onSubmit={send}
        >
          <TextField name="name" label="Name" />
          <TextField name="job" label="Job" hint="As people say it: Headteacher, Site manager" />
          <TextField
            name="email"
            label="E-mail at the trust, if they sign in with Google or Microsoft"
            type="email"
            inputMode="email"
          />
          {noRole ? (
            <Notice tone="warn" title="No role yet">
              Add at least one role above, then make the link.
            </Notice>
          ) : null}
          <Fault key={fault} fault={fault} />
        </Form>
      </Section>
    </Page>
  )
}

const hasRoleAt = (roles: readonly RoleAssignment[], urn: string) =>
  roles.some((held) => held.urn === urn)

function NotYours() {
  return (
    <Page title="Invite somebody" back={{ to: '/', label: 'Today' }}>
      <EmptyState
        icon={IconLock}
        title="Inviting is done by heads and the trust’s leaders"
        action={
          <LinkButton tone="primary" to="/">
            Go to Today
          </LinkButton>
        }
      >
        <p>Ask your head, the chief executive or the chief operations officer.</p>
      </EmptyState>
    </Page>
  )
}
