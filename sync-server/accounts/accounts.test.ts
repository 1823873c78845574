import { describe, expect, it } from 'vitest'
import { isoDate } from '../../src/domain/ids.ts'
import type { Role } from '../../src/domain/roles.ts'
import { openDatabase } from '../database.ts'
import { oneTapSignIn } from './sign-in.ts'
import { sqliteAccounts } from './sqlite.ts'

const TODAY = isoDate('2026-11-24')
const DAY = 86_400_000
const held = (role: Role, urn: string | null, from = '2020-01-01', to: string | null = null) => ({
  role,
  urn,
  from,
  to,
})
const review = {
  id: 'r1',
  urn: '900001',
  date: '2026-11-24',
  lead: 'p07',
  reviewers: ['p04'],
  blindFirst: false,
  revealed: false,
}

function open() {
  const db = openDatabase(':memory:')
  const accounts = sqliteAccounts(db)
  const add = (id: string, ...roles: ReturnType<typeof held>[]) =>
    accounts.people.add({ id, name: `Person ${id}`, job: 'Job', urn: null }, roles)
  add('p04', held('Head', '900002'))
  add('p07', held('Central AHT', null))
  add('p12', held('Teacher', '900001'))
  return { db, accounts, add }
}

describe('people', () => {
  it('have the facts that the access table looks at, and only the reviews that concern them', () => {
    const { accounts, add } = open()
    accounts.people.putReview(review)
    add('p03', held('Head', '900001'))
    add('p01', held('CEO', null))
    const reviewsOf = (person: string) =>
      accounts.factsOf(person, TODAY).reviews.map(({ id }) => id)
    expect(accounts.factsOf('p04', TODAY)).toMatchObject({ person: 'p04', name: 'Person p04' })
    expect(reviewsOf('p04')).toEqual(['r1'])
    expect(reviewsOf('p07')).toEqual(['r1'])
    expect(reviewsOf('p03')).toEqual(['r1'])
    expect(reviewsOf('p01')).toEqual(['r1'])
    expect(reviewsOf('p12')).toEqual([])
    expect(reviewsOf('nobody')).toEqual([])
  })

  it('C3 have a role from its first day to its last', () => {
    const { accounts, add } = open()
    accounts.people.putReview(review)
    add('p21', held('Head', '900001', '2026-11-24', '2026-11-25'))
    const sees = (day: string) => accounts.factsOf('p21', isoDate(day)).reviews.length
    expect([
      sees('2026-11-23'),
      sees('2026-11-24'),
      sees('2026-11-25'),
      sees('2026-11-26'),
    ]).toEqual([0, 1, 1, 0])
  })

  it('lose everything at once when they are removed, and can be brought back', () => {
    const { accounts, add } = open()
    accounts.people.putReview(review)
    accounts.people.remove('p04', 1)
    expect(accounts.factsOf('p04', TODAY)).toMatchObject({ roles: [], reviews: [] })
    expect(accounts.people.find('p04')).toBeNull()
    expect(accounts.people.all().map(({ id }) => id)).toEqual(['p07', 'p12'])
    add('p04', held('Teacher', '900002'))
    expect(accounts.factsOf('p04', TODAY).roles).toHaveLength(1)
  })

  it('are told apart when rights change: only those concerned hear of it', () => {
    const { accounts } = open()
    const heard: string[][] = []
    accounts.onChange((people) => heard.push([...people]))
    const before = accounts.version()
    accounts.people.putReview(review)
    accounts.people.putReview({ ...review, reviewers: ['p12'] })
    accounts.people.setRoles('p12', [])
    expect(heard).toEqual([['p04', 'p07'], ['p04', 'p07', 'p12'], ['p12']])
    expect(accounts.version()).toBe(before + 3)
    expect(accounts.accessVersion('p12')).toBe(before + 3)
    expect(accounts.accessVersion('p04')).toBe(before + 2)
  })

  it('keep the version of their rights over a restart', () => {
    const { db, accounts } = open()
    expect(sqliteAccounts(db).version()).toBe(accounts.version())
  })

  it('are real unless they were made for a demonstration', () => {
    const accounts = sqliteAccounts(openDatabase(':memory:'))
    accounts.people.add({ id: 'd', name: 'D', job: '', urn: null }, [], { demo: true })
    expect(accounts.people.hasReal()).toBe(false)
    accounts.people.add({ id: 'r', name: 'R', job: '', urn: null }, [])
    expect(accounts.people.hasReal()).toBe(true)
  })
})

