import type { Page } from '@playwright/test'
import { leadTo } from './support/lead-to.ts'
import { recordsAt, stagesAt } from './support/relay-rows.ts'
import { expectStage, makeStep } from './support/review-steps.ts'
import { expectChecked, expectSaved, ready, readyWithPack } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const AREAS = [
  'How pupils in Year 5 choose the book that comes next',
  'What pupils do in the minutes between lessons',
] as const
const WAIT = { timeout: 20_000 }

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** The team's areas to explore, as they are agreed on the day. */
async function findAreas(page: Page, review: string, go: (at: string) => Promise<void>) {
  await go(`/reviews/${review}/answers`)
  await page
    .getByRole('list', { name: 'Key questions' })
    .getByRole('link', { name: /^(Question )?1\b/ })
    .click()
  for (const [i, area] of AREAS.entries()) {
    await page.getByRole('button', { name: /^Add an area to explore/ }).click()
    await box(page, `Area to explore ${i + 1}`).fill(area)
  }
  await expectChecked(page, 40_000)
}

async function addIdeas(page: Page, ideas: readonly string[]) {
  for (const idea of ideas) {
    await page.getByRole('button', { name: 'Add an idea' }).click()
    const fresh = page.getByRole('textbox', { name: /^Idea \d+$/ }).last()
    await expect(fresh).toHaveValue('')
    await expect(fresh).toBeFocused()
    await fresh.pressSequentially(idea)
  }
  await expectSaved(page)
}

