import { describe, expect, it } from 'vitest'
import { accessFactsSchema } from '../domain/access/facts.ts'
import { StorageFault } from '../store/ports.ts'
import { isLocked, Vault, VaultLocked } from '../store/vault/vault.ts'
import { passphraseWay } from '../store/vault/ways.ts'
import type { AppDevice, DeviceEvents } from './device.ts'
import type { Memory, Remembered } from './remembered.ts'
import type { SessionAnswer } from '../domain/session-answer.ts'
import { createSession, type SessionPorts } from './session.ts'

const factsOf = (person: string) =>
  accessFactsSchema.parse({
    person,
    name: `Name ${person}`,
    today: '2026-11-17',
    roles: [],
    reviews: [],
  })

const chance = {
  now: () => 1,
  random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
}

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
    photos: 0,
    unsent: options.unsent ?? 0,
    openFault: null as StorageFault | VaultLocked | null,
    ended: true,
    lost: new Set<string>(),
    answers: [] as (number | null)[],
    events: null as DeviceEvents | null,
  }
  const vaults = new Map<string, Vault>()
  const vaultOf = (person: string) => {
    const vault = vaults.get(person) ?? new Vault(person, chance)
    vaults.set(person, vault)
    return vault
  }
  const deviceOf = (person: string) =>
    ({
      me: factsOf(person),
      vault: vaultOf(person),
      readOnly: false,
      documents: {
        flush: async () => undefined,
        state: () => ({ inMemory: world.inMemory, trouble: null, tally: { unsent: world.unsent } }),
      },
      photos: { get: () => ({ all: world.photos, safe: 0, refused: 0 }) },
      sync: { signedIn: () => log.push('resend') },
      refresh: async () => world.relay,
      close: async () => void log.push(`close ${person}`),
      letGo: async () => void log.push(`let go ${person}`),
    }) as unknown as AppDevice
  const ports: SessionPorts = {
    memory,
    openDevice: async (facts, events) => {
      world.events = events
      if (world.openFault) throw world.openFault
      log.push(`open ${facts.person}`)
      return deviceOf(facts.person)
    },
    vaultOf,
    tellLocked: (person) => void log.push(`tell ${person}`),
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
    isLostHere: async (person) => world.lost.has(person),
    deliverLeftover: async () => {
      log.push('deliver')
      return world.answers.shift() ?? null
    },
    pause: async () => void log.push('pause'),
    wipeDevice: async ({ me }) => void log.push(`wipe ${me.person}`),
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

describe('proving who it is', () => {
  it('T5 as the same person sends what waits and closes nothing', async () => {
    const { session, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    expect(await session.enter(async () => signedIn('p04'))).toBe('in')
    expect(log).toEqual(['ask', 'open p04', 'resend'])
  })
  it('asks nobody to prove anything while words of the open work are only in memory', async () => {
    const { session, world } = tablet({ relay: signedIn('p04') })
    await session.start()
    world.inMemory = 1
    let asked = false
    const prove = async () => {
      asked = true
      return signedIn('p05')
    }
    expect(await session.enter(prove)).toBe('unsaved')
    expect([asked, session.get().at]).toEqual([false, 'open'])
    expect(await session.mayLeave()).toBe(false)
  }, 20_000)
  it('T18 says whose sign-in it is when another than the open work’s comes back, and waits', async () => {
    const { session, world, log, memory } = tablet({
      memory: { last },
      relay: signedIn('p05'),
      unsent: 14,
    })
    world.kept.add('p04')
    await session.start()
    await expect
      .poll(() => session.get())
      .toMatchObject({
        at: 'open',
        device: { me: { person: 'p04' } },
        other: { facts: { person: 'p05' } },
      })
    expect(log).toEqual(['open p04'])
    expect(await session.openOther()).toBe('in')
    expect(log).toEqual(['open p04', 'close p04', 'open p05'])
    expect(memory.now.waiting).toEqual([{ person: 'p04', name: 'Name p04', changes: 14 }])
    expect(session.get()).toMatchObject({ device: { me: { person: 'p05' } }, other: null })
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

describe('locking', () => {
  it('closes the work behind the lock screen, tells other windows, and opens it with no signal', async () => {
    const { session, world, log } = tablet({ memory: { last } })
    world.kept.add('p04')
    await session.start()
    expect(await session.lock()).toBe('locked')
    expect(session.get()).toMatchObject({ at: 'locked', needs: 'key', demo: true })
    expect(log).toEqual(['open p04', 'tell p04', 'close p04'])
    await session.unlocked()
    expect(session.get().at).toBe('open')
    expect(log).not.toContain('ask')
  })
  it('does not lock while words are only in memory', async () => {
    const { session, world, log } = tablet({ memory: { last } })
    world.kept.add('p04')
    await session.start()
    world.inMemory = 1
    expect(await session.lock()).toBe('unsaved')
    expect(session.get().at).toBe('open')
    expect(log).toEqual(['open p04'])
  })
  it('shows the lock when work is locked, and asks for one when nobody has chosen it', async () => {
    for (const needs of ['key', 'choice'] as const) {
      const { session, world } = tablet({ relay: signedIn('p05') })
      world.openFault = new VaultLocked(needs)
      await session.start()
      expect(session.get()).toMatchObject({ at: 'locked', needs, facts: { person: 'p05' } })
      world.openFault = null
      await session.unlocked()
      expect(session.get().at).toBe('open')
    }
  })
  it('closes the work while a key that lay open is changed, and not for a further way in', async () => {
    const { session, world, log } = tablet({ memory: { last: { person: 'p61', demo: true } } })
    world.kept.add('p61')
    await session.start()
    expect(await session.secure(passphraseWay('otter lantern pebble violin gate'))).toBe('done')
    expect(log).toEqual(['open p61', 'close p61', 'tell p61', 'open p61'])
    const now = session.get()
    if (now.at !== 'open') throw new Error('not open')
    const { record } = now.device.vault
    expect(record && isLocked(record)).toBe(true)
    await session.secure(passphraseWay('another lantern pebble violin gate'))
    expect(log).toHaveLength(4)
    expect(now.device.vault.record?.wrappings).toHaveLength(1)
  })
})

describe('taking work off the device', () => {
  const until = async (session: ReturnType<typeof createSession>) => {
    while (JSON.stringify(session.get()).includes('done') === false)
      await new Promise((resolve) => setTimeout(resolve))
  }

  it('T27 a lost device hands over what it has not sent before it is emptied', async () => {
    const { session, world, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    world.answers = [null, 3]
    world.events?.onLost()
    expect(session.get()).toEqual({ at: 'removed', why: 'lost', stage: 'busy' })
    await until(session)
    expect(log.slice(2)).toEqual(['deliver', 'pause', 'deliver', 'wipe p04'])
  })
  it('T27 work that somebody left closed on a lost device goes the same way', async () => {
    const waiting = [{ person: 'p04', name: 'Name p04', changes: 2 }]
    const { session, world, log } = tablet({ memory: { waiting }, relay: { kind: 'out' } })
    world.kept.add('p04')
    world.lost.add('p04')
    world.answers = [2]
    await session.start()
    expect(log).toEqual(['ask', 'open p04', 'deliver', 'wipe p04'])
    expect(session.get()).toEqual({ at: 'removed', why: 'lost', stage: 'done' })
  })
  it('T27 on the person’s own word nothing is handed over', async () => {
    const { session, log } = tablet({ relay: signedIn('p04'), unsent: 3 })
    await session.start()
    await session.removeWork()
    expect(log.slice(2)).toEqual(['wipe p04'])
    expect(session.get()).toEqual({ at: 'removed', why: 'asked', stage: 'done' })
  })
  it('T27 another window of the same person lets go and writes nothing', async () => {
    const { session, world, log } = tablet({ relay: signedIn('p04') })
    await session.start()
    world.events?.onRemoved()
    await until(session)
    expect(log.slice(2)).toEqual(['let go p04'])
  })
})
