import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as base } from '@playwright/test'
import { CLIENT, startProvider } from '../helpers/identity-provider.ts'
import { paint } from './support/every-screen.ts'
import { goInApp, lockByPassphrase, unlock } from './support/lock-steps.ts'
import { rowsOf, textsAt } from './support/relay-rows.ts'
import { expectInstalled, expectWhere, noteBox } from './support/screens.ts'
import { Authenticator, inviteHead, setUp, Trust } from './support/trust.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SAFE = /^Safe at the trust/
const TO_SEND = /^On this device: sign in to send \d+$/
const shots = process.env['SIGNIN_SHOTS']

/** What axe finds, in light and dark; and pictures when they are asked for. */
async function look(page: Page, name: string): Promise<void> {
  // A screen that is still being fetched has no heading yet.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  for (const scheme of ['light', 'dark'] as const) {
    await paint(page, scheme)
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect(
      violations.map(({ id, nodes }) => `${name}, ${scheme}: ${id} ${nodes[0]?.html}`),
    ).toEqual([])
  }
  await paint(page, 'light')
  if (shots === undefined) return
  for (const [width, height] of [
    [1024, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1024, height: 768 })
}

const test = base.extend<{ trust: Trust }>({
  // Playwright reads the fixture's own needs from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  trust: async ({}, use, info) => {
    const trust = await Trust.begin()
    try {
      await use(trust)
      if (info.status === info.expectedStatus) expect(trust.complaints).toEqual([])
      else process.stdout.write(trust.relay.log)
    } finally {
      await trust.end()
    }
  },
})

const idOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/session')
    return ((await answer.json()) as { facts: { person: string } }).facts.person
  })

/** A review of today with one reviewer, so that there is something to write about. */
async function planReview(page: Page, person: string): Promise<void> {
  const status = await page.evaluate(async (me) => {
    const plan = {
      id: 'first-review',
      urn: '990001',
      date: new Date().toISOString().slice(0, 10),
      lead: me,
      reviewers: [me],
      blindFirst: false,
      teamReason: 'The first of us.',
    }
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(plan)
    return (await fetch('/api/reviews', { method: 'POST', headers, body })).status
  }, person)
  expect(status).toBe(201)
}

async function openCapture(page: Page): Promise<void> {
  await goInApp(page, '/reviews/first-review/capture')
  await expect(noteBox(page)).toBeVisible()
}

