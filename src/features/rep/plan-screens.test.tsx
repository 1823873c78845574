// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { HERE } from '../../../test/helpers/planning-desk.tsx'
import { COUNTS, NOW, qlaDesk, showAt } from '../../../test/helpers/qla-desk.tsx'
import type { RepAccess } from '../../domain/access/facts.ts'
import type { Decision, Proposal } from '../../domain/decisions.ts'
import { repPassRecord } from '../../domain/qla/rep-pass.ts'
import { fundingReason } from '../../domain/rep/funding.ts'
import { EMPTY_PLAN, repItemRecord, repPlanRecord } from '../../domain/rep/plan.ts'
import { repStatusRecord } from '../../domain/rep/progress.ts'
import { repSpendRecord } from '../../domain/rep/work.ts'
import { personRecord } from '../../domain/trust.ts'
import BeginScreen from './begin/begin-screen.tsx'
import RepsScreen from './list/reps-screen.tsx'
import MoneyScreen from './money/money-screen.tsx'
import RepScreen from './overview/rep-screen.tsx'
import PageScreen from './page/page-screen.tsx'
import WriteScreen from './write/write-screen.tsx'

// Where jsdom has no modal dialog, opening it plainly is enough to read it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

const PLAN = 'rep/pond-1'
const WORK = 'rep-work/pond-1'
const SCREENS = {
  '/reps': RepsScreen,
  '/reps/new': BeginScreen,
  '/reps/$rep': RepScreen,
  '/reps/$rep/write': WriteScreen,
  '/reps/$rep/money': MoneyScreen,
  '/reps/$rep/page': PageScreen,
}
const PEOPLE = [
  ['p01', 'Barnaby Quillfeather', 'Chief Executive Officer', null],
  ['p02', 'Hettie Marmalade', 'Executive Headteacher', null],
  ['p03', 'Primrose Inkwell', 'Headteacher', HERE],
  ['p08', 'Otto Thimble', 'Mentor', null],
] as const
const HEAD = {
  ...EMPTY_PLAN,
  code: 'REP-RPS-1',
  writtenOn: '2026-11-16',
  startOn: '2026-11-16',
  why: 'Rooms differ.',
  priority1: 'Calm rooms',
  success: 'Pupils know the next step.',
  daysPerWeek: 0.5,
  fundingGbp: 2400,
}

const rep = (fields: Partial<RepAccess> = {}): RepAccess => ({
  id: 'pond-1',
  urn: HERE,
  kind: 'education',
  mentors: ['p08'],
  writtenBy: 'p02',
  extensionOf: null,
  extensionNo: 0,
  stage: 'drafted',
  ...fields,
})

const decision = (seq: number, machine: string, to: string, reason: string | null): Decision => ({
  id: String(seq).padStart(32, '0'),
  machine,
  subject: PLAN,
  from: '',
  to,
  reason,
  madeAt: NOW - 1000 * seq,
  seq,
  by: 'p01',
  role: 'CEO',
  device: '',
  receivedAt: seq,
  previous: '',
  hash: '',
})
const ISSUED = decision(1, 'rep', 'issued', null)
const APPROVED = decision(2, 'rep-funding', 'approved', fundingReason(2400))

/** A device of somebody's, with plans that are theirs to open and what is decided of them. */
async function deskOf(
  person: string,
  role: string,
  { reps = [rep()], decided = [] as readonly Decision[], urn = null as string | null } = {},
) {
  const desk = await qlaDesk(person, role, urn)
  const proposed: Omit<Proposal, 'id' | 'madeAt'>[] = []
  for (const [id, name, job, at] of PEOPLE)
    await desk.put('trust', personRecord, id, { person: id, name, job, urn: at })
  await desk.db.decisions.bulkPut([...decided])
  const here = {
    ...desk,
    me: { ...desk.me, reps },
    propose: async (one: Omit<Proposal, 'id' | 'madeAt'>) => {
      proposed.push(one)
      const id = String(proposed.length).padStart(32, 'a')
      const kept = [{ ...one, id, madeAt: NOW, declined: null }]
      await desk.db.proposals.bulkPut(await desk.db.rows.proposals.seal(kept))
    },
  }
  return { desk: here, proposed, at: (where: string) => showAt(here, where, SCREENS) }
}
type Laid = Awaited<ReturnType<typeof deskOf>>

/** The head of a plan, and one item for each milestone. */
async function lay({ desk }: Laid, owner = 'p03') {
  await desk.put(PLAN, repPlanRecord, 'plan', HEAD)
  for (const milestone of ['w1', 'w3', 'w6'])
    await desk.put(PLAN, repItemRecord, `item-${milestone}`, {
      milestone,
      order: 'a',
      text: `Item of ${milestone}`,
      evidenceExpected: 'A look',
      owner,
    })
}

