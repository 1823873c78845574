import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Download, Locator, Page } from '@playwright/test'
import mammoth from 'mammoth'
import { recordsAt, stagesAt } from './support/relay-rows.ts'
import { expectStage, makeStep, openReview, SCHOOL, write } from './support/review-steps.ts'
import { expectChecked, readyWithPack } from './support/screens.ts'
import type { Tablet } from './support/tablet.ts'
import { expect, test, type World } from './support/world.ts'
import { widthOf } from './support/picture.ts'

const ANSWERS = [
  'Yes in Year 3 and mostly in Year 4; not yet in Year 5.',
  'Adults know the steps; pupils meet two versions of them.',
  'Used well in some rooms, not seen in others.',
] as const
const STRENGTH = 'Year 3 pupils explain their next book with confidence'
const HERS = 'Seen on a wet day. '
const HIS = ' Three rooms were visited twice.'
const ADVICE = ' Teachers should use one chart.'
const COMMENT = 'Year 5 was out on a visit that morning.'

const words = (page: Page, of: string): Locator =>
  page.getByRole('textbox', { name: `Words of: ${of}`, exact: true })
const answerOne = (page: Page) => words(page, 'Answer to Question 1')

/** Types at one end of a box, as a person does: key by key. */
async function typeAt(box: Locator, end: 'Home' | 'End', text: string) {
  await box.focus()
  await box.press(`Control+${end}`)
  await box.pressSequentially(text)
}

/** From the pack that was sent out to notes handed over, by the lead. */
async function answerAll(page: Page, tablet: Tablet, world: World) {
  const { review } = world
  await openReview(page, review)
  await makeStep(page, 'Start the day')
  await expectStage(page, 'On the day')
  for (const [i, answer] of ANSWERS.entries()) {
    await tablet.go(`/reviews/${review}/answers`)
    await page
      .getByRole('list', { name: 'Key questions' })
      .getByRole('link', { name: new RegExp(`^(Question )?${i + 1}\\b`) })
      .click()
    await write(page, `Answer to question ${i + 1}`, answer)
    if (i === 0) {
      await page.getByRole('button', { name: /^Add a strength/ }).click()
      await write(page, 'Strength 1', STRENGTH)
    }
    await expectChecked(page)
  }
  await openReview(page, review)
  await makeStep(page, 'Answers are agreed', 'The others said so in the room')
  await expectStage(page, 'Answers agreed')
  // The notes themselves have a test of their own: here they stay outstanding, by name.
  await makeStep(page, 'Notes are handed over', 'Their notes follow')
  await expectStage(page, 'Notes handed over')
}

/** Two people type into the same paragraph with no signal, and meet: nothing is lost (C55). */
async function typeApart(lead: Tablet, head: Tablet) {
  await expect(answerOne(head.page)).toHaveValue(ANSWERS[0])
  for (const { air } of [lead, head]) air.set('cut')
  await typeAt(answerOne(lead.page), 'End', HIS)
  await typeAt(answerOne(head.page), 'Home', HERS)
  for (const { air } of [lead, head]) air.set('open')
  for (const { page } of [lead, head])
    await expect(answerOne(page)).toHaveValue(`${HERS}${ANSWERS[0]}${HIS}`, { timeout: 40_000 })
  for (const { page } of [lead, head]) await expectChecked(page, 40_000)
}

/** C1: advice is shown with its place, keeps the letter from being agreed, and is mended. */
async function mendAdvice(page: Page) {
  await typeAt(answerOne(page), 'End', ADVICE)
  const mend = page.getByRole('list', { name: 'To mend in: Answer to Question 1' })
  await expect(mend).toContainText('This reads as advice: “should”')
  await expect(page.getByRole('heading', { name: 'To mend before it is agreed: 1' })).toBeVisible()
  await makeStep(page, 'Letter is drafted')
  const agree = page.getByRole('button', { name: 'Agree the letter', exact: true })
  await agree.click()
  await expect(page.getByRole('dialog')).toContainText(
    '1 thing in the letter is to be mended first',
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  await answerOne(page).fill(`${HERS}${ANSWERS[0]}${HIS}`)
  await expect(page.getByText('Nothing in the letter needs mending')).toBeVisible()
}

const iAgree = (page: Page) =>
  page.getByRole('button', { name: 'I agree to this letter as it stands' })

async function download(page: Page, button: string): Promise<Download> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return coming
}

async function openWord(page: Page, ending: string) {
  const file = await download(page, 'Word document')
  expect(file.suggestedFilename()).toContain(`Peer review letter, ${SCHOOL}`)
  expect(file.suggestedFilename()).toMatch(new RegExp(`${ending}\\.docx$`))
  const { value } = await mammoth.convertToHtml({ path: await file.path() })
  return value
}

