import { useEffect, useState } from 'react'
import { z } from 'zod'
import { PHASES, type SetUp, setUpSchema } from '../../domain/people-admin.ts'
import { askRelay, faultIn } from '../../store/ask-relay.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField, PickField, TextField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { IconKey, IconPlus } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { Steps } from '../../ui/steps.tsx'
import { Fault } from './faults.tsx'
import { makePasskey } from './passkey.ts'
import styles from './sign-in.module.css'
import { type Enter, enterWith } from './ways-in.tsx'

const line = (say: string) =>
  z.string().trim().min(1, say).max(120, 'Keep it under 120 characters.')

const trustFormSchema = z.object({
  trust: line('Give the name of the trust.'),
  name: line('Give your name.'),
  job: line('Give your job.'),
  role: z.enum(['CEO', 'COO'], 'Choose your role.'),
})
type TrustForm = z.infer<typeof trustFormSchema>

const schoolFormSchema = z.object({
  name: line('Give the name of the school.'),
  urn: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'The unique reference number (URN) has 6 digits.'),
  phase: z.enum(PHASES, 'Pick the phase.'),
})
type School = SetUp['schools'][number]

const STEPS = ['Your trust and you', 'Your schools', 'Your passkey']

interface SetUpPageProps {
  code: string
  enter: Enter
}

/** The trust's first person, by the link that the relay printed on its console. */
export function SetUpPage({ code, enter }: SetUpPageProps) {
  const [opened, setOpened] = useState<'asking' | 'open' | { readonly fault: string }>('asking')
  const [you, setYou] = useState<TrustForm | null>(null)
  const [schools, setSchools] = useState<readonly School[]>([])
  const [done, setDone] = useState(false)
  useEffect(() => {
    void askRelay('/api/set-up/look', { method: 'POST', body: { code } }).then((answer) => {
      const fault = faultIn(answer)
      setOpened(fault === null ? 'open' : { fault })
    })
  }, [code])
  if (opened === 'asking') return <LoadingState label="Opening the set-up" />
  if (opened !== 'open')
    return (
      <Page title="Set up your trust" standalone>
        <Fault fault={opened.fault} />
        <p>A link works once and for 24 hours. Start the relay again: it prints a new one.</p>
      </Page>
    )
  const at = you === null ? 0 : done ? 2 : 1
  return (
    <Page key={at} title="Set up your trust" standalone>
      <Steps
        label="Set-up"
        direction="across"
        steps={STEPS.map((label, index) => ({
          id: label,
          label,
          state: index < at ? 'done' : index === at ? 'current' : 'todo',
        }))}
      />
      {you === null ? <You onDone={setYou} /> : null}
      {you !== null && !done ? (
        <Schools
          schools={schools}
          onAdd={(school) => setSchools((had) => [...had, school])}
          onDone={() => setDone(true)}
        />
      ) : null}
      {you !== null && done ? (
        <First code={code} enter={enter} you={you} schools={schools} />
      ) : null}
    </Page>
  )
}

function You({ onDone }: { onDone: (you: TrustForm) => void }) {
  return (
    <Form
      schema={trustFormSchema}
      defaultValues={{ trust: '', name: '', job: '' }}
      submit={{ label: 'Go on to your schools' }}
      onSubmit={onDone}
    >
      <TextField name="trust" label="Name of the trust" />
      <TextField name="name" label="Your name" autoComplete="name" />
      <TextField name="job" label="Your job" hint="As people say it: Chief Operations Officer" />
      <ChoiceField
        name="role"
        label="Your role"
        hint="Both invite people and give roles. You can end this role once somebody else has one."
        options={[
          { value: 'CEO', label: 'Chief Executive' },
          { value: 'COO', label: 'Chief Operations Officer' },
        ]}
      />
    </Form>
  )
}

interface SchoolsProps {
  schools: readonly School[]
  onAdd: (school: School) => void
  onDone: () => void
}

function Schools({ schools, onAdd, onDone }: SchoolsProps) {
  const taken = (urn: string) => schools.some((school) => school.urn === urn)
  const schema = schoolFormSchema.refine(({ urn }) => !taken(urn), {
    path: ['urn'],
    message: 'This school is in the list already.',
  })
  return (
    <>
      {schools.length === 0 ? null : (
        <Section title="Schools so far">
          <ul className={styles.rows}>
            {schools.map(({ urn, name, phase }) => (
              <li key={urn}>
                <span>
                  <strong>{name}</strong>
                  <span className={styles.soft}>
                    URN {urn} · {phase}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          <div>
            <Button tone="primary" onClick={onDone}>
              These are all: go on
            </Button>
          </div>
        </Section>
      )}
      <Section title={schools.length === 0 ? 'The first school' : 'Another school'}>
        <Form
          key={schools.length}
          schema={schema}
          defaultValues={{ name: '', urn: '' }}
          submit={{
            label: 'Add the school',
            icon: IconPlus,
            tone: schools.length === 0 ? 'primary' : 'quiet',
          }}
          onSubmit={onAdd}
        >
          <TextField name="name" label="Name of the school" />
          <TextField
            name="urn"
            label="Unique reference number (URN)"
            hint="6 digits, as on Get Information about Schools"
            inputMode="numeric"
            short
          />
          <PickField
            name="phase"
            label="Phase"
            options={PHASES.map((phase) => ({ value: phase, label: phase }))}
          />
        </Form>
      </Section>
    </>
  )
}

interface FirstProps {
  code: string
  enter: Enter
  you: TrustForm
  schools: readonly School[]
}

function First({ code, enter, you, schools }: FirstProps) {
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { trust, name, job, role } = you
  const make = async () => {
    setBusy(true)
    setFault(null)
    const made = await makePasskey('/api/set-up/options', { code, name })
    const plan = setUpSchema.parse({ trust, schools, person: { name, job, role } })
    const body = { code, plan, passkey: made.ok ? made.response : null }
    if (!made.ok) setFault(made.fault)
    else await enterWith(enter, '/api/set-up/finish', body, setFault)
    setBusy(false)
  }
  return (
    <>
      <Fault key={fault} fault={fault} />
      <p>
        {trust} with {schools.length} {schools.length === 1 ? 'school' : 'schools'}, and {name} as
        its first person. Your device keeps a passkey for you and opens it as you open the device:
        face, finger or screen lock. There is no password.
      </p>
      <div className={styles.buttons}>
        <Button tone="primary" wide icon={IconKey} busy={busy} onClick={() => void make()}>
          Make a passkey and go in
        </Button>
      </div>
    </>
  )
}
