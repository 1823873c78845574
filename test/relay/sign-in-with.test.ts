import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqliteAccounts } from '../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { type Running, start } from '../../sync-server/start.ts'
import { CLIENT, type IdentityProvider, startProvider } from '../helpers/identity-provider.ts'
import { held, URN } from './world.ts'

const TENANT = '6f1d2c3b-0000-4000-8000-00000000c0de'
const DOMAIN = 'larkspur.example'
const folder = mkdtempSync(path.join(tmpdir(), 'corridor-oidc-'))

const ACCOUNTS = {
  hettie: { email: 'hettie@larkspur.example', email_verified: true, hd: DOMAIN },
  unproved: { email: 'hettie@larkspur.example', email_verified: false, hd: DOMAIN },
  stranger: { email: 'stranger@larkspur.example', email_verified: true, hd: DOMAIN },
  elsewhere: { email: 'hettie@larkspur.example', email_verified: true, hd: 'other.example' },
  private: { email: 'hettie@larkspur.example', email_verified: true },
  entra: { preferred_username: 'hettie@larkspur.example', tid: TENANT },
  'entra-other': { preferred_username: 'hettie@larkspur.example', tid: TENANT.replace('6', '7') },
  'entra-guest': {
    preferred_username: 'hettie@larkspur.example',
    tid: TENANT,
    idp: 'https://login.elsewhere.example/',
  },
}

let provider: IdentityProvider
let running: Running
let base = ''
let turn = 0

const dataDir = () => path.join(folder, `data-${turn}`)

/** People who are there before the relay starts; the second goes by no address. */
function fill() {
  mkdirSync(dataDir(), { recursive: true })
  const db = openDatabase(path.join(dataDir(), 'corridor.sqlite'))
  const accounts = sqliteAccounts(db)
  const role = held('Head', URN)
  accounts.people.add({ id: 'hettie', name: 'Hettie', job: 'Head', urn: URN }, [role])
  accounts.outside.setEmail('hettie', 'Hettie@Larkspur.example')
  accounts.people.add({ id: 'rufus', name: 'Rufus', job: 'COO', urn: null }, [held('COO')])
  const plan = { name: 'Odette', job: 'DSL', email: '', roles: [held('DSL', URN)] }
  const { code } = accounts.invitations.make(plan, 'odette', 'rufus', Date.now())
  db.close()
  return code
}

const readAccounts = <T>(read: (accounts: ReturnType<typeof sqliteAccounts>) => T): T => {
  const db = openDatabase(path.join(dataDir(), 'corridor.sqlite'))
  try {
    return read(sqliteAccounts(db))
  } finally {
    db.close()
  }
}

let code = ''
beforeAll(async () => {
  provider = await startProvider(ACCOUNTS)
})
beforeEach(async () => {
  turn += 1
  code = fill()
  await running?.stop()
  const { issuer } = provider
  running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir: dataDir(),
    app: null,
    allowedOrigins: [],
    worker: new URL('file:///nowhere.js'),
    logger: pino({ level: 'silent' }),
    providers: [
      { id: 'google', issuer, tenant: DOMAIN, ...CLIENT },
      { id: 'microsoft', issuer, tenant: TENANT, ...CLIENT },
    ],
  })
  base = `http://localhost:${running.port}`
})
afterAll(async () => {
  await running.stop()
  await provider.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A browser as far as this needs one: cookies by host, redirects one by one. */
function browser() {
  const jar = new Map<string, Map<string, string>>()
  async function visit(url: string, init: RequestInit = {}) {
    const { host } = new URL(url)
    const own = jar.get(host) ?? new Map<string, string>()
    jar.set(host, own)
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) own.delete(name)
      else own.set(name, value)
    }
    const location = answer.headers.get('location')
    return { answer, next: location === null ? null : new URL(location, url).href }
  }
  /** Follows the provider's forms as one of its accounts, as far as the way back to the relay. */
  async function signInAt(first: string, account: string): Promise<string> {
    let url = first
    for (let step = 0; step < 12; step++) {
      const { answer, next } = await visit(url)
      if (next?.startsWith(base)) return next
      if (next !== null) {
        url = next
        continue
      }
      const page = await answer.text()
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
      const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
      const body = new URLSearchParams({ prompt, login: account, password: 'any' })
      const sent = await visit(action, { method: 'POST', body })
      if (sent.next === null) throw new Error(`The provider stopped: ${sent.answer.status}`)
      url = sent.next
    }
    throw new Error('The provider goes round in circles')
  }
  const begin = async (id: string, query = '') => {
    const { next } = await visit(`${base}/api/sign-in/with/${id}${query}`)
    return next ?? ''
  }
  const who = async () => {
    const { answer } = await visit(`${base}/api/session`)
    return answer.status === 200
      ? ((await answer.json()) as { facts: { person: string } }).facts.person
      : null
  }
  const signIn = async (id: string, account: string, query = '') => {
    const back = await signInAt(await begin(id, query), account)
    const { next } = await visit(back)
    return { back, ended: next?.replace(base, '') ?? null }
  }
  return { visit, signInAt, begin, signIn, who }
}

