import { type Paper, type PaperItem } from '../../../domain/qla/paper.ts'
import { type ValidityFault, validityOf } from '../../../domain/qla/validity.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { count } from '../words.ts'
import { useQlaSettings } from './use-library.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

function say(fault: ValidityFault): string {
  switch (fault.kind) {
    case 'years-unsaid':
      return `${count(fault.questions, 'question does', 'questions do')} not say which year’s content it is: give each its year.`
    case 'demand-unsaid':
      return `${count(fault.questions, 'question does', 'questions do')} not say how demanding it is: give each WT, EX or GD.`
    case 'earlier':
      return `${percent(fault.share)} is from earlier years: at least 25% must be.`
    case 'expected':
      return `${percent(fault.share)} is at expected: it must be half.`
    case 'no-working-towards':
      return 'No question is at working towards: put some in.'
    case 'no-greater-depth':
      return 'No question is at greater depth: put some in.'
  }
}

/** Whether a spiral paper mixes the years and the demands as it must (C29). */
export function ValidityPart({ paper, items }: { paper: Paper; items: readonly PaperItem[] }) {
  const { validity: basis } = useQlaSettings()
  if (paper.yearGroup === null)
    return (
      <Notice tone="warn" live={false} title="Which year group sits it?">
        A spiral paper is checked against earlier years’ content: say above whose paper it is.
      </Notice>
    )
  const { faults } = validityOf(items, paper.yearGroup, basis)
  return (
    <Section
      title="Spiral paper"
      lead={`At least a quarter from earlier years, counted by ${basis === 'marks' ? 'marks' : 'objectives'}; in Years 7 to 9 half at expected, with some below and some above.`}
    >
      {faults.length === 0 ? (
        <Notice tone="ok" live={false} title="It meets both rules">
          Nothing is missing.
        </Notice>
      ) : (
        <Notice tone="warn" live={false} title="It does not meet the rules yet">
          <ul>
            {faults.map((fault) => (
              <li key={fault.kind}>{say(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  )
}
