import { dayAfter, dueFor } from '../../../src/domain/actions/due.ts'
import { MONTHLY_WALKAROUND } from '../../../src/domain/checks/ready-made/walkaround.ts'
import { answerRecord, defectRecord, runRecord } from '../../../src/domain/checks/run.ts'
import { signatureRecord } from '../../../src/domain/checks/signature.ts'
import { schoolYearOf } from '../../../src/domain/school-year.ts'
import { HOST } from '../world.ts'
import { actionEntries, type DemoAction, person, seenDone } from './actions.ts'
import { type DemoDays, momentOf } from './days.ts'
import { type Entry, ofSchool, writeInto } from './entries.ts'

const WALKER = 'p09'
const SITE = 'p13'

const NOTES: Readonly<Record<string, string>> = {
  D2: 'One floor only',
  E1: 'Years 1, 3 and 5',
}

/** Strokes of a pen, in the box of a signature. */
const MARKS = {
  site: 'M60 140L90 50L150 45M72 95L130 92M170 140L185 80L205 140L240 90L262 140L300 70L318 140L420 128',
  office:
    'M50 60L80 140L110 80L140 140L175 55M200 140L215 95L232 140L260 100L280 138L330 90L345 138L470 120',
} as const

interface Found {
  readonly prompt: string
  readonly rag: 'red' | 'amber'
  readonly what: string
  readonly place: string
  readonly madeSafe: string
  /** What was done since, and what came of it; left out while it is still open. */
  readonly mended?: { readonly taken: string; readonly outcome: string }
}

const FOUND: readonly Found[] = [
  {
    prompt: 'B5',
    rag: 'amber',
    what: 'Two bolt caps gone from the climbing frame, thread to be seen',
    place: 'Play area',
    madeSafe: 'Taped over until the new caps came',
    mended: { taken: 'New caps fitted, the others tightened', outcome: 'All twelve sit tight' },
  },
  {
    prompt: 'C5',
    rag: 'red',
    what: 'Corridor door by the hall stays a hand’s width open',
    place: 'Hall corridor',
    madeSafe: 'Site manager shuts it by hand and looks each hour',
  },
  {
    prompt: 'E3',
    rag: 'red',
    what: 'Lead of the kettle in the group room worn to the wire',
    place: 'Group room',
    madeSafe: 'Unplugged and locked away in the office',
    mended: { taken: 'Kettle thrown away, a new one tested', outcome: 'Test label on the new one' },
  },
]

/** What became of a hazard on the school's list. */
function actionOf({ prompt, mended, ...found }: Found, days: DemoDays): Omit<DemoAction, 'source'> {
  const { walked } = days
  const known = {
    key: `walkaround action ${prompt}`,
    by: WALKER,
    raisedOn: walked,
    what: found.what,
    place: found.place,
    priority: found.rag,
    owner: person(SITE),
    due: dueFor(found.rag, walked),
  }
  if (!mended)
    return {
      ...known,
      actionsTaken: 'New closer ordered from the door company',
      moves: [['in_progress', SITE, walked]],
    }
  const done = found.rag === 'red' ? walked : dayAfter(walked, 7)
  return {
    ...known,
    actionsTaken: mended.taken,
    outcome: mended.outcome,
    ...seenDone(SITE, done, WALKER, dayAfter(walked, 14)),
  }
}

const answerTo = (prompt: string): string => {
  if (FOUND.some((found) => found.prompt === prompt)) return 'fail'
  return prompt === 'D2' ? 'n/a' : 'pass'
}

/** Last month's walkaround of a school: handed in and signed, with one red hazard still open. */
export function walkaround(days: DemoDays): Entry[] {
  const { walked } = days
  const year = schoolYearOf(walked)
  const write = writeInto(ofSchool('checks', HOST.urn, year), year)
  const list = writeInto(ofSchool('school', HOST.urn, year), year)
  const begun = momentOf(walked, '09:20')
  const hand = { by: WALKER, at: begun }
  const run = write('walkaround', runRecord, hand, {
    template: MONTHLY_WALKAROUND,
    date: walked,
    people: [WALKER, SITE],
    state: 'submitted',
    remark: 'Rain until ten. The site manager walked along.',
    submittedAt: momentOf(walked, '10:55'),
  })
  const prompts = MONTHLY_WALKAROUND.sections.flatMap((section) => section.prompts)
  const answers = prompts.map(({ id }, n) =>
    write(
      `walkaround answer ${id}`,
      answerRecord,
      { by: WALKER, at: begun + n * 150_000 },
      { run: run.id, prompt: id, value: answerTo(id), note: NOTES[id] ?? '', reason: '' },
    ),
  )
  const hazards = FOUND.flatMap(({ mended, ...found }) => {
    const key = `walkaround hazard ${found.prompt}`
    const [action, ...changes] = actionEntries(list, {
      ...actionOf({ ...found, ...(mended && { mended }) }, days),
      source: { type: 'walkaround', id: write(key, defectRecord, hand, {}).id },
    })
    const by = mended ? { fixedBy: SITE, verifiedBy: WALKER } : {}
    const defect = { run: run.id, ...found, action: action?.id ?? '', ...by }
    return [write(key, defectRecord, hand, defect), ...(action ? [action] : []), ...changes]
  })
  const signed = { by: WALKER, at: momentOf(walked, '10:50') }
  const site = { run: run.id, name: 'Fergus Tickbox', role: 'Site manager', image: MARKS.site }
  const office = {
    run: run.id,
    name: 'Wilhelmina Fizzlewick',
    role: 'Compliance Manager',
    image: MARKS.office,
  }
  return [
    run,
    ...answers,
    ...hazards,
    write('walkaround signed by site', signatureRecord, signed, site),
    write(
      'walkaround signed by office',
      signatureRecord,
      { ...signed, at: signed.at + 60_000 },
      office,
    ),
  ]
}