describe('signing in with the trust’s own accounts, at a real provider', () => {
  it('lets in whom the directory vouches for, back to where they were', async () => {
    const own = browser()
    const { ended } = await own.signIn('google', 'hettie', '?back=/reviews/r1/capture')
    expect(ended).toBe('/reviews/r1/capture')
    expect(await own.who()).toBe('hettie')
    const [session] = readAccounts((accounts) => accounts.sessions.list('hettie', Date.now()))
    expect(session).toMatchObject({ way: 'google' })
    expect(readAccounts(({ outside }) => outside.list('hettie'))).toMatchObject([
      { provider: 'google', email: 'hettie@larkspur.example' },
    ])
  })

  it('knows the account again when its address has changed', async () => {
    await browser().signIn('google', 'hettie')
    readAccounts(({ outside }) => outside.setEmail('hettie', 'new@larkspur.example'))
    const own = browser()
    await own.signIn('google', 'hettie')
    expect(await own.who()).toBe('hettie')
  })

  it.each([
    ['google', 'stranger', 'unknown-person'],
    ['google', 'unproved', 'email-unproved'],
    ['google', 'elsewhere', 'wrong-trust'],
    ['google', 'private', 'wrong-trust'],
    ['microsoft', 'entra-other', 'wrong-trust'],
    ['microsoft', 'entra-guest', 'wrong-trust'],
    ['microsoft', 'hettie', 'wrong-trust'],
  ])(
    'turns away %s account “%s” with the reason %s, and makes nobody',
    async (id, account, why) => {
      const own = browser()
      const before = readAccounts(({ trust }) => trust.everybody().length)
      const { ended } = await own.signIn(id, account)
      expect(ended).toBe(`/sign-in?fault=${why}`)
      expect(await own.who()).toBeNull()
      expect(readAccounts(({ trust }) => trust.everybody().length)).toBe(before)
    },
  )

  it('lets in a member of the Microsoft directory by their sign-in name', async () => {
    const own = browser()
    await own.signIn('microsoft', 'entra')
    expect(await own.who()).toBe('hettie')
  })

  it('A4 refuses an answer with another state', async () => {
    const own = browser()
    const back = new URL(await own.signInAt(await own.begin('google'), 'hettie'))
    back.searchParams.set('state', 'made-up')
    const { next } = await own.visit(back.href)
    expect(next).toBe(`${base}/sign-in?fault=wrong-answer`)
    expect(await own.who()).toBeNull()
  })

  it.each(['nonce', 'code_challenge'])('refuses an answer to another %s', async (what) => {
    const own = browser()
    const asked = new URL(await own.begin('google'))
    const other = new URL(await browser().begin('google'))
    asked.searchParams.set(what, other.searchParams.get(what) ?? '')
    const { next } = await own.visit(await own.signInAt(asked.href, 'hettie'))
    expect(next).toBe(`${base}/sign-in?fault=wrong-answer`)
    expect(await own.who()).toBeNull()
  })

  it('A4 refuses a code that was used, in the same way back and in a new one', async () => {
    const own = browser()
    const { back } = await own.signIn('google', 'hettie')
    expect((await own.visit(back)).next).toBe(`${base}/sign-in?fault=lost-thread`)
    const thief = browser()
    const begun = new URL(await thief.begin('google'))
    const replayed = new URL(back)
    replayed.searchParams.set('state', begun.searchParams.get('state') ?? '')
    expect((await thief.visit(replayed.href)).next).toBe(`${base}/sign-in?fault=wrong-answer`)
    expect(await thief.who()).toBeNull()
  })

  it('refuses a way back that was begun in another browser', async () => {
    const back = await browser().signInAt(await browser().begin('google'), 'hettie')
    const victim = browser()
    expect((await victim.visit(back)).next).toBe(`${base}/sign-in?fault=lost-thread`)
    expect(await victim.who()).toBeNull()
  })

  it('says so when somebody stops at the provider', async () => {
    const own = browser()
    const state = new URL(await own.begin('google')).searchParams.get('state') ?? ''
    const back = `${base}/api/sign-in/with/google/back?error=access_denied&state=${state}`
    expect((await own.visit(back)).next).toBe(`${base}/sign-in?fault=declined`)
  })

  it('leads back to paths of ours only', async () => {
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '%2F%2Fevil.example',
    ]) {
      const own = browser()
      const { ended } = await own.signIn('google', 'hettie', `?back=${encodeURIComponent(back)}`)
      expect(ended).toBe('/')
    }
  })

  it('A4 turns away somebody who was removed, though their account is known', async () => {
    await browser().signIn('google', 'hettie')
    await running.stop()
    readAccounts(({ people }) => people.remove('hettie', Date.now()))
    running = await start({
      port: 0,
      host: '127.0.0.1',
      dataDir: dataDir(),
      app: null,
      allowedOrigins: [],
      worker: new URL('file:///nowhere.js'),
      logger: pino({ level: 'silent' }),
      providers: [{ id: 'google', issuer: provider.issuer, tenant: DOMAIN, ...CLIENT }],
    })
    base = `http://localhost:${running.port}`
    expect((await browser().signIn('google', 'hettie')).ended).toBe('/sign-in?fault=unknown-person')
  })

  it('accepts an invitation once, and the account is theirs from then on', async () => {
    const own = browser()
    const { ended } = await own.signIn('google', 'stranger', `?invitation=${code}`)
    expect(ended).toBe('/')
    expect(await own.who()).toBe('odette')
    const again = browser()
    await again.signIn('google', 'stranger')
    expect(await again.who()).toBe('odette')
    const second = await browser().signIn('google', 'hettie', `?invitation=${code}`)
    expect(second.ended).toBe(`/invite/${code}?fault=link-not-open`)
  })
})
