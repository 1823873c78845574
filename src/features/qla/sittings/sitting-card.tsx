import type { Progress } from '../../../domain/qla/progress.ts'
import { Badge } from '../../../ui/badge.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { IndexCard } from '../../../ui/index-card.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../paths.ts'
import { count } from '../words.ts'
import { nextStep } from './next-step.ts'
import type { ListedSitting } from './use-sittings.ts'

interface SittingCardProps {
  of: ListedSitting
  progress: Progress | null
  /** Names of school and teachers, as far as they are wanted. */
  who: readonly string[]
}

/** A paper that was sat: how far it is as of when, and the next step. */
export function SittingCard({ of, progress, who }: SittingCardProps) {
  const { at, paperName, className, on } = of
  const { label, to } = nextStep(progress)
  return (
    <IndexCard
      headingLevel={2}
      title={paperName}
      to={paths.sitting(at)}
      meta={[className, sayUkDate(on), ...who]}
      chips={progress ? <HowFar progress={progress} /> : undefined}
      actions={
        <LinkButton to={to(at)} aria-label={`${label}: ${className}`}>
          {label}
        </LinkButton>
      }
    />
  )
}

function HowFar({ progress }: { progress: Progress }) {
  const { marked, sat, stage, madeAt } = progress
  const whole = stage !== 'created'
  return (
    <>
      <Badge tone={whole ? 'ok' : 'neutral'}>
        {`${marked} of ${count(sat, 'pupil', 'pupils')} marked`}
      </Badge>
      {stage === 'grades_entered' ? <Badge tone="ok">Grades entered</Badge> : null}
      {whole ? null : <span>{`As of ${sayTime(madeAt, 'moment')}`}</span>}
    </>
  )
}
