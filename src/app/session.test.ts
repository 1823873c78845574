import { describe, expect, it } from 'vitest'
import { accessFactsSchema } from '../domain/access/facts.ts'
import { StorageFault } from '../store/ports.ts'
import type { AppDevice } from './device.ts'
import type { Memory, Remembered } from './remembered.ts'
import type { SessionAnswer } from './session-api.ts'
import { createSession, type SessionPorts } from './session.ts'

const factsOf = (person: string) =>
  accessFactsSchema.parse({
    person,
    name: `Name ${person}`,
    today: '2026-11-17',
    roles: [],
    reviews: [],
  })

const signedIn = (person: string): SessionAnswer => ({
  kind: 'in',
  facts: factsOf(person),
  demo: true,
})

function memoryOf(first: Partial<Remembered>): Memory & { now: Remembered } {
  const memory = {
    now: { last: null, signOutOwed: false, waiting: [], ...first },
    load: async () => undefined,
    read: () => memory.now,
    change: async (part: Partial<Remembered>) => {
      memory.now = { ...memory.now, ...part }
    },
  }
  return memory
}

/** A tablet whose relay, disk and open devices are played by hand. */
function tablet(
  options: { memory?: Partial<Remembered>; relay?: SessionAnswer; unsent?: number } = {},
) {
  const log: string[] = []
  const memory = memoryOf(options.memory ?? {})
  const world = {
    relay: options.relay ?? { kind: 'no-answer' as const },
    kept: new Set<string>(),
    inMemory: 0,
    unsent: options.unsent ?? 0,
    openFault: null as StorageFault | null,
    ended: true,
  }
  const deviceOf = (person: string) =>
    ({
      me: factsOf(person),
      readOnly: false,
      documents: {
        flush: async () => undefined,
        state: () => ({ inMemory: world.inMemory, trouble: null, tally: { unsent: world.unsent } }),
      },
      sync: { signedIn: () => log.push('resend') },
      refresh: async () => world.relay,
      close: async () => void log.push(`close ${person}`),
    }) as unknown as AppDevice
  const ports: SessionPorts = {
    memory,
    openDevice: async (facts) => {
      if (world.openFault) throw world.openFault
      log.push(`open ${facts.person}`)
      return deviceOf(facts.person)
    },
    keptFacts: async (person) => (world.kept.has(person) ? factsOf(person) : null),
    fetchSession: async () => {
      log.push('ask')
      return world.relay
    },
    signInAs: async (person) => (world.relay.kind === 'no-answer' ? world.relay : signedIn(person)),
    endSession: async () => {
      log.push('end')
      return world.ended
    },
    isAllSafe: async () => world.unsent === 0,
    clearDevice: async ({ me }) => void log.push(`clear ${me.person}`),
    onSignedIn: () => undefined,
  }
  return { session: createSession(ports), memory, world, log }
}

const last = { person: 'p04', demo: true }

describe('starting', () => {
  it('opens the last person at once, with no signal', async () => {
    const { session, world, log } = tablet({ memory: { last } })
    world.kept.add('p04')
    await session.start()
    expect(session.get()).toMatchObject({ at: 'open', demo: true })
    expect(log).toEqual(['open p04'])
  })
  it('keeps work open when the sign-in has lapsed', async () => {
    const { session, world } = tablet({ memory: { last }, relay: { kind: 'out' } })
    world.kept.add('p04')
    await session.start()
    expect(session.get().at).toBe('open')
  })
  it('asks who it is when nobody is remembered and there is no signal', async () => {
    const { session } = tablet()
    await session.start()
    expect(session.get().at).toBe('nobody')
  })
  it('goes on with the relay’s session when the browser forgot', async () => {
    const { session, memory } = tablet({ relay: signedIn('p05') })
    await session.start()
    expect(session.get().at).toBe('open')
    expect(memory.now.last).toEqual({ person: 'p05', demo: true })
  })
  it('says so when the store cannot be opened', async () => {
    const { session, world } = tablet({ relay: signedIn('p05') })
    world.openFault = new StorageFault('storage-closed', null)
    await session.start()
    expect(session.get()).toEqual({ at: 'no-storage', why: 'storage-closed' })
  })
  it('tells the relay of a sign-out that it has not heard of before it asks who it is', async () => {
    const { session, log, memory } = tablet({
      memory: { signOutOwed: true },
      relay: { kind: 'out' },
    })
    await session.start()
    expect(log).toEqual(['end', 'ask'])
    expect(memory.now.signOutOwed).toBe(false)
  })
  it('lets nobody in on an old session while the sign-out is owed', async () => {
    const { session, world } = tablet({ memory: { signOutOwed: true }, relay: signedIn('p04') })
    world.ended = false
    await session.start()
    expect(session.get().at).toBe('nobody')
  })
})

describe('signing in', () => {
  it('as the same person sends what waits and closes nothing', async () => {
    const { session, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    expect(await session.signIn('p04')).toBe('in')
    expect(log).toEqual(['ask', 'open p04', 'resend'])
  })
  it('as another person closes the first one’s work', async () => {
    const { session, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    await session.signIn('p05')
    expect(log).toEqual(['ask', 'open p04', 'close p04', 'open p05'])
  })
  it('changes nothing when there is no signal', async () => {
    const { session, world, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    world.relay = { kind: 'no-answer' }
    expect(await session.signIn('p05')).toBe('no-answer')
    expect(session.get().at).toBe('open')
    expect(log).not.toContain('close p04')
  })
})

describe('signing out', () => {
  it('clears the device when everything is safe', async () => {
    const { session, log, memory } = tablet({ relay: signedIn('p04') })
    await session.start()
    expect(await session.signOut()).toBe('out')
    expect(log.slice(2)).toEqual(['close p04', 'clear p04', 'end'])
    expect(memory.now).toEqual({ last: null, signOutOwed: false, waiting: [] })
  })
  it('keeps unsent work for its writer, and says whose it is', async () => {
    const { session, log, memory, world } = tablet({ relay: signedIn('p04'), unsent: 3 })
    await session.start()
    world.ended = false
    await session.signOut()
    expect(log).not.toContain('clear p04')
    expect(memory.now).toMatchObject({
      last: null,
      signOutOwed: true,
      waiting: [{ person: 'p04', name: 'Name p04', changes: 3 }],
    })
  })
  it('closes nothing while words are only in memory', async () => {
    const { session, log, world } = tablet({ relay: signedIn('p04') })
    await session.start()
    world.inMemory = 1
    expect(await session.signOut()).toBe('unsaved')
    expect(session.get().at).toBe('open')
    expect(log).not.toContain('close p04')
  }, 10_000)
})
