import { isDay } from '../../../domain/checks/prompts.ts'
import { quartersBetween, quartersOf, readQuarters, visitNeeds } from '../../../domain/rep/hours.ts'
import { type RepVisit, repVisitRecord, VISIT_NOTE_LENGTH } from '../../../domain/rep/work.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { ClockLine } from '../../../ui/clock-line.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ParsedLine } from '../../../ui/parsed-line.tsx'
import { Section } from '../../../ui/section.tsx'
import styles from '../evidence/evidence.module.css'
import type { RepHere } from '../use-rep.ts'

interface VisitTimeProps {
  here: RepHere
  visit: RepVisit
  /** yyyy-mm-dd */
  today: string
}

const sayQuarters = (quarters: number): string => (quarters === 0 ? '' : String(quarters / 4))

/** From when to when, the hours that count, and what goes on to the next visit. */
export function VisitTime({ here, visit, today }: VisitTimeProps) {
  const change = (fields: Partial<RepVisit>) =>
    void here.workDoc.change(repVisitRecord, visit.id, fields)
  const needs = visitNeeds(visit, today)
  const early = visit.nextVisit !== '' && visit.nextVisit <= visit.date
  return (
    <>
      <Section title="Hours" lead="In quarters of an hour: from the times, or as you say.">
        <div className={styles.lines}>
          <ClockLine label="From" value={visit.start} onChange={(start) => change({ start })} />
          <ClockLine label="To" value={visit.end} onChange={(end) => change({ end })} />
          <ParsedLine
            label="Hours that count"
            hint={
              visit.quarters === null && quartersBetween(visit.start, visit.end) !== null
                ? 'From the times. Write over it to say otherwise.'
                : 'For example, 3.5'
            }
            short
            inputMode="decimal"
            value={quartersOf(visit)}
            say={sayQuarters}
            read={(typed) => {
              const found = readQuarters(typed)
              return found.ok ? { ok: true, value: found.value ?? 0 } : found
            }}
            onChange={(quarters) => change({ quarters: quarters === 0 ? null : quarters })}
          />
        </div>
        {needs.length > 0 ? (
          <Notice tone="info" live={false} title="Before the hours count">
            {needs.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </Notice>
        ) : null}
      </Section>
      <Section title="Before you leave">
        <BigText
          label="What I promise to do before next time"
          minRows={2}
          value={visit.promised}
          onChange={(promised) => change({ promised })}
        />
        <DateLine
          label="Next visit"
          value={visit.nextVisit}
          error={early ? 'The next visit comes after this one: put the day right.' : undefined}
          onChange={(typed) => {
            if (typed === '' || isDay(typed)) change({ nextVisit: typed })
          }}
        />
        <BigText
          label="Note, if there is more to say"
          hint={`Up to ${VISIT_NOTE_LENGTH} letters. What was seen stands with its item.`}
          minRows={2}
          value={visit.note}
          onChange={(note) => change({ note })}
        />
      </Section>
    </>
  )
}
