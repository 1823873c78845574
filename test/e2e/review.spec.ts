import { MINUTE } from './support/clock.ts'
import { ALL_NOTES, type DayNote, NOTES } from './support/fourteen-notes.ts'
import { recordsAt, stagesAt, textsAt } from './support/relay-rows.ts'
import {
  expectStage,
  makeStep,
  openReview,
  planReview,
  SCHOOL,
  write,
} from './support/review-steps.ts'
import {
  expectChecked,
  expectSaved,
  expectWhere,
  noteBox,
  openCapture,
  pickQuestion,
  ready,
  tellDsl,
  writeNote,
} from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test, World } from './support/world.ts'

const TEAM = ['p03', 'p04', 'p05', 'p01', 'p02', 'p07'] as const
type Member = (typeof TEAM)[number]
type Team = Record<Member, Tablet>

const FOCUS = 'How reading routines and behaviour steps are lived by pupils in Years 3 to 5'
const QUESTIONS = [
  'What do pupils in Years 3 to 5 say about which book comes next for them, and why?',
  'How consistently do pupils meet the behaviour steps from class to class?',
  'How are the minutes between lessons used to practise basic skills?',
] as const
const ANSWERS = [
  'Yes in Year 3 and mostly in Year 4; not yet in Year 5.',
  'Adults know the steps; pupils meet two versions of them.',
  'Used well in some rooms, not seen in others.',
] as const
const RESTATED = 'Year 4: the chart on the wall differs from the one in the corridor.'

const ukDate = (iso: string) => iso.split('-').reverse().join('/')

