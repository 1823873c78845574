import { useState } from 'react'
import type { Pupil } from '../../../domain/qla/classes.ts'
import {
  judgementRecord,
  moderationRecord,
  SAMPLE_RULES,
  type SampleRule,
} from '../../../domain/qla/moderation.ts'
import {
  drawSample,
  LAST_PRIMARY_YEAR,
  ruleFor,
  sampleSize,
} from '../../../domain/qla/moderation-rules.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayCount } from '../analysis/words.ts'
import { paths, useGo } from '../paths.ts'
import { years } from '../papers/years.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { chance } from './chance.ts'
import { useCohort } from './use-cohort.ts'

const rules = SAMPLE_RULES.map((value) => ({
  value,
  label: { '5': '5%', '10': '10%', over_10: 'Over 10%', external: 'Over 10%, and external' }[value],
}))

/** Which subject and year, what share the trust asks for, and the draw (C33, C34). */
export function DrawSample({ urns }: { urns: readonly string[] }) {
  const schoolOf = useSchoolNames()
  const [urn, setUrn] = useState<string | null>(urns[0] ?? null)
  const [subject, setSubject] = useState('')
  const [yearGroup, setYearGroup] = useState<string | null>(null)
  const [priority, setPriority] = useState(false)
  const [concern, setConcern] = useState(false)
  const [chosen, setChosen] = useState<SampleRule | null>(null)
  const year = yearGroup === null ? null : Number(yearGroup)
  const asked =
    year === null
      ? null
      : ruleFor({ subject, yearGroup: year, priorityYear: priority ? year : null, concern })
  const rule = chosen ?? (asked?.external === true ? 'external' : (asked?.rule ?? null))
  return (
    <>
      {urns.length > 1 ? (
        <PickOne
          label="School"
          options={urns.map((value) => ({ value, label: schoolOf(value) }))}
          value={urn}
          onChange={setUrn}
        />
      ) : null}
      <TextLine label="Subject" value={subject} onChange={setSubject} />
      <PickOne label="Year group" options={years} value={yearGroup} onChange={setYearGroup} />
      {/* Both are asked of secondary subjects alone. */}
      {year !== null && year > LAST_PRIMARY_YEAR ? (
        <>
          <CheckLine
            label="The trust’s one other priority year"
            hint="Besides Year 11"
            checked={priority}
            onChange={setPriority}
          />
          <CheckLine
            label="A trend of concern in this subject"
            hint="Over 10%, with marking from outside the trust where it can be had"
            checked={concern}
            onChange={setConcern}
          />
        </>
      ) : null}
      <ChoiceChips
        label="Share of the scripts"
        hint={
          year === null || subject.trim() === ''
            ? 'Give the subject and the year group: what the trust asks for is chosen then.'
            : asked === null
              ? 'The trust asks for no sample here. You may draw one all the same.'
              : 'What the trust asks for is chosen. You may take more.'
        }
        options={rules}
        value={rule}
        onChange={setChosen}
      />
      {urn !== null && year !== null && rule !== null && subject.trim() !== '' ? (
        <Draw key={`${urn} ${year}`} of={{ urn, subject: subject.trim(), yearGroup: year, rule }} />
      ) : null}
    </>
  )
}

interface ToDraw {
  readonly urn: string
  readonly subject: string
  readonly yearGroup: number
  readonly rule: SampleRule
}

/** The draw itself, out of the pupils of the class lists. */
function Draw({ of: { urn, subject, yearGroup, rule } }: { of: ToDraw }) {
  const { me, now } = useDesk()
  const go = useGo()
  const { year } = useMySchools()
  const document = useDocument(`moderation/${urn}/${year}`)
  const cohort = useCohort(urn, year, yearGroup)
  const size = sampleSize(cohort.length, rule)
  const draw = () => {
    const made = { by: me.person, madeAt: now() }
    const round = document.create(moderationRecord, {
      ...made,
      subject,
      yearGroup,
      cohort: cohort.length,
      rule,
      drawnOn: me.today,
      method: 'Random, some of each prior band',
      step: 'drawn',
    })
    if (round === null) return
    const drawn = drawSample(cohort, ({ prior }: Pupil) => prior, size, chance)
    for (const { localId } of drawn) document.create(judgementRecord, { ...made, round, localId })
    go(paths.round(urn, year, round))
  }
  if (cohort.length === 0)
    return <p>No pupil of this year group is in the class lists. Bring the class in first.</p>
  return (
    <Button tone="primary" disabled={!document.ready || document.readOnly} onClick={draw}>
      Draw {sayCount(size, 'script')} of {cohort.length}
    </Button>
  )
}
