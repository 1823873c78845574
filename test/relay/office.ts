import { isoDate } from '../../src/domain/ids.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { createHttp } from '../../sync-server/http.ts'
import type { AnswerOptions, SoftPasskey } from '../helpers/soft-passkey.ts'
import { openWorld } from './world.ts'

export const TODAY = isoDate('2026-11-24')
export const ORIGIN = 'https://corridor.example'

interface Said {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly cookies: readonly string[]
}

/** A relay's HTTP side with no network: browsers that keep cookies, and a clock to turn. */
export function openOffice({ demo = false, empty = false } = {}) {
  const world = openWorld()
  const { accounts, relay, clock } = world
  if (empty) for (const { id } of accounts.people.all()) accounts.people.remove(id, 1)
  const http = createHttp({
    relay,
    accounts,
    log: world.log,
    verify: createVerify(),
    now: () => clock.now,
    demo: demo ? { prove: async () => null } : null,
    allowedOrigins: [ORIGIN],
    app: null,
    writable: async () => undefined,
    identity: { behindProxy: true },
  })

  /** @param person signed in with a session of their own, or nobody */
  function browser(person: string | null = null, address = '203.0.113.1') {
    const jar = new Map<string, string>()
    if (person !== null) {
      const how = { way: 'passkey', agent: '' } as const
      jar.set('__Host-corridor_session', accounts.sessions.open(person, clock.now, how))
    }
    async function ask(method: string, path: string, body?: unknown): Promise<Said> {
      const answer = await http.request(path, {
        method,
        headers: {
          origin: ORIGIN,
          'x-forwarded-proto': 'https',
          'x-forwarded-for': address,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const cookies = answer.headers.getSetCookie()
      for (const line of cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (value === '') jar.delete(name)
        else jar.set(name, value)
      }
      const said = (await answer.json().catch(() => ({}))) as Record<string, unknown>
      return { status: answer.status, body: said, cookies }
    }
    const options = async (path: string, body: unknown = {}): Promise<AnswerOptions> => {
      const { body: asked } = await ask('POST', path, body)
      return { origin: ORIGIN, challenge: String(asked['challenge']) }
    }
    return {
      ask,
      options,
      async join(code: string, passkey: SoftPasskey, change: Partial<AnswerOptions> = {}) {
        const asked = await options('/api/invitations/options', { code })
        const made = passkey.register({ ...asked, ...change })
        return ask('POST', '/api/invitations/accept', { code, passkey: made })
      },
      async signIn(passkey: SoftPasskey, change: Partial<AnswerOptions> = {}) {
        const asked = await options('/api/sign-in/passkey/options')
        const signed = passkey.assert({ ...asked, ...change })
        return ask('POST', '/api/sign-in/passkey', { passkey: signed })
      },
      who: async () => {
        const { body } = await ask('GET', '/api/session')
        return (body['facts'] as { person: string } | undefined)?.person ?? null
      },
    }
  }
  return { ...world, http, browser }
}

export const faultOf = ({ status, body }: Said): readonly [number, unknown] => [
  status,
  body['error'],
]
