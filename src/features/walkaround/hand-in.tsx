import type { Need } from '../../domain/checks/submit.ts'
import { Button } from '../../ui/button.tsx'
import { IconSend } from '../../ui/icons.ts'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { paths } from './routing.ts'
import type { RunHere } from './use-run.ts'
import styles from './walk.module.css'
import { sayCount } from './words.ts'

interface HandInProps {
  here: RunHere
  needs: readonly Need[]
  onHandIn: () => void
}

/** What is still missing, each with the way to it; without any, the walk may be handed in, with no signal too. */
export function HandIn({ here, needs, onHandIn }: HandInProps) {
  const { ref, run, submitted, writes } = here
  if (submitted)
    return (
      <Notice tone="ok" live={false} title="This walk is handed in">
        Its answers stand as they are. Its hazards go on as actions on the school’s list.
      </Notice>
    )
  if (!writes) return null
  const rest = needs.filter(({ kind }) => kind !== 'unanswered')
  const unanswered = run.template.sections.flatMap(({ id: section, title }) => {
    const n = needs.filter((need) => need.kind === 'unanswered' && need.section === section).length
    return n === 0 ? [] : [{ section, title, n }]
  })
  if (needs.length > 0)
    return (
      <Section
        title="Still missing"
        lead={`It cannot be handed in yet: ${sayCount(needs.length, 'thing')} to do.`}
      >
        <ul className={styles.needs} aria-label="Still missing">
          {unanswered.map(({ section, title, n }) => (
            <li key={section}>
              <Link to={paths.zone(ref, section)}>
                {title}: {sayCount(n, 'question')} not answered yet.
              </Link>
            </li>
          ))}
          {rest.map(({ kind, section, prompt, defect, words }) => (
            <li key={`${kind} ${prompt} ${defect ?? ''}`}>
              <Link to={defect === null ? paths.zone(ref, section) : paths.hazard(ref, defect)}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    )
  return (
    <Section title="Hand in" lead="Afterwards nothing in it changes. It works with no signal too.">
      <Button tone="primary" icon={IconSend} onClick={onHandIn}>
        Hand in this walk
      </Button>
    </Section>
  )
}
