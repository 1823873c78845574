import { useState } from 'react'
import { mayGive } from '../../domain/access/admin.ts'
import { judgeRoles, placeFits } from '../../domain/people-admin.ts'
import { roleName } from '../../domain/role-names.ts'
import { type Role, type RoleAssignment, ROLES } from '../../domain/roles.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { PickOne } from '../../ui/pick-one.tsx'
import type { School } from './answers.ts'
import { Fault } from './words.tsx'
import styles from './people-admin.module.css'

/** What stands for the whole trust in the picker; no school has it. */
const TRUST = 'trust'
const DATE = /^\d{4}-\d{2}-\d{2}$/

interface Place {
  readonly value: string
  readonly label: string
  readonly urn: string | null
}

interface RoleFieldsProps {
  schools: readonly School[]
  onAdd: (role: RoleAssignment) => void
}

/** One more role: which, where, from when until when. */
export function RoleFields({ schools, onAdd }: RoleFieldsProps) {
  const { me } = useDesk()
  const [role, setRole] = useState<Role | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [from, setFrom] = useState<string>(me.today)
  const [to, setTo] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const places: readonly Place[] = [
    { value: TRUST, label: 'The whole trust', urn: null },
    ...schools.map(({ urn, name }) => ({ value: urn, label: name, urn })),
  ]
  const mayAt = (one: Role, urn: string | null) => placeFits(one, urn) && mayGive(me, one, urn)
  const roles = ROLES.filter((one) => places.some(({ urn }) => mayAt(one, urn)))
  const fitting = places.filter(({ urn }) => role === null || mayAt(role, urn))
  const chosen = fitting.length === 1 ? fitting[0] : fitting.find(({ value }) => value === place)
  const add = () => {
    if (role === null || !chosen) return setSaid('Pick a role and where it is held.')
    if (!DATE.test(from) || (to !== '' && !DATE.test(to)))
      return setSaid('Give the dates as dd/mm/yyyy.')
    const held = { role, urn: chosen.urn, from, to: to === '' ? null : to }
    const fault = judgeRoles(me, [held])
    if (fault) return setSaid(fault)
    onAdd(held)
    setSaid(null)
    setRole(null)
    setPlace(null)
    setTo('')
  }
  return (
    <div className={styles.role}>
      <PickOne
        label="Role"
        options={roles.map((value) => ({ value, label: roleName(value) }))}
        value={role}
        onChange={setRole}
      />
      <PickOne
        label="Where"
        options={fitting.map(({ value, label }) => ({ value, label }))}
        value={chosen?.value ?? null}
        onChange={setPlace}
      />
      <DateLine label="From" value={from} onChange={setFrom} />
      <DateLine label="Last day" hint="Leave empty while it is held" value={to} onChange={setTo} />
      {said !== null && said.includes(' ') ? <p role="alert">{said}</p> : <Fault fault={said} />}
      <div>
        <Button icon={IconPlus} onClick={add}>
          Add this role
        </Button>
      </div>
    </div>
  )
}
