import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { settled } from '../../../domain/choice.ts'
import { type PackNote, packHtml } from '../../../domain/hand-over/pack-html.ts'
import { answerOf, pointsOf } from '../../../domain/peer-review/agreement.ts'
import { liveQuestions } from '../../../domain/peer-review/evidence.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import { type Pack, slotOf } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconDownload } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayTime } from '../../../ui/uk-time.ts'
import { useAnswers } from '../answers/use-answers.ts'
import { useTeamNotes } from '../use-notes.ts'
import { usePeople } from '../use-pack.ts'

type What = 'answers' | 'notes' | 'names'

const CHOICES: readonly { value: What; label: string }[] = [
  { value: 'answers', label: 'The agreed answers' },
  { value: 'notes', label: 'The answers, and the notes without names' },
  { value: 'names', label: 'The answers, and the notes with reviewers’ names' },
]

/** What the school keeps, as one page that opens in any browser without an account. */
export function SchoolPack({ access, pack }: { access: ReviewAccess; pack: Pack }) {
  const { now } = useDesk()
  const [what, setWhat] = useState<What>('answers')
  const nameOf = usePeople()
  const notes = useTeamNotes(access).rows
  const { answers, points } = useAnswers(access.id)
  const noteOf = (note: Note): PackNote => ({
    by: what === 'names' ? nameOf(note.by) : null,
    when: sayTime(note.madeAt, 'clock'),
    place: note.place || (slotOf(pack, note.slot)?.title ?? ''),
    text: note.text,
  })
  const kept = what === 'answers' ? [] : [...notes].sort((a, b) => a.madeAt - b.madeAt)
  const questions = liveQuestions(pack.questions)
  const filed = (note: Note) => questions.some(({ id }) => id === settled(note.question))
  const make = () =>
    packHtml({
      school: pack.review.schoolName,
      date: sayUkDate(access.date) ?? access.date,
      focus: pack.review.focus,
      madeOn: sayTime(now(), 'date'),
      questions: questions.map(({ id, n, text }) => {
        const ofKind = (kind: string) =>
          pointsOf(points, id).flatMap((point) => (point.kind === kind ? [point.text] : []))
        return {
          n,
          text,
          answer: answerOf(answers, id).answer?.text ?? '',
          strengths: ofKind('strength'),
          explore: ofKind('explore'),
          notes: kept.filter((note) => settled(note.question) === id).map(noteOf),
        }
      }),
      unfiled: kept.filter((note) => !filed(note)).map(noteOf),
    })
  return (
    <Section
      title="A pack for the school"
      lead="One page that opens in any browser, without an account or a network. Keep it where the school keeps its papers."
    >
      <PickOne
        label="What goes in"
        value={what}
        onChange={(value) =>
          setWhat(CHOICES.find((one) => one.value === value)?.value ?? 'answers')
        }
        options={CHOICES}
      />
      <div>
        <Button
          icon={IconDownload}
          onClick={() => saveFile(`peer-review-${access.date}.html`, 'text/html', make())}
        >
          Make the pack
        </Button>
      </div>
    </Section>
  )
}