test('C12 C44: an action-plan session on two tablets with no signal, from its tables to a plan on a page', async ({
  world,
}) => {
  test.setTimeout(240_000)
  const { review } = world
  const plan = `plan/${review}`
  const lead = await world.tablet()
  const page = await readyWithPack(lead, 'p07')
  await findAreas(page, review, (at) => lead.go(at))
  await lead.off()
  await leadTo(world.relay, review, 'letter_issued', world.at('08:05'))

  const head = await world.tablet()
  const hers = await readyWithPack(head, 'p03')
  await head.go(`/reviews/${review}/action-plan`)
  // C12: naming a reviewer asks for a reason, and the trust asks for it too.
  await hers.getByRole('button', { name: 'Name the facilitators' }).click()
  const who = hers.getByRole('group', { name: 'Who facilitates the session' })
  await who.locator('label').filter({ hasText: 'Gideon' }).click()
  await hers
    .getByRole('combobox', { name: 'Somebody else' })
    .selectOption({ label: 'Rufus Candlestick' })
  await hers.getByRole('button', { name: 'Name them' }).click()
  await expect(hers.getByText('Give the reason.')).toBeVisible()
  await box(hers, 'Why a reviewer facilitates').fill('The second facilitator fell ill')
  await hers.getByRole('button', { name: 'Name them' }).click()
  await expect(hers.getByText('The trust has it')).toBeVisible(WAIT)
  await expect(hers.getByText(/Reason: The second facilitator fell ill/)).toBeVisible(WAIT)
  // A day first, and then it can be booked.
  await hers.getByRole('button', { name: 'Session is booked' }).click()
  await expect(hers.getByRole('dialog')).toContainText('The session has no date yet')
  await hers.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await box(hers, 'Day of the session').fill('08/12/2026')
  await box(hers, 'Place').fill('Hall')
  await box(hers, 'Look again on').fill('18/06/2027')
  await makeStep(hers, 'Session is booked')
  // C44: the areas come in as they were agreed.
  await hers.getByRole('button', { name: 'Bring in 2 areas to explore' }).click()
  const tables = hers.getByRole('list', { name: 'Tables' }).getByRole('article')
  await expect(tables).toHaveCount(2)
  for (const area of AREAS) await expect(tables.filter({ hasText: area })).toHaveCount(1)
  await expect(hers.getByRole('button', { name: /Bring in/ })).toHaveCount(0)
  await expectChecked(hers, 40_000)

  // The facilitator reads and writes the plan, and nothing else of the review.
  const flip = await world.tablet()
  const his = await ready(flip, 'p21')
  await flip.go(`/reviews/${review}/action-plan`)
  await expect(his.getByRole('list', { name: 'Tables' }).getByRole('article')).toHaveCount(2, WAIT)
  await expectChecked(his, 40_000)

  // On the day the hall has no signal: both at the first table, then one at the second.
  for (const { air } of [head, flip]) air.set('cut')
  for (const one of [hers, his])
    await one.getByRole('list', { name: 'Tables' }).getByRole('link', { name: 'Table 1' }).click()
  await addIdeas(hers, ['A shelf of next books in every room', 'Pupils recommend to pupils'])
  await addIdeas(his, ['Ten minutes of choosing on Fridays'])
  await his.getByRole('link', { name: 'Done' }).click()
  await his.getByRole('list', { name: 'Tables' }).getByRole('link', { name: 'Table 2' }).click()
  await addIdeas(his, ['A question on the board at each change'])
  for (const { air } of [head, flip]) air.set('open')
  for (const one of [hers, his]) await expectChecked(one, 60_000)
  await expect(hers.getByRole('textbox', { name: /^Idea / })).toHaveCount(3)
  const at = (type: string) => recordsAt(world.relay, plan, type)
  expect(at('idea').map((i) => String(i['text']))).toHaveLength(4)

  // Gathered: the idea's own words become the commitment's.
  await head.go(`/reviews/${review}/action-plan/gather`)
  const ideas = hers.getByRole('list', { name: 'Ideas of table 1' }).getByRole('listitem')
  await ideas
    .filter({ hasText: 'A shelf of next books' })
    .getByRole('button', { name: 'Make it a commitment' })
    .click()
  const first = hers.getByRole('list', { name: 'Commitments' }).getByRole('listitem').first()
  await expect(first.getByText('Lacks an owner, a date and a look-for')).toBeVisible()
  await expectSaved(hers)
  await head.go(`/reviews/${review}/action-plan`)
  await hers.getByRole('button', { name: 'Session was held' }).click()
  await expect(hers.getByRole('dialog')).toContainText(
    'Commitment 1 lacks an owner, a date and a look-for',
  )
  await hers.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await head.go(`/reviews/${review}/action-plan/gather`)
  await first
    .getByRole('combobox', { name: 'Owner' })
    .selectOption({ label: 'Percival Pagemarker, Reading lead' })
  await first.getByRole('textbox', { name: /^By when/ }).fill('12/02/2027')
  await first
    .getByRole('textbox', { name: /^Look-for/ })
    .fill('Pupils in every room walk to the shelf and can say why they chose.')
  await expect(first.getByText('Whole', { exact: true })).toBeVisible()
  await ideas
    .filter({ hasText: 'Pupils recommend' })
    .getByRole('combobox', { name: 'Or put it with' })
    .selectOption({ index: 1 })
  await expect(hers.getByText('In commitment 1')).toHaveCount(2)
  await expectChecked(hers, 40_000)
  await head.go(`/reviews/${review}/action-plan`)
  await makeStep(hers, 'Session was held')
  await expectChecked(hers, 40_000)
  expect(stagesAt(world.relay, `review/${review}`).slice(-2)).toEqual([
    'session_booked',
    'session_held',
  ])

  // It prints on one A4 sheet, and moves on as an action with its history.
  await head.go(`/reviews/${review}/action-plan/page`)
  await expect(hers.getByRole('cell', { name: 'Percival Pagemarker' })).toBeVisible()
  const pdf = await hers.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await head.go(`/reviews/${review}/action-plan/actions`)
  const chip = (name: string) =>
    hers.getByRole('group', { name: 'Where it stands' }).locator('label').filter({ hasText: name })
  await chip('Begun').last().click()
  await chip('Closed').click()
  await hers.getByRole('button', { name: 'Say: closed' }).click()
  await expect(hers.getByText('Still needed: what was done and what came of it')).toBeVisible()
  await expect(hers.getByText('History: 1')).toBeVisible()
  await expectChecked(hers, 40_000)
  expect(at('action')).toHaveLength(1)
  expect(at('action-change').map((c) => c['to'])).toEqual(['in_progress'])

  // A class teacher of the school reads the plan and nothing else of the review.
  const juno = await world.tablet()
  const read = await ready(juno, 'p12')
  await juno.go('/reviews')
  await read.getByRole('list', { name: 'Action plans of my school' }).getByRole('link').click()
  await read.getByRole('link', { name: 'Plan on a page' }).click()
  await expect(read.getByText('A shelf of next books in every room').first()).toBeVisible(WAIT)
  await juno.go(`/reviews/${review}`)
  await expect(read.getByRole('heading', { name: 'Not one of your reviews' })).toBeVisible()
  await expectStage(read, 'This review is not open to you')
})
