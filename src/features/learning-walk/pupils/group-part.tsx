import { settled } from '../../../domain/choice.ts'
import {
  type PupilGroup,
  pupilGroupRecord,
  pupilQuestionRecord,
} from '../../../domain/learning-walk/pupils.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { CountChoice } from '../count-choice.tsx'
import type { WalkHere } from '../use-walk.ts'
import { sayCount } from '../words.ts'
import { QuestionCard } from './question-card.tsx'
import styles from '../walk.module.css'

/** One group and the questions it was asked. */
export function GroupPart({ here, group }: { here: WalkHere; group: PupilGroup }) {
  const questions = here.questions.filter((question) => question.group === group.id)
  const pupils = settled(group.pupils)
  return (
    <Section title={group.group} lead={pupils === null ? undefined : sayCount(pupils, 'pupil')}>
      {here.writes ? (
        <CountChoice
          label="Pupils in this group"
          value={group.pupils}
          onChange={(n) => here.doc.change(pupilGroupRecord, group.id, { pupils: n })}
        />
      ) : null}
      <ol className={styles.list} aria-label={`Questions, ${group.group}`}>
        {questions.map((question, n) => (
          <li key={question.id}>
            <QuestionCard here={here} group={group} question={question} n={n + 1} />
          </li>
        ))}
      </ol>
      {here.writes ? (
        <div className={styles.buttons}>
          <Button
            icon={IconPlus}
            onClick={() =>
              here.add(pupilQuestionRecord, {
                n: (questions.at(-1)?.n ?? 0) + 1,
                group: group.id,
                text: '',
              })
            }
          >
            Add a question
          </Button>
        </div>
      ) : null}
    </Section>
  )
}
