import { chromium, type BrowserContext, type CDPSession, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Air } from './air.ts'
import { CHROMIUM_ARGS } from './chromium-args.ts'
import { shiftDate } from './clock.ts'
import { killAllWith } from './processes.ts'

// The browser says these itself when a request fails; that is what the tests cut the network for.
const BROWSERS_OWN = /Failed to load resource|net::ERR_|WebSocket connection to/

export interface TabletOptions {
  /** This tablet's clock minus the real one. */
  readonly shift?: number
  readonly width?: number
  readonly height?: number
  readonly dark?: boolean
  /** Answers to fingers, not only to a mouse. */
  readonly touch?: boolean
  /** A profile that exists already: a copied tablet. It is taken over, and removed at the end. */
  readonly profile?: string
  /** Runs in every page before anything else does. */
  readonly script?: () => void
  /** More switches for the browser: a camera that shows a film. */
  readonly switches?: readonly string[]
}

/** One tablet: a browser of its own on a profile of its own, which outlives every kill. */
export class Tablet {
  readonly air: Air
  readonly profile: string
  /** What the app complained of: a test that leaves anything here fails. */
  readonly complaints: string[] = []
  readonly #options: TabletOptions
  #context: BrowserContext | null = null
  #page: Page | null = null
  #shift: number

  constructor(air: Air, options: TabletOptions = {}) {
    this.air = air
    this.#options = options
    this.#shift = options.shift ?? 0
    this.profile = options.profile ?? Tablet.newProfile()
  }

  static newProfile = (): string => mkdtempSync(path.join(tmpdir(), 'corridor-tablet-'))

  get context(): BrowserContext {
    if (!this.#context) throw new Error('This tablet is off')
    return this.#context
  }

  get page(): Page {
    if (!this.#page) throw new Error('This tablet is off')
    return this.#page
  }

  get isOn(): boolean {
    return this.#context !== null
  }

  get now(): number {
    return Date.now() + this.#shift
  }

  /** Starts the browser and opens the app; with a moment, its clock shows that from then on. */
  async on(at = '/', moment?: number): Promise<Page> {
    if (moment !== undefined) this.#shift = moment - Date.now()
    const { width = 1024, height = 768, dark = false, switches = [], touch = false } = this.#options
    const executablePath = process.env['CHROMIUM_PATH']
    const context = await chromium.launchPersistentContext(this.profile, {
      ...(executablePath !== undefined && { executablePath }),
      args: [...CHROMIUM_ARGS, ...switches],
      headless: true,
      acceptDownloads: true,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      colorScheme: dark ? 'dark' : 'light',
      viewport: { width, height },
      hasTouch: touch,
      serviceWorkers: 'allow',
    })
    this.#context = context
    context.on('page', (page) => this.#listen(page))
    for (const page of context.pages()) this.#listen(page)
    await context.addInitScript(shiftDate, this.#shift)
    if (this.#options.script) await context.addInitScript(this.#options.script)
    const [first] = context.pages()
    this.#page = first ?? (await context.newPage())
    await this.go(at)
    return this.page
  }

  #listen(page: Page) {
    page.on('pageerror', (error) => this.complaints.push(`${error.name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !BROWSERS_OWN.test(message.text()))
        this.complaints.push(message.text())
    })
  }

  async go(at: string): Promise<void> {
    await this.page.goto(`${this.air.url}${at}`)
  }

  /** Closes the tab and opens another one: what was in the old page's memory is gone. */
  async newTab(at = '/'): Promise<Page> {
    const old = this.page
    this.#page = await this.context.newPage()
    if (!old.isClosed()) await old.close()
    await this.go(at)
    return this.page
  }

  /** A second tab beside the first. */
  async secondTab(at = '/'): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(`${this.air.url}${at}`)
    return page
  }

  /** Sets the clock, for the open page and for every later one. */
  async setClock(moment: number): Promise<void> {
    await this.setClockForNextPage(moment)
    await this.page.evaluate(shiftDate, this.#shift)
  }

  async setClockForNextPage(moment: number): Promise<void> {
    this.#shift = moment - Date.now()
    await this.context.addInitScript(shiftDate, this.#shift)
  }

  /** Airplane mode: requests fail at once; an open line stays open and stalls. */
  airplane = (on: boolean): Promise<void> => this.context.setOffline(on)

  devtools = (): Promise<CDPSession> => this.context.newCDPSession(this.page)

  /** Flat battery: every process of this browser ends without a word. */
  async kill(): Promise<void> {
    const context = this.#context
    await killAllWith(this.profile)
    this.#context = null
    this.#page = null
    // Playwright's own side of it; the browser is gone already.
    await context?.close().catch(() => undefined)
  }

  /** Shut down in order. */
  async off(): Promise<void> {
    await this.#context?.close()
    this.#context = null
    this.#page = null
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
