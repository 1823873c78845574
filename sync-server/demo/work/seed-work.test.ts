import { describe, expect, it } from 'vitest'
import {
  actionRecord,
  historyOf,
  actionChangeRecord,
  isOverdue,
  statusNeeds,
  statusOf,
} from '../../../src/domain/actions/action.ts'
import { joinAnswers } from '../../../src/domain/checks/answers.ts'
import { isOpen } from '../../../src/domain/checks/hazards.ts'
import { ragOf } from '../../../src/domain/checks/rating.ts'
import { answerRecord, defectRecord, runRecord } from '../../../src/domain/checks/run.ts'
import {
  finishNeeds,
  errorsOf,
  fixOf,
  maySayFixed,
  maySayVerified,
} from '../../../src/domain/checks/scr-errors.ts'
import { scrFixRecord, scrRowRecord, spotCheckRecord } from '../../../src/domain/checks/scr.ts'
import { signatureRecord } from '../../../src/domain/checks/signature.ts'
import { submitNeeds } from '../../../src/domain/checks/submit.ts'
import { templateVersionRecord } from '../../../src/domain/checks/template.ts'
import { parseDocumentName } from '../../../src/domain/documents.ts'
import { isoDate } from '../../../src/domain/ids.ts'
import { stopsIn } from '../../../src/domain/learning-walk/guards.ts'
import { shareNeeds, shareRecord } from '../../../src/domain/learning-walk/shared.ts'
import { notShared, stageOf, walkStepRecord } from '../../../src/domain/learning-walk/stages.ts'
import { themeRecord } from '../../../src/domain/learning-walk/themes.ts'
import { roomRecord } from '../../../src/domain/learning-walk/walk.ts'
import type { RecordType } from '../../../src/domain/record.ts'
import { occurrencesOf } from '../../../src/domain/schedule/occurrences.ts'
import { visitRuleRecord } from '../../../src/domain/schedule/rule.ts'
import { visitNeeds, visitRecord } from '../../../src/domain/schedule/visit.ts'
import { PEOPLE } from '../world.ts'
import { demoDays } from './days.ts'
import { asRead, type Entry } from './entries.ts'
import { calendarOfToday, workOf } from './seed-work.ts'

const TODAY = '2026-11-22'
const NAMES = PEOPLE.map(({ name }) => name)

const entriesOf = (today: string): Entry[] => [
  ...[...workOf(demoDays(isoDate(today))).values()].flat(),
  ...calendarOfToday(Date.parse(`${today}T12:00:00Z`)),
]
const all = entriesOf(TODAY)
const rows = <T>(type: RecordType<T>, entries = all): T[] =>
  entries.filter((entry) => entry.type.type === type.type).map((entry) => asRead(type, entry))

