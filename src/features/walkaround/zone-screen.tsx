import { countAnswers, sayCounts } from '../../domain/checks/counts.ts'
import { valuesOf } from '../../domain/checks/answers.ts'
import { shownSections } from '../../domain/checks/shown.ts'
import type { Prompt } from '../../domain/checks/template.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { HoldButton } from '../../ui/hold-button.tsx'
import { IconArrowRight, IconCheck } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { PromptCard } from './prompt-card.tsx'
import { paths, useZoneParam } from './routing.ts'
import { RunGate } from './run-gate.tsx'
import type { RunHere } from './use-run.ts'
import { useWalk } from './use-walk.ts'
import styles from './walk.module.css'
import { sayCount } from './words.ts'

export default function ZoneScreen() {
  const zone = useZoneParam()
  return <RunGate>{(here) => <Zone key={zone} here={here} zone={zone} />}</RunGate>
}

/** One page a zone: all pass by one long press, then the exceptions. */
function Zone({ here, zone }: { here: RunHere; zone: string }) {
  const { ref, run, answers, writes } = here
  const walk = useWalk(here)
  const zones = shownSections(run.template, valuesOf(answers)).filter((s) => s.prompts.length > 0)
  const at = zones.findIndex(({ id }) => id === zone)
  const section = zones[at]
  const next = zones[at + 1]
  const back = { to: paths.run(ref), label: run.template.name }
  if (!section)
    return (
      <Page title="No such zone" back={back}>
        <EmptyState
          title="This checklist has no such zone"
          action={<LinkButton to={paths.run(ref)}>See its zones</LinkButton>}
        >
          <p>The version that this walk was started with has other zones.</p>
        </EmptyState>
      </Page>
    )
  const open = section.prompts.filter((prompt) => isOpen(here, prompt))
  return (
    <Page
      title={section.title}
      lead={`Zone ${at + 1} of ${zones.length}. ${sayCounts(countAnswers(run.template, answers, zone))}.`}
      back={back}
    >
      {writes && open.length > 0 ? (
        <HoldButton
          icon={IconCheck}
          question={`Pass for ${sayCount(open.length, 'question')}?`}
          yes="Yes, all pass"
          onHeld={() => {
            for (const prompt of open) walk.answer(prompt, 'pass')
          }}
        >
          {open.length === section.prompts.length
            ? 'All pass here'
            : `All pass for the ${open.length} still open`}
        </HoldButton>
      ) : null}
      <ul className={styles.prompts}>
        {section.prompts.map((prompt) => (
          <PromptCard key={prompt.id} here={here} walk={walk} prompt={prompt} />
        ))}
      </ul>
      <ActionBar>
        <LinkButton to={paths.run(ref)}>Zones</LinkButton>
        <LinkButton
          tone="primary"
          icon={IconArrowRight}
          to={next ? paths.zone(ref, next.id) : paths.finish(ref)}
        >
          {next ? `Next: ${next.title}` : 'Finish'}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}

/** Pass is only put where nobody has said anything. */
const isOpen = ({ answers }: RunHere, { id, kind }: Prompt): boolean =>
  kind === 'check' && (answers.get(id)?.said.length ?? 0) === 0