const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name })
const press = async (name: string | RegExp) => userEvent.click(await button(name))
const inDialog = async (name: string) =>
  userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }))
const box = (name: string | RegExp) => screen.findByRole('textbox', { name })
const list = async (name: string) => within(await screen.findByRole('list', { name }))

describe('writing a plan', () => {
  it('begins from ready items with every text there, names owners at once, and says what is missing', async () => {
    const laid = await deskOf('p02', 'EHT')
    await laid.at('/reps/pond-1/write')
    await press('Begin from: Primary: calm rooms, reading and time')
    expect(await screen.findByText('16 items have no owner yet.')).toBeTruthy()
    expect(
      (await list('Still needed')).getByText(/^Within 1 week, item 1 has no owner/),
    ).toBeTruthy()
    await screen.findByRole('option', { name: 'Primrose Inkwell, Headteacher' })
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Owner of all items without one' }),
      'Primrose Inkwell, Headteacher',
    )
    await press('Name as the owner of 16 items')
    await waitFor(() => expect(screen.queryByText('16 items have no owner yet.')).toBeNull())
    const items = await laid.desk.kept(PLAN, repItemRecord)
    expect(items).toHaveLength(16)
    expect(new Set(items.map(({ owner }) => owner))).toEqual(new Set(['p03']))
    const [head] = await laid.desk.kept(PLAN, repPlanRecord)
    expect(head).toMatchObject({ why: '', priority3: '', success: '', writtenOn: '2026-11-24' })
    expect((await list('Still needed')).getByText('Say why the school has this plan.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Issue the plan' })).toBeNull()
  })

  it('C16 an extension goes on from what the plan before left open, by name', async () => {
    const before = rep({ id: 'pond-old', stage: 'extended' })
    const reps = [before, rep({ extensionOf: 'pond-old', extensionNo: 1 })]
    const laid = await deskOf('p02', 'EHT', { reps })
    await laid.desk.put('rep/pond-old', repPlanRecord, 'old', { ...HEAD, code: 'REP-OLD' })
    for (const [order, text] of ['Calm rooms', 'Folders'].entries())
      await laid.desk.put('rep/pond-old', repItemRecord, text, {
        milestone: 'w1',
        order: String(order),
        text,
        evidenceExpected: '',
        owner: 'p03',
      })
    await laid.desk.put('rep/pond-old', repStatusRecord, 'set', {
      item: 'Calm rooms',
      status: 'met',
      on: '2026-11-16',
      role: 'EHT',
      replaces: [],
    })
    await laid.at('/reps/pond-1/write')
    expect(await screen.findByText(/^1 item not met, with/)).toBeTruthy()
    await press('Go on from it')
    expect(await screen.findByText('1. Folders')).toBeTruthy()
    const items = await laid.desk.kept(PLAN, repItemRecord)
    expect(items).toMatchObject([{ text: 'Folders', milestone: 'w1', owner: 'p03' }])
    const [head] = await laid.desk.kept(PLAN, repPlanRecord)
    expect(head).toMatchObject({ why: HEAD.why, priority1: HEAD.priority1 })
    expect(head).not.toHaveProperty('startOn')
  })

  it('takes an item out only with a reason, and puts it back', async () => {
    const laid = await deskOf('p02', 'EHT')
    await lay(laid)
    await laid.at('/reps/pond-1/write')
    await press('Change item 1: Item of w3')
    await press('Take out')
    await inDialog('Take it out')
    expect(await screen.findByText('Say why, in a few words.')).toBeTruthy()
    await userEvent.type(await box('Why it is not needed'), 'Done in June')
    await inDialog('Take it out')
    expect((await list('Items taken out')).getByText('Done in June')).toBeTruthy()
    expect((await list('Still needed')).getByText(/“Within 3 weeks” has no item/)).toBeTruthy()
    await press('Put back: Item of w3')
    await waitFor(() => expect(screen.queryByText('Taken out')).toBeNull())
  })

  it('C47 HC14 shows both counts of weeks, and what closes in between', async () => {
    const laid = await deskOf('p02', 'EHT')
    await lay(laid)
    await laid.at('/reps/pond-1/write')
    const due = await list('Milestones')
    expect(due.getByText('Monday 28 December 2026')).toBeTruthy()
    expect(due.getByText(/In school weeks it would be .* January 2027/)).toBeTruthy()
    expect(due.getByText(/That day is in the holidays|a bank holiday/)).toBeTruthy()
    expect(screen.getByText(/No pupils meanwhile:/)).toBeTruthy()
  })

  it('B9 only the CEO issues; with no signal it waits for the trust’s word and is written no more', async () => {
    const laid = await deskOf('p01', 'CEO')
    await lay(laid)
    await laid.at('/reps/pond-1/write')
    await press('Issue the plan')
    await inDialog('Issue it')
    expect(await screen.findByText('Issuing the plan: waits for the trust’s word')).toBeTruthy()
    expect(laid.proposed).toEqual([
      { machine: 'rep', subject: PLAN, from: 'drafted', to: 'issued', reason: null },
    ])
    expect(screen.queryByRole('button', { name: /^Change item/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Issue the plan' })).toBeNull()
  })

  it('C16 once it is issued items and dates are fixed, and who issued it is said', async () => {
    const decided = [ISSUED]
    const laid = await deskOf('p02', 'EHT', { reps: [rep({ stage: 'issued' })], decided })
    await lay(laid)
    await laid.at('/reps/pond-1/write')
    expect(await screen.findByText('Items and dates are fixed')).toBeTruthy()
    expect(await screen.findByText(/Issued by Barnaby Quillfeather, CEO, Tue 24 Nov/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Change|Add an item|Take out/ })).toBeNull()
    expect(screen.queryByRole('textbox', { name: 'The weeks count from' })).toBeNull()
    expect(screen.getByText('Item of w6', { exact: false })).toBeTruthy()
  })

  it('takes over a weak area that question analysis passed on, once', async () => {
    const laid = await deskOf('p02', 'EHT')
    await lay(laid)
    await laid.desk.put(COUNTS, repPassRecord, 'pass1', {
      sitting: 's',
      area: 'a',
      name: 'Fractions',
      paperName: 'Autumn paper 2',
      subject: 'Maths',
      yearGroup: 6,
      questions: ['28'],
      before: 0.39,
      after: null,
      n: 28,
    })
    await laid.at('/reps/pond-1/write')
    await press('Make it an item: Year 6, Maths, Fractions')
    await waitFor(() => expect(screen.queryByText('Passed on from question analysis')).toBeNull())
    const items = await laid.desk.kept(PLAN, repItemRecord)
    expect(items.find(({ source }) => source === 'pass1')).toMatchObject({
      milestone: 'w3',
      text: 'Pupils are secure in: Year 6, Maths, Fractions.',
    })
  })
})

