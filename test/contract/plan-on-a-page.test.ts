import { expect, it } from 'vitest'
import { repContent } from '../../sync-server/demo/rep-content.ts'
import { readyRecords } from '../../src/domain/calendar/ready.ts'
import { schoolCalendar } from '../../src/domain/calendar/school-calendar.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { repPage } from '../../src/domain/rep/page.ts'
import { itemsOf, planOf, repItemRecord, repPlanRecord } from '../../src/domain/rep/plan.ts'
import { repStatusRecord } from '../../src/domain/rep/progress.ts'
import { standingsOf } from '../../src/domain/rep/statuses.ts'
import { milestonesDue } from '../../src/domain/rep/weeks.ts'
import { pdfOf } from '../../src/ui/pdf/pdf.ts'
import { sayUkDate } from '../../src/ui/uk-date.ts'
import { readPdf } from '../helpers/read-pdf.ts'

const { entries } = repContent('2026-11-23', '2025-11-24')
const all = <T>(type: RecordType<T>): T[] =>
  entries.flatMap((entry) => {
    if (entry.type.type !== type.type) return []
    const { id, fields } = entry
    const read = type.read({ ...fields, type: type.type, v: type.version, id })
    return read.ok ? [read.value] : []
  })

it.each(['leaders', 'staff'] as const)(
  'C16: the plan on a page for %s is one page of A4 with all sixteen items',
  async (reader) => {
    const plan = planOf(all(repPlanRecord))
    if (!plan) throw new Error('there is no plan')
    const due = milestonesDue(plan, schoolCalendar(readyRecords('2026-27')))
    const items = itemsOf(all(repItemRecord), false)
    const statuses = all(repStatusRecord)
    const standings = standingsOf({ items, statuses, owners: [], reviews: [], seen: [], due })
    const sheet = repPage(
      {
        school: 'Rookery Pond Primary School',
        kind: 'education',
        plan,
        standings,
        due,
        mentors: ['Otto Thimble'],
        ask: 'Primrose Inkwell',
        approvedGbp: 2400,
        nameOf: () => 'Primrose Inkwell',
        say: (day) => sayUkDate(day) ?? day,
        made: 'Made on Monday 23 November 2026',
      },
      reader,
    )
    const { pages, text } = await readPdf(await pdfOf(sheet, 1))
    expect(pages).toHaveLength(1)
    expect(items).toHaveLength(16)
    // Lines break where the paper ends.
    const flat = text.replaceAll(/\s+/g, ' ')
    for (const { text: words } of items)
      expect(flat).toContain(words.split(' ').slice(0, 4).join(' '))
  },
)