/** A week before: focus, questions, the CEO's own one, timetable, the pack sent out. */
async function prepare(world: World): Promise<{ review: string; team: Partial<Team> }> {
  const head = await world.tablet()
  const ceo = await world.tablet()
  const page = await ready(head, 'p03')
  const review = await planReview(page, {
    date: ukDate(world.date),
    team: TEAM.filter((person) => person !== 'p03'),
    lead: 'p07',
    blindFirst: true,
  })
  await page.getByRole('main').getByRole('link', { name: 'Prepare' }).first().click()
  await write(page, 'Focus', FOCUS)
  for (const n of [1, 2]) {
    await page.getByRole('button', { name: 'Add a key question' }).click()
    await write(page, `Question ${n}`, QUESTIONS[n - 1] ?? '')
  }
  await write(page, 'Base room', 'Library')
  await write(page, 'Name', 'Dorothea Lanyard')
  await write(page, 'Room', 'Room 4')
  await makeStep(page, 'Send the focus')
  await expectChecked(page)

  const other = await ready(ceo, 'p01')
  await openReview(other, review)
  await other.getByRole('main').getByRole('link', { name: 'Prepare' }).first().click()
  await other.getByRole('button', { name: 'Add a key question' }).click()
  await write(other, 'Question 3', QUESTIONS[2])
  // C7: nobody ticks it.
  await expect(other.getByText(/by the CEO/).first()).toBeVisible()
  await makeStep(other, 'Settle the questions')
  await expectChecked(other)

  await openReview(page, review)
  await page
    .getByRole('main')
    .getByRole('link', { name: /timetable/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Begin from a usual day' }).click()
  await openReview(page, review)
  await makeStep(page, 'Timetable is drafted')
  await expectStage(page, 'Timetable drafted')
  await makeStep(page, 'Agree the timetable')
  await expectStage(page, 'Timetable agreed')
  await expectChecked(page)
  await openReview(other, review)
  // C6, receipts: not every tablet has been heard of yet, so a reason is asked for.
  await makeStep(other, 'Send out the pack', 'Tablets are looked over on Monday')
  await expectStage(other, 'Pack sent out')
  await expectChecked(other)
  return { review, team: { p03: head, p01: ceo } }
}

async function switchOn(world: World, team: Partial<Team>): Promise<Team> {
  const rest = ['p04', 'p05', 'p02', 'p07'] as const
  for (const person of rest) {
    team[person] = await world.tablet()
    const page = await ready(team[person], person)
    await expect(page.getByRole('heading', { name: SCHOOL })).toBeVisible({ timeout: 20_000 })
    await expectChecked(page)
  }
  for (const person of ['p03', 'p01'] as const) {
    await team[person]?.go('/')
    if (team[person]) await expectChecked(team[person].page, 40_000)
  }
  return team as Team
}

async function takeAll(world: World, team: Team) {
  const slotTimes = ['08:50', '09:30', '10:50', '11:40', '13:10']
  const plain: readonly DayNote[] = ALL_NOTES.filter((n) => n !== NOTES.N12 && n !== NOTES.N13)
  for (const [i, { by, slot, ...draft }] of plain.entries()) {
    const tablet = team[by as Member]
    const time = slotTimes.findLast((t) => t <= slot) ?? '08:50'
    await tablet.setClock(world.at(time) + i * MINUTE)
    await writeNote(tablet.page, draft)
  }
}

/** HC06, C1: advice is flagged as it is written, and its writer restates it. */
async function restateAdvice(tablet: Tablet) {
  const { page } = tablet
  await openCapture(page)
  await noteBox(page).pressSequentially(NOTES.N12.text)
  await pickQuestion(page, 2)
  await page.getByRole('button', { name: 'Say it as what you saw' }).click()
  const dialog = page.getByRole('dialog', { name: 'Say it as what you saw' })
  await dialog.getByRole('textbox', { name: 'What you saw, heard or read' }).fill(RESTATED)
  await dialog.getByRole('button', { name: 'Put this in its place' }).click()
  await expect(noteBox(page)).toHaveValue(RESTATED)
  await expectSaved(page)
}

/** C2: outside the remit; its writer says so, and it stays out of the answers. */
async function outOfRemit(tablet: Tablet) {
  const { page } = tablet
  await writeNote(page, { text: NOTES.N13.text, question: 1 })
  await page.getByText('Outside what we agreed to look at').click()
  await expectSaved(page)
}

/** Blind first: until the meeting each reads their own notes; then the lead shows everyone's. */
async function reveal(team: Team, review: string) {
  const { page } = team.p07
  const notes = () => page.getByRole('main').getByRole('article')
  await team.p07.go(`/reviews/${review}/team`)
  await expect(page.getByText('Notes stay private for now')).toBeVisible()
  await expect(notes().filter({ hasText: NOTES.N01.text })).toHaveCount(0)
  await team.p07.go(`/reviews/${review}/meeting`)
  await page.getByRole('button', { name: 'Show everyone’s notes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show everyone’s notes' }).click()
  await expect(page.getByText('Everyone’s notes are still private')).toHaveCount(0)
  await team.p07.go(`/reviews/${review}/team`)
  await expect(notes().filter({ hasText: NOTES.N01.text })).toHaveCount(1, { timeout: 30_000 })
  await expectChecked(page, 40_000)
}

async function agreeAnswers(team: Team, review: string) {
  const { p07: lead, p03: head } = team
  for (const [i, answer] of ANSWERS.entries()) {
    await lead.go(`/reviews/${review}/answers`)
    await lead.page
      .getByRole('list', { name: 'Key questions' })
      .getByRole('link', { name: new RegExp(`^(Question )?${i + 1}\\b`) })
      .click()
    await lead.page.getByRole('textbox', { name: `Answer to question ${i + 1}` }).fill(answer)
    const cards = lead.page
      .getByRole('list', { name: 'Notes for this question' })
      .getByRole('article')
    await expect(cards.first()).toBeVisible()
    await expect(cards.filter({ hasText: NOTES.N13.text })).toHaveCount(0)
    await cards
      .first()
      .getByRole('button', { name: /^Put behind/ })
      .click()
    await expect(cards.first().getByText(/^Behind/)).toBeVisible()
    await lead.page.getByRole('button', { name: 'I agree to this answer as it stands' }).click()
    // Nobody reloads the app while it says "Saving…" and expects the last words to be there.
    await expectWhere(lead.page, /^(On this device|Safe at the trust)/)
  }
  // The head types a strength at the same table, on her own tablet, with the air cut and open again.
  head.air.set('cut')
  await head.go(`/reviews/${review}/answers`)
  await head.page
    .getByRole('list', { name: 'Key questions' })
    .getByRole('link', { name: /^(Question )?1\b/ })
    .click()
  await head.page.getByRole('button', { name: /^Add a strength/ }).click()
  await write(head.page, 'Strength 1', 'Year 3 pupils explain their next book with confidence.')
  head.air.set('open')
  await expectChecked(head.page, 40_000)
}

test('C1 C2 C7 C11 HC06 HC11: a review from its first focus to agreed answers, by its own people', async () => {
  test.setTimeout(600_000)
  const world = await World.begin({ time: '16:00', daysBefore: 9 })
  try {
    const { review, team: two } = await prepare(world)
    for (const tablet of Object.values(two)) await tablet.off()
    await world.turnTo(world.at('07:45'))
    for (const tablet of Object.values(two)) await tablet.on('/', world.at('07:45'))
    const team = await switchOn(world, two)

    for (const { air } of Object.values(team)) air.set('cut')
    await openReview(team.p07.page, review)
    await makeStep(team.p07.page, 'Start the day')
    await takeAll(world, team)
    await restateAdvice(team.p07)
    await outOfRemit(team.p04)
    await team.p02.setClock(world.at('10:20') + 30 * MINUTE)
    await team.p02.go('/')
    await tellDsl(team.p02.page)

    for (const { air } of Object.values(team)) air.set('open')
    for (const person of TEAM) await expectChecked(team[person].page, 60_000)
    await openReview(team.p07.page, review)
    await expectStage(team.p07.page, 'On the day')
    await reveal(team, review)
    await agreeAnswers(team, review)

    await openReview(team.p07.page, review)
    await makeStep(team.p07.page, 'Answers are agreed')
    await expectStage(team.p07.page, 'Answers agreed')
    await expectChecked(team.p07.page, 40_000)

    expect(stagesAt(world.relay, `review/${review}`)).toEqual([
      'focus_sent',
      'expanded',
      'timetable_drafted',
      'agreed',
      'circulated',
      'on_the_day',
      'synthesised',
    ])
    const notes = TEAM.flatMap((p) => recordsAt(world.relay, `review/${review}/notes/${p}`, 'note'))
    expect(notes).toHaveLength(13)
    expect(notes.filter((n) => n['outOfRemit'] === true).map((n) => n['text'])).toEqual([
      NOTES.N13.text,
    ])
    expect(textsAt(world.relay, `review/${review}/notes/p07`)).toContain(RESTATED)
    const routes = recordsAt(world.relay, `review/${review}/notes/p02`, 'dsl-route')
    expect(routes).toHaveLength(1)
    const answers = recordsAt(world.relay, `review/${review}`, 'answer').map((a) => a['text'])
    expect(answers.map(String).sort()).toEqual([...ANSWERS].sort())
    expect(world.complaints).toEqual([])
  } finally {
    await world.end()
  }
})
