import type { ReviewAccess } from '../../../domain/access/facts.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IconUser, IconUsers } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../routing.ts'
import { teamOf, usePeople } from '../use-pack.ts'
import styles from './pack.module.css'

/** Who is on the team, and the DSL. */
export function PackTeam({ access, pack }: { access: ReviewAccess; pack: Pack | null }) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const people = useRecords(personRecord, ['trust']).rows
  const jobOf = (person: string) => people.find((p) => p.person === person)?.job ?? ''
  return (
    <Section
      title="Team"
      actions={
        <LinkButton to={paths.people(access.id)} icon={IconUsers}>
          Team and how we review
        </LinkButton>
      }
    >
      <ul className={styles.team}>
        {teamOf(access).map((person) => (
          <li key={person}>
            <span>
              <strong>{nameOf(person)}</strong>
              <span className={styles.soft}>{jobOf(person)}</span>
            </span>
            {person === access.lead ? <Badge>Leads the review</Badge> : null}
            {person === me.person ? <Badge icon={IconUser}>You</Badge> : null}
          </li>
        ))}
      </ul>
      {pack ? <Dsl pack={pack} /> : null}
      {access.blindFirst && !access.revealed ? (
        <p>Notes stay private to their writer until the keep-in-touch meeting.</p>
      ) : null}
    </Section>
  )
}

function Dsl({ pack }: { pack: Pack }) {
  const { dslName, dslRoom, dslPhone } = pack.review
  return (
    <KeyValue
      items={[
        {
          label: 'Designated safeguarding lead (DSL)',
          value: dslName || 'Not named: ask at the school office',
        },
        ...(dslRoom === '' ? [] : [{ label: 'DSL’s room', value: dslRoom }]),
        ...(dslPhone === ''
          ? []
          : [
              {
                label: 'DSL’s telephone',
                value: (
                  <a className={styles.phone} href={`tel:${dslPhone.replace(/[^\d+]/g, '')}`}>
                    {dslPhone}
                  </a>
                ),
              },
            ]),
      ]}
    />
  )
}
