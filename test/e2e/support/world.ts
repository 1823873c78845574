import { cpSync } from 'node:fs'
import { expect, test as base } from '@playwright/test'
import { Air } from './air.ts'
import { DAY, londonDate, londonMoment } from './clock.ts'
import { Relay } from './relay.ts'
import { Tablet, type TabletOptions } from './tablet.ts'

/** A relay, the air round it and the tablets in it, on the morning of a review. */
export class World {
  readonly relay: Relay
  /** The day of the review, yyyy-mm-dd. */
  readonly date: string
  #morning: number
  readonly #airs: Air[] = []
  readonly #tablets: Tablet[] = []

  private constructor(relay: Relay, date: string, morning: number) {
    this.relay = relay
    this.date = date
    this.#morning = morning
  }

  /** @param time when it is, by the clock on the school's wall, whatever the hour of the test */
  static async begin({
    time = '08:00',
    app,
    daysBefore = 0,
    bare = false,
  }: {
    time?: string
    app?: string | undefined
    daysBefore?: number
    bare?: boolean
  } = {}): Promise<World> {
    const date = londonDate(Date.now())
    const morning = londonMoment(date, time) - daysBefore * DAY - Date.now()
    const relay = await Relay.start({
      shift: morning,
      ...(app !== undefined && { app }),
      ...(bare && { env: { DEMO: 'bare' } }),
    })
    return new World(relay, date, morning)
  }

  get review(): string {
    return `rookery-pond-${this.date}`
  }

  notesOf = (person: string): string => `review/${this.review}/notes/${person}`

  /** The moment of a time of the review's day. */
  at = (time: string): number => londonMoment(this.date, time)

  /** It is another time now, for the relay and for every tablet that is on. */
  async turnTo(moment: number): Promise<void> {
    this.#morning = moment - Date.now()
    await this.relay.runAt(this.#morning)
    for (const tablet of this.#tablets) if (tablet.isOn) await tablet.setClock(moment)
  }

  async air(): Promise<Air> {
    const air = await Air.open(() => this.relay.port)
    this.#airs.push(air)
    return air
  }

  /** A new tablet with air of its own; its clock is right, or off by `skew`. It is still off. */
  async tablet(options: TabletOptions & { skew?: number; air?: Air } = {}): Promise<Tablet> {
    const { skew = 0, air = await this.air(), ...rest } = options
    const tablet = new Tablet(air, { shift: this.#morning + skew, ...rest })
    this.#tablets.push(tablet)
    return tablet
  }

  /** A tablet whose storage is a copy of another's; that one must be off. */
  copyOf(original: Tablet, options: TabletOptions = {}): Promise<Tablet> {
    const profile = Tablet.newProfile()
    cpSync(original.profile, profile, { recursive: true })
    // The same address too: a browser keeps its stores by address.
    return this.tablet({ ...options, profile, air: original.air })
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

interface Fixtures {
  world: World
  /** Folder of the built app that the relay serves, if not the usual one. */
  app: string | undefined
  /** A trust in which nobody has walked, checked or written an action before. */
  bare: boolean
}

/** A test in a world of its own; whatever it started ends with it, and no page may have complained. */
export const test = base.extend<Fixtures>({
  app: [undefined, { option: true }],
  bare: [false, { option: true }],
  world: async ({ app, bare }, use, info) => {
    const world = await World.begin({ app, bare })
    try {
      await use(world)
      if (info.status === info.expectedStatus) expect(world.complaints).toEqual([])
      else process.stdout.write(world.relay.log)
    } finally {
      await world.end()
    }
  },
})

export { expect }
