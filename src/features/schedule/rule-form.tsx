import { useState } from 'react'
import type { TemplateVersion } from '../../domain/checks/template.ts'
import { templateVersionRecord } from '../../domain/checks/template.ts'
import { jobOfKind, VISIT_KINDS, type VisitKind } from '../../domain/schedule/kinds.ts'
import {
  PLACES,
  RHYTHMS,
  type Place,
  type Rhythm,
  type VisitRule,
} from '../../domain/schedule/rule.ts'
import { useRecords } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Counter } from '../../ui/counter.tsx'
import { DateLine } from '../../ui/date-line.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { usePeople } from './use-schools.ts'

export type RuleFields = Partial<VisitRule> & Pick<VisitRule, 'kind' | 'rhythm' | 'urn'>

export interface RuleFormProps {
  choose: readonly { urn: string; name: string }[]
  onKeep: (fields: RuleFields) => void
  onLeave: () => void
}

const PLACED: readonly Rhythm[] = ['monthly', 'half_termly', 'termly', 'times_a_year']
const options = <T extends string>(pairs: readonly (readonly [T, string, ...unknown[]])[]) =>
  pairs.map(([value, label]) => ({ value, label }))

/** The newest published version of each checklist of one job. */
function checklistsOf(versions: readonly TemplateVersion[], kind: VisitKind | null) {
  const job = kind === null ? null : jobOfKind(kind)
  const newest = new Map<string, TemplateVersion['body']>()
  for (const { body } of versions)
    if (body.job === job && (newest.get(body.key)?.version ?? 0) < body.version)
      newest.set(body.key, body)
  return [...newest.values()].map(({ key, name }) => ({ value: key, label: name }))
}

interface Draft {
  readonly kind: VisitKind | null
  readonly title: string
  readonly template: string
  readonly urn: string
  readonly rhythm: Rhythm | null
  readonly place: Place
  readonly every: number
  /** A whole date, of which the day and the month count. */
  readonly by: string
  readonly who: string
}

const dayOf = (by: string): string | undefined => /^\d{4}-(\d{2}-\d{2})$/.exec(by)?.[1]

const faultsOf = ({ kind, title, rhythm, by }: Draft) => ({
  ...(kind === null && { kind: 'Pick what kind of visit it is.' }),
  ...(kind === 'other' && title.trim() === '' && { title: 'Say what the visit is called.' }),
  ...(rhythm === null && { rhythm: 'Pick how often it comes.' }),
  ...(rhythm === 'yearly' && dayOf(by) === undefined && { by: 'Write the day, with any year.' }),
})
type Faults = Partial<Record<'kind' | 'title' | 'rhythm' | 'by', string>>

interface PartProps {
  draft: Draft
  faults: Faults
  onChange: (fields: Partial<Draft>) => void
}

/** Any other visit that comes again. */
export function RuleForm({ choose, onKeep, onLeave }: RuleFormProps) {
  const [draft, setDraft] = useState<Draft>({
    kind: null,
    title: '',
    template: '',
    urn: choose[0]?.urn ?? '',
    rhythm: null,
    place: 'middle',
    every: 3,
    by: '',
    who: '',
  })
  const [asked, setAsked] = useState(false)
  const faults: Faults = faultsOf(draft)
  const part = {
    draft,
    faults: asked ? faults : {},
    onChange: (fields: Partial<Draft>) => setDraft({ ...draft, ...fields }),
  }
  const keep = () => {
    setAsked(true)
    const { kind, rhythm, by, title, ...fields } = draft
    if (kind === null || rhythm === null || Object.keys(faults).length > 0) return
    const byDay = rhythm === 'yearly' ? dayOf(by) : undefined
    onKeep({
      ...fields,
      kind,
      rhythm,
      title: title.trim(),
      ...(byDay !== undefined && { byDay }),
    })
  }
  return (
    <Section title="Another visit">
      <WhatPart {...part} choose={choose} />
      <RhythmPart {...part} />
      <WhoPart {...part} />
      <Button tone="primary" onClick={keep}>
        Plan this visit
      </Button>{' '}
      <Button onClick={onLeave}>Leave it</Button>
    </Section>
  )
}

function WhatPart({ draft, faults, onChange, choose }: PartProps & Pick<RuleFormProps, 'choose'>) {
  const versions = useRecords(templateVersionRecord, ['templates']).rows
  const checklists = checklistsOf(versions, draft.kind)
  return (
    <>
      <PickOne
        label="Kind of visit"
        options={options(VISIT_KINDS)}
        value={draft.kind}
        error={faults.kind}
        onChange={(kind) => onChange({ kind, template: '' })}
      />
      <TextLine
        label="What you call it"
        hint="Leave it empty to use the name of its kind."
        value={draft.title}
        error={faults.title}
        onChange={(title) => onChange({ title })}
      />
      {checklists.length > 0 ? (
        <PickOne
          label="Checklist"
          empty="Any of its kind"
          options={checklists}
          value={draft.template === '' ? null : draft.template}
          onChange={(template) => onChange({ template: template ?? '' })}
        />
      ) : null}
      {choose.length > 1 ? (
        <PickOne
          label="Where"
          options={choose.map(({ urn, name }) => ({ value: urn || 'every', label: name }))}
          value={draft.urn || 'every'}
          onChange={(urn) => onChange({ urn: urn === null || urn === 'every' ? '' : urn })}
        />
      ) : null}
    </>
  )
}

function RhythmPart({ draft, faults, onChange }: PartProps) {
  const { rhythm, place, every, by } = draft
  const count = (value: number) => onChange({ every: value })
  return (
    <>
      <ChoiceChips
        label="How often"
        options={options(RHYTHMS)}
        value={rhythm}
        error={faults.rhythm}
        onChange={(picked) => onChange({ rhythm: picked })}
      />
      {rhythm !== null && PLACED.includes(rhythm) ? (
        <ChoiceChips
          label="When in it"
          options={options(PLACES)}
          value={place}
          clearable={false}
          onChange={(picked) => onChange({ place: picked ?? 'middle' })}
        />
      ) : null}
      {rhythm === 'every_weeks' ? (
        <Counter
          label="School weeks from one to the next"
          value={every}
          min={1}
          max={13}
          onChange={count}
        />
      ) : null}
      {rhythm === 'times_a_year' ? (
        <Counter label="Times a year" value={Math.min(every, 6)} min={1} max={6} onChange={count} />
      ) : null}
      {rhythm === 'yearly' ? (
        <DateLine
          label="By which day each year"
          value={by}
          error={faults.by}
          onChange={(date) => onChange({ by: date })}
        />
      ) : null}
    </>
  )
}

function WhoPart({ draft, onChange }: PartProps) {
  const { people } = usePeople()
  return (
    <PickOne
      label="Who makes it"
      empty="Nobody named yet"
      options={people.map(({ person, name, job }) => ({ value: person, label: `${name}, ${job}` }))}
      value={draft.who === '' ? null : draft.who}
      onChange={(who) => onChange({ who: who ?? '' })}
    />
  )
}
