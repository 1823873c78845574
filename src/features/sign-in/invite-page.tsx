import { useEffect, useState } from 'react'
import { z } from 'zod'
import { roleName } from '../../domain/role-names.ts'
import { type RoleAssignment, roleAssignmentSchema } from '../../domain/roles.ts'
import { askRelay, faultIn } from '../../store/ask-relay.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconKey } from '../../ui/icons.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { Fault } from './faults.tsx'
import { makePasskey } from './passkey.ts'
import { ProviderButtons } from './provider-buttons.tsx'
import styles from './sign-in.module.css'
import { type Enter, enterWith } from './ways-in.tsx'

const invitationSchema = z.object({
  name: z.string(),
  job: z.string(),
  roles: z.array(roleAssignmentSchema),
  /** It is for somebody who is there: another way to sign in. */
  again: z.boolean(),
  trust: z.string().nullable(),
  schools: z.array(z.object({ urn: z.string(), name: z.string() })),
})
type Invitation = z.infer<typeof invitationSchema>

interface InvitePageProps {
  code: string
  enter: Enter
  mayLeave: () => Promise<boolean>
  /** Outside the app's frame: nobody's work is open. */
  standalone: boolean
  fault: string | null
}

type Looked = Invitation | { readonly fault: string } | null

function useInvitation(code: string, turn: number): Looked {
  const [looked, setLooked] = useState<Looked>(null)
  useEffect(() => {
    let gone = false
    void askRelay('/api/invitations/look', { method: 'POST', body: { code } }).then((answer) => {
      if (gone) return
      const fault = faultIn(answer)
      const parsed = invitationSchema.safeParse(answer.body)
      setLooked(parsed.success ? parsed.data : { fault: fault ?? 'no-answer' })
    })
    return () => {
      gone = true
    }
  }, [code, turn])
  return looked
}

/** Somebody opens the link they were sent: who invites them as what, then a passkey. */
export function InvitePage(props: InvitePageProps) {
  const [turn, setTurn] = useState(0)
  const looked = useInvitation(props.code, turn)
  const { standalone } = props
  if (looked === null) return <LoadingState label="Opening your invitation" />
  if ('fault' in looked)
    return (
      <Page title="Your invitation" standalone={standalone}>
        <Fault fault={looked.fault} />
        <div className={styles.acts}>
          <Button tone="primary" onClick={() => setTurn((n) => n + 1)}>
            Try again
          </Button>
          <LinkButton to="/">Go to sign-in</LinkButton>
        </div>
      </Page>
    )
  return <Open {...props} invitation={looked} />
}

const sayRole = ({ role, urn, from, to }: RoleAssignment, schools: Invitation['schools']) => {
  const where =
    urn === null
      ? 'the whole trust'
      : (schools.find((school) => school.urn === urn)?.name ?? `school ${urn}`)
  const until = to === null ? '' : ` until ${sayUkDate(to) ?? to}`
  return `${roleName(role)}, ${where}, from ${sayUkDate(from) ?? from}${until}`
}

function Open(props: InvitePageProps & { invitation: Invitation }) {
  const { code, enter, mayLeave, standalone, invitation } = props
  const [fault, setFault] = useState(props.fault)
  const [busy, setBusy] = useState(false)
  const accept = async () => {
    setBusy(true)
    setFault(null)
    const made = await makePasskey('/api/invitations/options', { code })
    const body = { code, passkey: made.ok ? made.response : null }
    if (!made.ok) setFault(made.fault)
    else await enterWith(enter, '/api/invitations/accept', body, setFault)
    setBusy(false)
  }
  const { name, job, roles, again, trust, schools } = invitation
  return (
    <Page
      title={again ? `A new sign-in for ${name}` : `Welcome, ${name}`}
      lead={
        again
          ? 'Make a passkey on this device. Your work and your roles stay as they are.'
          : `You are invited to ${trust ?? 'your trust'}’s notebook for visits to its schools.`
      }
      standalone={standalone}
    >
      <Fault key={fault} fault={fault} />
      {again ? null : (
        <Section title="You are invited as">
          <KeyValue
            items={[
              { label: 'Job', value: job },
              ...roles.map((held) => ({ label: 'Role', value: sayRole(held, schools) })),
            ]}
          />
          <p>If this is not you, close this page and tell whoever sent it.</p>
        </Section>
      )}
      <Section
        title="Make your passkey"
        lead="Your device keeps it and opens it as you open the device: face, finger or screen lock. There is no password to remember."
      >
        <div className={styles.buttons}>
          <Button tone="primary" wide icon={IconKey} busy={busy} onClick={() => void accept()}>
            Make a passkey and go in
          </Button>
        </div>
        <ProviderButtons
          say={(provider) => `Use my ${provider} account instead`}
          query={{ invitation: code }}
          mayLeave={mayLeave}
          onStay={() => setFault('unsaved')}
        />
      </Section>
    </Page>
  )
}
