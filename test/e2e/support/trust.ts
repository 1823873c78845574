import { expect, type CDPSession, type Page } from '@playwright/test'
import { Air } from './air.ts'
import { Relay } from './relay.ts'
import { Tablet, type TabletOptions } from './tablet.ts'
import { goInApp } from './lock-steps.ts'

/** The passkeys of one tablet: its own, or carried over from another. */
export class Authenticator {
  readonly #session: CDPSession
  readonly #id: string

  private constructor(session: CDPSession, id: string) {
    this.#session = session
    this.#id = id
  }

  /** Gives a tablet a screen lock that says yes; it ends with the page. */
  static async on(tablet: Tablet): Promise<Authenticator> {
    const session = await tablet.devtools()
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new Authenticator(session, authenticatorId)
  }

  async passkeys() {
    const about = { authenticatorId: this.#id }
    const { credentials } = await this.#session.send('WebAuthn.getCredentials', about)
    return credentials
  }

  /** Puts these in place of what it has. */
  async hold(passkeys: Awaited<ReturnType<Authenticator['passkeys']>>): Promise<void> {
    const authenticatorId = this.#id
    await this.#session.send('WebAuthn.clearCredentials', { authenticatorId })
    for (const credential of passkeys)
      await this.#session.send('WebAuthn.addCredential', { authenticatorId, credential })
  }
}

/** A real trust: nobody is made up, nobody is there yet. */
export class Trust {
  readonly relay: Relay
  readonly #airs: Air[] = []
  readonly #tablets: Tablet[] = []

  private constructor(relay: Relay) {
    this.relay = relay
  }

  static async begin(env: Readonly<Record<string, string>> = {}): Promise<Trust> {
    return new Trust(await Relay.start({ env: { DEMO: 'off', ...env } }))
  }

  async tablet(options: TabletOptions = {}): Promise<Tablet> {
    const air = await Air.open(() => this.relay.port)
    const tablet = new Tablet(air, options)
    this.#airs.push(air)
    this.#tablets.push(tablet)
    return tablet
  }

  /** The path of the link that the console printed. */
  async setUpPath(): Promise<string> {
    await expect.poll(() => this.relay.log).toMatch(/\/set-up\/[\w-]{43}\s/)
    return /\/set-up\/[\w-]+/.exec(this.relay.log)?.[0] ?? ''
  }

  get complaints(): string[] {
    return this.#tablets.flatMap(({ complaints }) => complaints)
  }

  async end(): Promise<void> {
    for (const tablet of this.#tablets) await tablet.end()
    for (const air of this.#airs) await air.end()
    await this.relay.end()
  }
}

/** From the console's link to the first person's own Today. */
export async function setUp(page: Page): Promise<void> {
  await page.getByLabel('Name of the trust').fill('Teasel and Thrift Learning Trust')
  await page.getByLabel('Your name').fill('Sybil Sandpiper')
  await page.getByLabel('Your job').fill('Chief Operations Officer')
  await page.getByRole('radio', { name: 'Chief Operations Officer' }).check()
  await page.getByRole('button', { name: 'Go on to your schools' }).click()
  for (const [name, urn] of [
    ['Pebble Brook Primary School', '990001'],
    ['Heron Lane Academy', '990002'],
  ] as const) {
    await page.getByLabel('Name of the school').fill(name)
    await page.getByLabel(/URN/).fill(urn)
    await page.getByLabel('Phase').selectOption('Primary')
    await page.getByRole('button', { name: 'Add the school' }).click()
    await expect(page.getByText(`URN ${urn}`)).toBeVisible()
  }
  await page.getByRole('button', { name: 'These are all: go on' }).click()
  await page.getByRole('button', { name: 'Make a passkey and go in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lock this device' })).toBeVisible()
}

/** Invites somebody as head of the first school. @returns the path of their link */
export async function inviteHead(page: Page, name: string, email = ''): Promise<string> {
  await goInApp(page, '/people/invite')
  await page.getByLabel('Role', { exact: true }).selectOption('Head')
  await page.getByLabel('Where').selectOption('Pebble Brook Primary School')
  await page.getByRole('button', { name: 'Add this role' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Job').fill('Headteacher')
  await page.getByLabel(/^E-mail/).fill(email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'The invitation is made' }),
  ).toBeVisible()
  const link = await page.getByText(/\/invite\/[\w-]{43}$/).innerText()
  return new URL(link).pathname
}
