import { useState } from 'react'
import type { FoundEvidence, VisitNow } from '../../domain/schedule/occurrences.ts'
import { type EVIDENCE_KINDS, type VisitDraft, visitNeeds } from '../../domain/schedule/visit.ts'
import { useDesk } from '../../store/react.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'

const WAYS = [
  { value: 'done', label: 'It is done' },
  { value: 'moved', label: 'Move it' },
  { value: 'missed', label: 'It was missed' },
] as const
type Way = (typeof WAYS)[number]['value']
type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

const buttons: Readonly<Record<Way, string>> = {
  done: 'Mark as done',
  moved: 'Move the visit',
  missed: 'Mark as missed',
}

export interface SayVisitProps {
  visit: VisitNow
  evidence: readonly FoundEvidence[]
  onSay: (draft: VisitDraft) => void
}

/** What became of a visit. Done needs what shows it; moved and missed need a reason. */
export function SayVisit({ visit, evidence, onSay }: SayVisitProps) {
  const { me } = useDesk()
  const [way, setWay] = useState<Way | null>(null)
  const [date, setDate] = useState('')
  const [reason, setReason] = useState('')
  const runs = evidence.filter(({ urn, kind }) => urn === visit.urn && kind === '')
  const [kind, setKind] = useState<EvidenceKind>('words')
  const [shows, setShows] = useState('')
  const [asked, setAsked] = useState(false)
  const draft = (said: Way): VisitDraft => ({
    said,
    date: said === 'missed' ? '' : date,
    evidence: said === 'done' ? { kind, value: shows.trim() } : null,
    reason: said === 'done' ? '' : reason.trim(),
  })
  const needs = way === null ? [] : visitNeeds(draft(way), me.today)
  const keep = (said: Way) => {
    if (needs.length > 0) setAsked(true)
    else onSay(draft(said))
  }
  const pick = (picked: Way | null) => {
    setWay(picked)
    setAsked(false)
    setDate(picked === 'done' ? me.today : '')
  }
  return (
    <Section title="What became of it">
      <ChoiceChips label="This visit" options={WAYS} value={way} onChange={pick} />
      {way === 'done' || way === 'moved' ? (
        <DateLine
          label={way === 'done' ? 'On which day' : 'To which day'}
          value={date}
          onChange={setDate}
        />
      ) : null}
      {way === 'done' ? (
        <Shows
          runs={runs}
          kind={kind}
          value={shows}
          onKind={(picked) => {
            setKind(picked)
            setShows('')
          }}
          onChange={setShows}
        />
      ) : null}
      {way === 'moved' || way === 'missed' ? (
        <BigText label="Why" minRows={2} value={reason} onChange={setReason} />
      ) : null}
      {asked && needs.length > 0 ? (
        <Notice tone="stuck" title="Not kept yet">
          {needs.join(' ')}
        </Notice>
      ) : null}
      {way === null ? null : (
        <div>
          <Button tone="primary" onClick={() => keep(way)}>
            {buttons[way]}
          </Button>
        </div>
      )}
    </Section>
  )
}

interface ShowsProps {
  runs: readonly FoundEvidence[]
  kind: EvidenceKind
  value: string
  onKind: (kind: EvidenceKind) => void
  onChange: (value: string) => void
}

function Shows({ runs, kind, value, onKind, onChange }: ShowsProps) {
  const kinds = [
    { value: 'words' as const, label: 'In words' },
    { value: 'link' as const, label: 'A link' },
    ...(runs.length > 0 ? [{ value: 'run' as const, label: 'A finished checklist' }] : []),
  ]
  return (
    <>
      <ChoiceChips
        label="What shows it"
        options={kinds}
        value={kind}
        clearable={false}
        onChange={(picked) => onKind(picked ?? 'words')}
      />
      {kind === 'words' ? (
        <BigText
          key="words"
          label="What was done, and where it is kept"
          hint="For example: walked with the site manager; signed sheet in the office. No names of pupils."
          minRows={2}
          value={value}
          onChange={onChange}
        />
      ) : null}
      {kind === 'link' ? (
        <TextLine key="link" label="Address" type="url" value={value} onChange={onChange} />
      ) : null}
      {kind === 'run' ? (
        <PickOne
          label="Which checklist"
          options={runs.map(({ id, date }) => ({
            value: id,
            label: `Finished on ${writeUkDate(date)}`,
          }))}
          value={value === '' ? null : value}
          onChange={(picked) => onChange(picked ?? '')}
        />
      ) : null}
    </>
  )
}