test('C1 C8 C55: a letter written by two apart, mended, agreed, sent, replied to and taken along', async ({
  world,
}) => {
  test.setTimeout(300_000)
  const [lead, head] = [await world.tablet(), await world.tablet()]
  const page = await readyWithPack(lead, 'p07')
  const other = await readyWithPack(head, 'p03')
  const at = `/reviews/${world.review}/letter`
  await answerAll(page, lead, world)

  await lead.go(at)
  await page.getByRole('button', { name: 'Draft it from the agreed answers' }).click()
  await expect(answerOne(page)).toHaveValue(ANSWERS[0])
  await expect(words(page, 'Strengths')).toHaveValue(`${STRENGTH}.`)
  await expectChecked(page, 40_000)
  await head.go(at)
  await typeApart(lead, head)
  await mendAdvice(page)

  // The order, by the keyboard alone.
  const parts = () => page.getByRole('article').getByRole('heading', { level: 2 })
  await expect(parts().nth(1)).toHaveText('The focus of the review')
  await page.getByRole('button', { name: /^Move down ?: Focus$/ }).press('Enter')
  await expect(parts().nth(2)).toHaveText('The focus of the review')
  await page.getByRole('button', { name: /^Move up ?: Focus$/ }).press('Enter')
  await expect(parts().nth(1)).toHaveText('The focus of the review')

  // Agreed by two; a change asks again; agreed without the others, who are named.
  await iAgree(page).click()
  await expectChecked(page, 40_000)
  await expect(other.getByRole('heading', { name: /^Agreed by 1 of/ })).toBeVisible()
  await typeAt(words(other, 'What comes next'), 'End', ' Thank you.')
  await expect(words(page, 'What comes next')).toHaveValue(/Thank you\.$/, { timeout: 20_000 })
  await expect(page.getByText('Changed since')).toBeVisible()
  for (const one of [page, other]) await iAgree(one).click()
  await expect(page.getByRole('heading', { name: /^Agreed by 2 of/ })).toBeVisible()
  for (const one of [page, other]) await expectChecked(one, 40_000)
  await expect(page.getByRole('button', { name: 'Word document' })).toHaveCount(0)
  expect(await openWord(other, 'draft')).toContain('Draft: not sent yet')
  await makeStep(other, 'Agree the letter', 'The others are at their own schools')
  await expect(answerOne(page)).toHaveCount(0, { timeout: 20_000 })

  // Sent with signal only.
  lead.air.set('cut')
  await expect(page.getByText('Nobody changes the letter now')).toBeVisible()
  await page.getByRole('button', { name: 'Letter is sent', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('A letter is sent with signal only', {
    timeout: 30_000,
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click()
  lead.air.set('open')
  await expectChecked(page, 40_000)
  await makeStep(page, 'Letter is sent')
  await expect(other.getByRole('button', { name: 'I have received the letter' })).toBeVisible({
    timeout: 20_000,
  })

  await other.getByRole('button', { name: 'I have received the letter' }).click()
  await other.locator('label').filter({ hasText: 'Not accurate' }).click()
  await expect(other.getByText('Say what is not accurate')).toBeVisible()
  await other.getByRole('textbox', { name: 'What is not accurate?' }).fill(COMMENT)
  await expectChecked(other, 40_000)
  await expect(page.getByText(COMMENT)).toBeVisible({ timeout: 20_000 })

  // With no signal: both copies are made on the tablet, and the reply goes with them.
  lead.air.set('cut')
  const word = await openWord(page, String(new Date(world.date).getFullYear()))
  expect(word).toContain('<h1>')
  expect(word).toContain(
    '<img alt="Logo of Larkspur and Lantern Learning Trust" src="data:image/png',
  )
  expect(word).toContain(`<li>${STRENGTH}.</li>`)
  expect(word).toContain(COMMENT)
  expect(word).not.toContain('Draft')
  const html = readFileSync(await (await download(page, 'Web page')).path(), 'utf8')
  expect(html).toContain(COMMENT)
  const alone = await lead.context.newPage()
  await alone.setContent(html)
  await expect(alone.getByRole('heading', { level: 1, name: 'Peer review letter' })).toBeVisible()
  const picture = alone.locator('header img')
  await expect.poll(widthOf(picture)).toBe(360)
  expect((await new AxeBuilder({ page: alone }).analyze()).violations).toEqual([])
  await alone.close()
  lead.air.set('open')

  expect(stagesAt(world.relay, `review/${world.review}`).slice(-3)).toEqual([
    'letter_drafted',
    'letter_agreed',
    'letter_issued',
  ])
  const answers = recordsAt(world.relay, `letter/${world.review}`, 'letter-part')
  expect(answers.map(({ text }) => text)).toContain(`${HERS}${ANSWERS[0]}${HIS}`)
  expect(recordsAt(world.relay, `letter-reply/${world.review}`, 'letter-reply')).toMatchObject([
    { comment: COMMENT },
  ])
})