describe('money', () => {
  const reps = [rep({ stage: 'issued' })]

  it('C18 the CEO approves a sum in whole pounds, which the decision says', async () => {
    const laid = await deskOf('p01', 'CEO', { reps, decided: [ISSUED] })
    await lay(laid)
    await laid.at('/reps/pond-1/money')
    await press('Approve £2,400 from reserves')
    expect(
      await screen.findByText('The decision about money: waits for the trust’s word'),
    ).toBeTruthy()
    expect(laid.proposed).toMatchObject([
      { machine: 'rep-funding', from: 'none', to: 'approved', reason: '£2,400 from reserves' },
    ])
  })

  it('C18 keeps nothing beyond what the CEO approved', async () => {
    const laid = await deskOf('p03', 'Head', { reps, decided: [ISSUED, APPROVED], urn: HERE })
    await lay(laid)
    await laid.at('/reps/pond-1/money')
    await userEvent.type(await box('What on'), 'Books')
    await userEvent.type(await box('How much, in pounds'), '2400.50')
    await press('Write it down')
    expect(await screen.findByText(/more than the £2,400 left/)).toBeTruthy()
    expect(await laid.desk.kept(WORK, repSpendRecord)).toEqual([])
    await userEvent.clear(await box('How much, in pounds'))
    await userEvent.type(await box('How much, in pounds'), '900')
    await press('Write it down')
    expect(await screen.findByText('£900 of £2,400 spent, £1,500 left.')).toBeTruthy()
    expect(await laid.desk.kept(WORK, repSpendRecord)).toMatchObject([
      { what: 'Books', gbp: 900, on: '2026-11-24', by: 'p03', role: 'Head' },
    ])
    expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull()
  })
})