describe('the demonstration’s work', () => {
  // The ends of months, of terms and of school years, and a leap day.
  it.each(['2026-09-01', '2026-11-22', '2026-12-31', '2027-01-02', '2027-08-31', '2028-02-29'])(
    'is valid, past and of its own when started on %s',
    (today) => {
      const entries = entriesOf(today)
      for (const entry of entries) {
        expect(parseDocumentName(entry.doc).ok).toBe(true)
        expect(() => asRead(entry.type, entry)).not.toThrow()
        expect(entry.at).toBeLessThan(Date.parse(`${today}T09:00:00Z`))
      }
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
      for (const { date } of rows(runRecord, entries))
        expect(date < `${today.slice(0, 7)}-01`).toBe(true)
    },
  )

  it('is the same at each start of a day', () => {
    expect(entriesOf(TODAY).map(({ id, fields }) => [id, fields])).toEqual(
      all.map(({ id, fields }) => [id, fields]),
    )
  })

  it('C41: has a walkaround to which nothing is missing, signed by two, with one red hazard open', () => {
    const [run] = rows(runRecord)
    if (!run) throw new Error('No walk')
    const defects = rows(defectRecord)
    const facts = {
      run,
      defects,
      answers: joinAnswers(rows(answerRecord), run.id),
      actions: rows(actionRecord),
      photosOf: () => 0,
    }
    expect(submitNeeds(facts)).toEqual([])
    expect(submitNeeds({ ...facts, actions: [] }).length).toBeGreaterThan(0)
    const open = defects.filter(isOpen)
    expect(open.map(({ prompt }) => prompt)).toEqual(['C5'])
    expect(open.map(ragOf)).toEqual(['red'])
    expect(rows(signatureRecord).map(({ run: signed }) => signed)).toEqual([run.id, run.id])
    for (const { action, id } of defects)
      expect(facts.actions.find((one) => one.id === action)?.source.id).toBe(id)
  })

  it('C24 C25: has actions in every state at two schools, each with what its state asks for', () => {
    const changes = rows(actionChangeRecord)
    const actions = rows(actionRecord)
    for (const action of actions) {
      const status = statusOf(action) ?? 'open'
      expect(statusNeeds(action, status)).toEqual([])
      expect(historyOf(changes, action.id).at(-1)?.to ?? 'open').toBe(status)
    }
    const closed = actions.filter((action) => statusOf(action) === 'closed')
    expect(closed.filter(({ verifiedBy, doneBy }) => verifiedBy === doneBy)).toEqual([])
    expect(new Set(actions.map(statusOf))).toEqual(
      new Set([
        'open',
        'in_progress',
        'done_hq_not_informed',
        'partially_implemented',
        'not_actioned',
        'closed',
      ]),
    )
    const lists = all.filter(({ type }) => type === actionRecord).map(({ doc }) => doc)
    expect(new Set(lists)).toEqual(new Set(['school/900001/2026-27', 'school/900002/2026-27']))
    expect(actions.some((action) => isOverdue(action, TODAY))).toBe(true)
    expect(actions.filter(({ source }) => source.type === 'audit')).toHaveLength(12)
  })

  it('C43: has a finished spot check with three errors, mended and looked at again by the right people', () => {
    const [check] = rows(spotCheckRecord)
    if (!check) throw new Error('No check')
    const sample = rows(scrRowRecord)
    expect(finishNeeds(sample)).toEqual([])
    const errors = errorsOf(sample, check)
    expect(errors.map(({ kind }) => kind).sort()).toEqual([
      'check_missing',
      'date_in_future',
      'date_missing',
    ])
    const fixes = rows(scrFixRecord)
    expect(errors.filter((error) => fixOf(fixes, error) !== null)).toHaveLength(2)
    expect(fixes.map(({ by }) => maySayFixed(check, by))).toEqual([true, true])
    const seen = fixes.filter(({ verifiedBy }) => verifiedBy !== '')
    expect(seen.map((fix) => maySayVerified(fix, fix.verifiedBy, true))).toEqual([true])
  })

  it('C14 C51: has a learning walk that is summed up, in words that may leave the walkers', () => {
    expect(stageOf(rows(walkStepRecord))).toBe('summarised')
    const shares = rows(shareRecord)
    expect(notShared(rows(roomRecord))).toEqual([])
    expect(shares).toHaveLength(rows(roomRecord).length)
    for (const share of shares) expect(shareNeeds(share, NAMES)).toEqual({ needs: [], stops: [] })
    expect(all.filter(({ type }) => type === shareRecord).map(({ doc }) => doc)).toContain(
      'visited/900001/2026-27/p12',
    )
    const themes = rows(themeRecord).map(({ text }) => text)
    expect(themes).toHaveLength(2)
    expect(stopsIn(themes, NAMES)).toEqual([])
  })

  it('C40: has sayings only of visits that its rules reckon, each with its evidence or reason', () => {
    const { calendar } = demoDays(isoDate(TODAY))
    const reckoned = new Set(
      rows(visitRuleRecord).flatMap((rule) =>
        PEOPLE.flatMap(({ urn }) =>
          urn === null ? [] : occurrencesOf(rule, urn, calendar, '2026-27').map(({ id }) => id),
        ),
      ),
    )
    for (const visit of rows(visitRecord)) {
      expect(reckoned).toContain(visit.occurrence)
      expect(visitNeeds(visit, TODAY)).toEqual([])
    }
  })

  it('has a checklist of the trust’s own, grown from a ready-made one', () => {
    expect(rows(templateVersionRecord).map(({ body }) => [body.key, body.version])).toEqual([
      ['classroom', 2],
    ])
  })
})