describe('sessions', () => {
  it('A1 are opened by a long random token of which only the hash is kept', () => {
    const { db, accounts } = open()
    const token = accounts.sessions.open('p04', 1)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(accounts.sessions.open('p04', 1)).not.toBe(token)
    const stored = JSON.stringify(db.prepare('select * from sessions').all())
    expect(stored).not.toContain(token)
    expect(accounts.sessions.of(token, 1)).toMatchObject({ person: 'p04' })
    expect(accounts.sessions.of(`${token}x`, 1)).toBeNull()
  })

  it('A6 T16 T26 end after 30 days without use, and after 90 however much they are used', () => {
    const { accounts } = open()
    const lives = (token: string, day: number) => accounts.sessions.of(token, day * DAY) !== null
    const idle = accounts.sessions.open('p04', 0)
    expect([lives(idle, 29), lives(idle, 58), lives(idle, 89)]).toEqual([true, true, false])
    const used = accounts.sessions.open('p04', 0)
    expect([29, 58, 87, 89, 90].map((day) => lives(used, day))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('A6 are fresh enough to change rights for twelve hours', () => {
    const { accounts } = open()
    const session = accounts.sessions.of(accounts.sessions.open('p04', 0), 1)
    const fresh = (at: number) => session && accounts.sessions.isFresh(session, at)
    expect([fresh(DAY / 2 - 1), fresh(DAY / 2)]).toEqual([true, false])
  })

  it('are told to their owner with way, browser and device, and not once they are over', () => {
    const { accounts } = open()
    const how = { way: 'passkey', agent: 'Chrome on Android' } as const
    const first = accounts.sessions.of(accounts.sessions.open('p04', 0, how), 1)
    accounts.sessions.uses(first?.id ?? '', 'd'.repeat(32))
    expect(accounts.sessions.list('p04', DAY)).toMatchObject([
      { id: first?.id, ...how, device: 'd'.repeat(32), openedAt: 0 },
    ])
    expect(accounts.sessions.list('p04', 31 * DAY)).toEqual([])
    expect(accounts.sessions.list('p07', DAY)).toEqual([])
  })

  it('but one end together, and only of that person', () => {
    const { accounts } = open()
    const [a, b] = [accounts.sessions.open('p04', 1), accounts.sessions.open('p04', 1)]
    const other = accounts.sessions.open('p07', 1)
    accounts.signOutOthers('p04', accounts.sessions.of(a, 1)?.id ?? '')
    expect([a, b, other].map((token) => accounts.sessions.of(token, 1) !== null)).toEqual([
      true,
      false,
      true,
    ])
  })

  it('end one by one or all at once', () => {
    const { accounts } = open()
    const [a, b] = [accounts.sessions.open('p04', 1), accounts.sessions.open('p04', 1)]
    const first = accounts.sessions.of(a, 1)
    accounts.signOut(first?.id ?? '', 'p04')
    expect(accounts.sessions.of(a, 1)).toBeNull()
    expect(accounts.sessions.of(b, 1)).not.toBeNull()
    accounts.sessions.endAll('p04')
    expect(accounts.sessions.of(b, 1)).toBeNull()
  })
})

const said = (journalHigh: number) => ({ journalHigh, app: 'test' })

describe('devices', () => {
  it('belong to one person, and their journal number never goes back', () => {
    const { accounts } = open()
    expect(accounts.meet('a', 'p04', said(7), 1)).toBe(7)
    expect(accounts.meet('a', 'p04', said(3), 2)).toBe(7)
    expect(accounts.meet('a', 'p07', said(9), 3)).toBeNull()
    expect(accounts.signerOf('a')).toEqual({ person: 'p04', key: null, revoked: false })
    expect(accounts.signerOf('b')).toBeNull()
  })

  it('keep what they said of themselves over a restart, once it is written down', () => {
    const { db, accounts } = open()
    accounts.meet('a', 'p04', said(1), 1)
    accounts.hold('a', { unsent: 3, notes: { r1: 2 } }, 5)
    accounts.hold('unknown', { unsent: 3, notes: {} }, 5)
    accounts.devices.flush()
    const state = { person: 'p04', device: 'a', held: { unsent: 3, notes: { r1: 2 } }, at: 5 }
    expect(sqliteAccounts(db).deviceStates(['p04', 'p07'])).toEqual([state])
    expect(accounts.deviceStates(['p07'])).toEqual([])
  })
})

it('one-tap sign-in proves people who are there, and nothing else', async () => {
  const { accounts } = open()
  const signIn = oneTapSignIn(accounts.people)
  expect(await signIn.prove({ person: 'p04' })).toBe('p04')
  for (const claim of [{ person: 'p99' }, { person: 4 }, null, 'p04', {}])
    expect(await signIn.prove(claim)).toBeNull()
})