test('T5 T18 from the console’s link to a second person, whose sign-in ends, whose work is kept and sent', async ({
  trust,
}) => {
  test.slow()
  const office = await trust.tablet()
  const sybil = await office.on(await trust.setUpPath())
  const sybils = await Authenticator.on(office)
  await expect(sybil.getByLabel('Name of the trust')).toBeVisible()
  await look(sybil, 'set-up')
  await setUp(sybil)
  await lockByPassphrase(sybil)
  await expect(sybil.getByRole('banner')).toContainText('Sybil')
  await expectInstalled(sybil)
  const link = await inviteHead(sybil, 'Rowan Plover')
  await look(sybil, 'invitation-made')

  const tablet = await trust.tablet()
  const page = await tablet.on(link)
  const rowans = await Authenticator.on(tablet)
  await expect(page.getByRole('heading', { name: 'Welcome, Rowan Plover' })).toBeVisible()
  await expect(page.getByText(/^Headteacher, Pebble Brook Primary School/)).toBeVisible()
  await look(page, 'invite')
  await page.getByRole('button', { name: 'Make a passkey and go in' }).click()
  const words = await lockByPassphrase(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expectWhere(page, SAFE, 20_000)
  const rowan = await idOf(page)
  await planReview(page, rowan)
  await openCapture(page)
  await noteBox(page).fill('Written while signed in.')
  await expectWhere(page, SAFE, 20_000)

  await goInApp(sybil, '/people')
  await look(sybil, 'people')
  await sybil.getByRole('link', { name: 'Rowan Plover' }).click()
  await expect(sybil.getByRole('heading', { level: 1, name: 'Rowan Plover' })).toBeVisible()
  await look(sybil, 'person')
  await sybil.getByRole('button', { name: 'End every sign-in' }).click()
  await expect(sybil.getByText('Signed in nowhere.')).toBeVisible()

  await noteBox(page).fill('Written while signed in. And after it had ended.')
  await expectWhere(page, TO_SEND, 20_000)
  await goInApp(page, '/reviews/first-review')
  await page.getByRole('link', { name: 'Sign in', exact: true }).click()
  await expect(
    page.getByText(/^Sign in as Rowan Plover to send \d+ changes?\. Nothing is lost\.$/),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  await look(page, 'sign-in-again')

  // Somebody else on the same tablet: sees none of it, sends none of it.
  const mine = await rowans.passkeys()
  await rowans.hold(await sybils.passkeys())
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('This is somebody else’s passkey')).toBeVisible()
  await page.getByRole('button', { name: 'Open their work' }).click()
  await lockByPassphrase(page)
  await expect(page.getByRole('banner')).toContainText('Sybil')
  await expectWhere(page, SAFE, 20_000)
  const notes = `review/first-review/notes/${rowan}`
  expect(textsAt(trust.relay, notes)).toEqual(['Written while signed in.'])
  await goInApp(page, '/device')
  await expect(page.getByRole('main')).not.toContainText('And after it had ended')

  await goInApp(page, '/sign-in')
  await rowans.hold(mine)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('button', { name: 'Open their work' }).click()
  await unlock(page, words)
  await expect(page.getByRole('banner')).toContainText('Rowan')
  await expectWhere(page, SAFE, 40_000)
  expect(textsAt(trust.relay, notes)).toEqual(['Written while signed in. And after it had ended.'])
  expect(new Set(rowsOf(trust.relay, notes).map(({ person }) => person))).toEqual(new Set([rowan]))
  await goInApp(page, '/account/sign-in')
  await expect(page.getByText('This one')).toBeVisible()
  await look(page, 'my-sign-in')
  await page.getByRole('button', { name: 'Take away' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
  await expect(page.getByText('This is your only way to sign in')).toBeVisible()

  // A used link opens nothing, whoever has it; a removed person's line closes within 5 seconds.
  const late = await trust.tablet()
  const latePage = await late.on(link)
  await expect(latePage.getByText('This invitation has been used')).toBeVisible()
  await goInApp(page, '/reviews/first-review')
  await expectWhere(page, SAFE, 20_000)
  await sybil.getByRole('button', { name: 'Remove Rowan Plover' }).click()
  await sybil.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText(/^Your sign-in has ended/)).toBeVisible({ timeout: 5_000 })
  await expect(sybil.getByText('Rowan Plover was removed')).toBeVisible()
  await look(sybil, 'person-removed')
})

test.describe('with the trust’s own accounts', () => {
  test('the way through a real provider and back leaves the journal untouched', async () => {
    test.slow()
    const provider = await startProvider({
      rowan: { email: 'rowan@teasel.example', email_verified: true, hd: 'teasel.example' },
    })
    const trust = await Trust.begin({
      GOOGLE_ISSUER: provider.issuer,
      GOOGLE_CLIENT_ID: CLIENT.clientId,
      GOOGLE_CLIENT_SECRET: CLIENT.clientSecret,
      GOOGLE_DOMAIN: 'teasel.example',
    })
    try {
      const office = await trust.tablet()
      const sybil = await office.on(await trust.setUpPath())
      await Authenticator.on(office)
      await setUp(sybil)
      await lockByPassphrase(sybil)
      const link = await inviteHead(sybil, 'Rowan Plover', 'rowan@teasel.example')

      const tablet = await trust.tablet()
      const page = await tablet.on(link)
      const throughProvider = async (account: string) => {
        await page.locator('input[name=login]').fill(account)
        await page.locator('input[name=password]').fill('any')
        await page.getByRole('button', { name: 'Sign-in' }).click()
        await page.getByRole('button', { name: 'Continue' }).click()
      }
      await page.getByRole('button', { name: 'Use my Google account instead' }).click()
      await throughProvider('rowan')
      const words = await lockByPassphrase(page)
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
      const rowan = await idOf(page)
      await planReview(page, rowan)
      await openCapture(page)
      await noteBox(page).fill('Before.')
      await expectWhere(page, SAFE, 20_000)

      await goInApp(sybil, `/people/${rowan}`)
      await sybil.getByRole('button', { name: 'End every sign-in' }).click()
      await expect(sybil.getByText('Signed in nowhere.')).toBeVisible()
      await noteBox(page).fill('Before. After.')
      await expectWhere(page, TO_SEND, 20_000)
      await goInApp(page, '/reviews/first-review/notes')
      await page.getByRole('link', { name: 'Sign in', exact: true }).click()
      await page.getByRole('button', { name: 'Sign in with Google' }).click()
      // The provider knows them still and asks nothing.
      await expect(page).toHaveURL(/\/reviews\/first-review\/notes$/)
      await unlock(page, words)
      await expectWhere(page, SAFE, 40_000)
      expect(textsAt(trust.relay, `review/first-review/notes/${rowan}`)).toEqual(['Before. After.'])
    } finally {
      await trust.end()
      await provider.stop()
    }
  })
})
