import { useState } from 'react'
import { mayAdminister, mayGive } from '../../domain/access/admin.ts'
import { isoDate } from '../../domain/ids.ts'
import { whenHeld } from '../../domain/people-admin.ts'
import type { RoleAssignment } from '../../domain/roles.ts'
import { useDesk } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { type AdminPerson, useSchools } from './answers.ts'
import type { Change } from './person-screen.tsx'
import { RoleFields } from './role-fields.tsx'
import { sayRole } from './words.tsx'
import styles from './people-admin.module.css'

const DAY_MS = 86_400_000
const dayBefore = (date: string) =>
  isoDate(new Date(Date.parse(`${date}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10))

const SAID = { past: 'Over', now: 'Held now', later: 'To come' } as const

interface PersonRolesProps {
  person: AdminPerson
  change: Change
}

/** Roles with their days. One that has begun ends with yesterday; one that has not is taken out. */
export function PersonRoles({ person, change }: PersonRolesProps) {
  const { me } = useDesk()
  const { schools, nameOf } = useSchools()
  const [adding, setAdding] = useState(false)
  const put = (roles: readonly RoleAssignment[]) =>
    change('/roles', { method: 'PUT', body: { roles } })
  const end = (held: RoleAssignment) => {
    const last = dayBefore(me.today)
    const others = person.roles.filter((one) => one !== held)
    return put(held.from > last ? others : [...others, { ...held, to: last }])
  }
  const mine = mayAdminister(me)
    ? schools
    : schools.filter(({ urn }) => mayGive(me, 'Teacher', urn))
  return (
    <Section
      title="Roles"
      lead="They count from the first to the last day, at once on every device with signal."
      actions={adding ? undefined : <Button onClick={() => setAdding(true)}>Give a role</Button>}
    >
      {person.roles.length === 0 ? <p>No role: they open nothing.</p> : null}
      <ul className={styles.rows} aria-label="Roles">
        {person.roles.map((held) => {
          const when = whenHeld(held, me.today)
          return (
            <li key={JSON.stringify(held)}>
              <span>{sayRole(held, nameOf)}</span>
              <span className={styles.acts}>
                <Badge tone={when === 'now' ? 'ok' : 'neutral'}>{SAID[when]}</Badge>
                {when !== 'past' && mayGive(me, held.role, held.urn) ? (
                  <Button tone="danger" onClick={() => void end(held)}>
                    End it
                  </Button>
                ) : null}
              </span>
            </li>
          )
        })}
      </ul>
      {adding ? (
        <RoleFields
          schools={mine}
          onAdd={(held) => {
            setAdding(false)
            void put([...person.roles, held])
          }}
        />
      ) : null}
    </Section>
  )
}
