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

/** Any other visit that comes again. */
export function RuleForm({ choose, onKeep, onLeave }: RuleFormProps) {
  const { people } = usePeople()
  const versions = useRecords(templateVersionRecord, ['templates']).rows
  const [kind, setKind] = useState<VisitKind | null>(null)
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<string | null>(null)
  const [urn, setUrn] = useState(choose[0]?.urn ?? '')
  const [rhythm, setRhythm] = useState<Rhythm | null>(null)
  const [place, setPlace] = useState<Place>('middle')
  const [every, setEvery] = useState(3)
  const [by, setBy] = useState('')
  const [who, setWho] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const day = /^\d{4}-(\d{2}-\d{2})$/.exec(by)?.[1]
  const byFault =
    rhythm === 'yearly' && day === undefined ? 'Write the day, with any year.' : undefined
  const kindFault = kind === null ? 'Pick what kind of visit it is.' : undefined
  const rhythmFault = rhythm === null ? 'Pick how often it comes.' : undefined
  const titleFault =
    kind === 'other' && title.trim() === '' ? 'Say what the visit is called.' : undefined
  const keep = () => {
    setAsked(true)
    if (kind === null || rhythm === null || byFault || titleFault) return
    onKeep({
      kind,
      rhythm,
      urn,
      place,
      every,
      title: title.trim(),
      template: template ?? '',
      who: who ?? '',
      ...(rhythm === 'yearly' && day !== undefined && { byDay: day }),
    })
  }
  const said = (fault: string | undefined) => (asked ? fault : undefined)
  const checklists = checklistsOf(versions, kind)
  return (
    <Section title="Another visit">
      <PickOne
        label="Kind of visit"
        options={options(VISIT_KINDS)}
        value={kind}
        error={said(kindFault)}
        onChange={(picked) => {
          setKind(picked)
          setTemplate(null)
        }}
      />
      <TextLine
        label="What you call it"
        hint="Leave it empty to use the name of its kind."
        value={title}
        error={said(titleFault)}
        onChange={setTitle}
      />
      {checklists.length > 0 ? (
        <PickOne
          label="Checklist"
          empty="Any of its kind"
          options={checklists}
          value={template}
          onChange={setTemplate}
        />
      ) : null}
      {choose.length > 1 ? (
        <PickOne
          label="Where"
          options={choose.map(({ urn: value, name }) => ({ value: value || 'every', label: name }))}
          value={urn || 'every'}
          onChange={(picked) => setUrn(picked === null || picked === 'every' ? '' : picked)}
        />
      ) : null}
      <ChoiceChips
        label="How often"
        options={options(RHYTHMS)}
        value={rhythm}
        error={said(rhythmFault)}
        onChange={setRhythm}
      />
      {rhythm !== null && PLACED.includes(rhythm) ? (
        <ChoiceChips
          label="When in it"
          options={options(PLACES)}
          value={place}
          clearable={false}
          onChange={(picked) => setPlace(picked ?? 'middle')}
        />
      ) : null}
      {rhythm === 'every_weeks' ? (
        <Counter
          label="School weeks from one to the next"
          value={every}
          min={1}
          max={13}
          onChange={setEvery}
        />
      ) : null}
      {rhythm === 'times_a_year' ? (
        <Counter label="Times a year" value={every} min={1} max={6} onChange={setEvery} />
      ) : null}
      {rhythm === 'yearly' ? (
        <DateLine
          label="By which day each year"
          value={by}
          error={said(byFault)}
          onChange={setBy}
        />
      ) : null}
      <PickOne
        label="Who makes it"
        empty="Nobody named yet"
        options={people.map(({ person, name, job }) => ({
          value: person,
          label: `${name}, ${job}`,
        }))}
        value={who}
        onChange={setWho}
      />
      <Button tone="primary" onClick={keep}>
        Plan this visit
      </Button>{' '}
      <Button onClick={onLeave}>Leave it</Button>
    </Section>
  )
}