describe('beginning a plan', () => {
  const choose = async (name: string) => userEvent.click(await screen.findByText(name))

  it('C17 HC16 counts plans and extensions; the third extension points to Poor and moves nothing', async () => {
    const reps = [
      rep({ id: 'pond-aaa', stage: 'extended' }),
      rep({ id: 'pond-bbb', stage: 'extended', extensionOf: 'pond-aaa', extensionNo: 1 }),
      rep({ id: 'pond-ccc', stage: 'extended', extensionOf: 'pond-bbb', extensionNo: 2 }),
    ]
    const laid = await deskOf('p02', 'EHT', { reps })
    await laid.at('/reps/new')
    await userEvent.selectOptions(await screen.findByLabelText('School'), 'Rookery Pond')
    await choose('Education')
    expect(screen.getByText('This school has had 1 REP and 2 extensions so far.')).toBeTruthy()
    expect(screen.queryByText('This would be extension 3')).toBeNull()
    await choose('Goes on from the plan before')
    expect(await screen.findByText('This would be extension 3')).toBeTruthy()
    expect(screen.getByText(/the CEO decides/)).toBeTruthy()
    expect(await button('Begin the extension')).toBeTruthy()
  })

  it('keeps what was chosen while the trust cannot be reached, and sends the same plan again', async () => {
    const laid = await deskOf('p02', 'EHT', { reps: [] })
    const sent: unknown[] = []
    let answers: (() => Response)[] = []
    vi.stubGlobal('fetch', async (_where: string, init: { body: string }) => {
      sent.push(JSON.parse(init.body))
      const answer = answers.shift()
      if (!answer) throw new TypeError('no signal')
      return answer()
    })
    await laid.at('/reps/new')
    await userEvent.selectOptions(await screen.findByLabelText('School'), 'Rookery Pond')
    await choose('Education')
    await choose('Otto Thimble')
    await press('Begin the plan')
    expect(await screen.findByText('The trust could not be reached')).toBeTruthy()
    answers = [() => new Response('{"error":"not-a-mentor"}', { status: 422 })]
    await press('Begin the plan')
    expect(await screen.findByText(/does not hold the role of mentor/)).toBeTruthy()
    answers = [() => new Response('{}', { status: 201 })]
    await press('Begin the plan')
    expect(await screen.findByText('The plan is begun')).toBeTruthy()
    expect(sent[2]).toEqual(sent[0])
    expect(sent[0]).toMatchObject({ urn: HERE, mentors: ['p08'], extensionOf: null })
  })

  it('is not offered to a head', async () => {
    const laid = await deskOf('p03', 'Head', { urn: HERE })
    await laid.at('/reps/new')
    expect(await screen.findByText(/begun by the CEO and the Executive Headteacher/)).toBeTruthy()
    expect(screen.queryByLabelText('School')).toBeNull()
  })
})

describe('where a plan stands', () => {
  const reps = [rep({ stage: 'issued' })]

  it('C16 shows every item by its milestone with its status and owner', async () => {
    const laid = await deskOf('p03', 'Head', { reps, decided: [ISSUED], urn: HERE })
    await lay(laid)
    await laid.at('/reps/pond-1')
    for (const [milestone, words] of [
      ['w1', 'Within 1 week'],
      ['w3', 'Within 3 weeks'],
      ['w6', 'By week 6'],
    ] as const) {
      const own = await list(`Items: ${words}`)
      expect(own.getByRole('link', { name: `1. Item of ${milestone}` })).toBeTruthy()
      expect(own.getByText('Not started')).toBeTruthy()
      expect(await own.findByText(/Owner: Primrose Inkwell/)).toBeTruthy()
    }
    expect(screen.queryByRole('link', { name: 'Extend or end it' })).toBeNull()
  })

  it('lists it under its school, with what is next and how its items stand', async () => {
    const laid = await deskOf('p02', 'EHT', { reps, decided: [ISSUED] })
    await lay(laid)
    await laid.at('/reps')
    const card = within(await screen.findByRole('article'))
    expect(card.getByRole('link', { name: 'REP-RPS-1' })).toBeTruthy()
    expect(card.getByText('Next: Within 1 week, Monday 23 November 2026')).toBeTruthy()
    expect(card.getByText('1 day past its day')).toBeTruthy()
    expect(card.getByText('3 items: 3 not started.')).toBeTruthy()
    expect(await card.findByText('Mentor: Otto Thimble')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Begin a plan' })).toBeTruthy()
  })

  it('says to whom no plan is open what the next step is', async () => {
    const laid = await deskOf('p12', 'Teacher', { reps: [], urn: HERE })
    await laid.at('/reps')
    expect(await screen.findByText('No plan is open to you')).toBeTruthy()
    expect(screen.getByText(/ask the Executive Headteacher/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Begin a plan' })).toBeNull()
  })
})

describe('the plan on a page', () => {
  const reps = [rep({ stage: 'issued' })]

  it('gives staff no status and no money, and leaves the leaders only when that is marked', async () => {
    const laid = await deskOf('p02', 'EHT', { reps, decided: [ISSUED, APPROVED] })
    await lay(laid)
    await laid.at('/reps/pond-1/page')
    const sheet = () => within(screen.getByRole('article'))
    expect(await screen.findByText('£2,400, approved by the CEO')).toBeTruthy()
    expect(sheet().getAllByText('Not started')).toHaveLength(3)
    await userEvent.click(screen.getByText('For staff'))
    expect(sheet().queryByText('Not started')).toBeNull()
    expect(sheet().queryByText(/£/)).toBeNull()
    expect(sheet().getByText('Item of w6')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Print on A4' })).toBeNull()
    await userEvent.click(screen.getByText(/may be given this page/))
    expect(await button('Print on A4')).toBeTruthy()
    const [head] = await laid.desk.kept(PLAN, repPlanRecord)
    expect(head).toMatchObject({ shareStaff: true })
  })
})
