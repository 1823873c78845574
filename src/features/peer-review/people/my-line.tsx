import { useDesk } from '../../../store/react.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconAlertTriangle, IconCheck } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import type { Members } from './use-members.ts'
import styles from './people.module.css'

const LINE = 300

/** How a review is done, in the team's own words. */
const PROTOCOL: readonly (readonly [point: string, meaning: string])[] = [
  ['Confidential', 'What we find stays with the team; only the agreed letter goes further.'],
  ['From evidence', 'We write what we saw, heard or read, within the agreed focus.'],
  ['Done with, not to', 'The school is part of the team at every step.'],
  ['No grades', 'We do not score, rank or compare, neither a school nor a person.'],
  ['Strategies are not given', 'We bring questions and findings; the school finds its own way.'],
  ['Leave the school better off', 'Everything we do should help the people who work there.'],
]

/** My own line of the team: only I write it. */
export function MyLine({ members, school }: { members: Members; school: string }) {
  const { me, now } = useDesk()
  const own = members.of(me.person)
  const { readOnly } = members
  const conflict = own?.conflict ?? null
  return (
    <Section title="You on this review" lead="Kept as you type; the team can read it.">
      <TextLine
        label="What I bring"
        hint="For example: early reading, a small school, timetabling."
        value={own?.strengths ?? ''}
        readOnly={readOnly}
        onChange={(text) => members.say({ strengths: text.slice(0, LINE) })}
      />
      <div className={styles.protocol}>
        <h3>How we review</h3>
        <ul>
          {PROTOCOL.map(([point, meaning]) => (
            <li key={point}>
              <strong>{point}.</strong> {meaning}
            </li>
          ))}
        </ul>
      </div>
      <CheckLine
        label="I have read how we review, and will keep to it"
        hint={own?.readProtocolAt ? `Since ${sayTime(own.readProtocolAt, 'moment')}` : undefined}
        checked={typeof own?.readProtocolAt === 'number'}
        disabled={readOnly}
        onChange={(read) => members.say({ readProtocolAt: read ? now() : null })}
      />
      <ChoiceChips
        label="Conflict of interest"
        hint={`For example, a relative who works or learns at ${school}.`}
        options={[
          { value: 'none', label: 'None', icon: IconCheck, disabled: readOnly },
          {
            value: 'declared',
            label: 'I declare one',
            icon: IconAlertTriangle,
            disabled: readOnly,
          },
        ]}
        value={conflict}
        onChange={(said) => members.say({ conflict: said })}
      />
      {conflict === 'declared' ? (
        <TextLine
          label="What it is"
          hint="One line, without names. The lead settles with you what you do on the day."
          value={own?.conflictText ?? ''}
          readOnly={readOnly}
          onChange={(text) => members.say({ conflictText: text.slice(0, LINE) })}
        />
      ) : null}
    </Section>
  )
}
