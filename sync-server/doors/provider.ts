import { type Context, Hono } from 'hono'
import type { OidcFault, Proved, Provider } from '../accounts/oidc.ts'
import { beginFlow, type DoorPorts, mayTry, openSession, originOf, takeFlow } from './ports.ts'
import { accept, openInvitation } from './invited.ts'

type Refused = OidcFault | 'unknown-person' | 'lost-thread' | 'too-many-tries' | 'link-not-open'

const LONGEST_PATH = 500

/** A path of ours and nothing else: never a way to another site. */
export function safePath(path: string | undefined): string {
  if (path === undefined || path.length > LONGEST_PATH) return '/'
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/'
}

/** Signing in with the trust's accounts at Google or Microsoft. It never makes a person: an invitation does. */
export function providerRoutes(ports: DoorPorts): Hono {
  const { accounts, now, identity } = ports
  const providerOf = (c: Context): Provider | undefined =>
    identity.providers?.find(({ id }) => id === c.req.param('provider'))
  const redirectOf = (c: Context, { id }: Provider) =>
    `${originOf(c, identity)}/api/sign-in/with/${id}/back`

  /** To a page that says what happened and what to do next. */
  function turnAway(c: Context, fault: Refused, invitation: string | null = null) {
    const page = invitation === null ? '/sign-in' : `/invite/${invitation}`
    return c.redirect(`${page}?fault=${fault}`, 303)
  }

  async function begin(c: Context) {
    const provider = providerOf(c)
    if (!provider) return c.json({ error: 'not-found' }, 404)
    if (!mayTry(c, ports)) return turnAway(c, 'too-many-tries')
    const invitation = c.req.query('invitation') ?? null
    const begun = await provider.begin(redirectOf(c, provider))
    if (!begun) return turnAway(c, 'provider-away', invitation)
    const back = safePath(c.req.query('back'))
    const { errand, url } = begun
    beginFlow(c, ports, { kind: 'errand', provider: provider.id, errand, back, invitation })
    return c.redirect(url, 303)
  }

  /** By the account they used before, or the first time by the address the trust's directory vouches for. */
  function personOf(proved: Proved, provider: Provider): string | null {
    const { issuer, subject, email } = proved
    const known = accounts.outside.personOf(issuer, subject)
    if (known !== null) {
      accounts.outside.used(issuer, subject, now())
      return accounts.people.find(known) ? known : null
    }
    const person = email === null ? null : accounts.outside.personByEmail(email)
    if (person === null || email === null) return null
    const account = { issuer, subject, provider: provider.id, email }
    accounts.admission.addProof(person, { kind: 'account', ...account }, now())
    return person
  }

  function join(c: Context, code: string, proved: Proved, provider: Provider) {
    const found = openInvitation(ports, code)
    const { issuer, subject, email } = proved
    const taken = accounts.outside.personOf(issuer, subject) !== null
    if (!found.ok || taken || email === null) return turnAway(c, 'link-not-open', code)
    const meant = found.value.email
    if (meant !== '' && meant.toLowerCase() !== email.toLowerCase())
      return turnAway(c, 'unknown-person', code)
    const account = { issuer, subject, provider: provider.id, email }
    accept(ports, found.value, { kind: 'account', ...account })
    openSession(c, ports, found.value.person, provider.id)
    return c.redirect('/', 303)
  }

  async function finish(c: Context) {
    const provider = providerOf(c)
    const flow = takeFlow(c, ports, 'errand')
    if (!mayTry(c, ports)) return turnAway(c, 'too-many-tries')
    if (!provider || flow?.provider !== provider.id) return turnAway(c, 'lost-thread')
    const answer = new URL(redirectOf(c, provider))
    answer.search = new URL(c.req.url).search
    const proved = await provider.finish(answer, flow.errand)
    if (!proved.ok) return turnAway(c, proved.error, flow.invitation)
    if (flow.invitation !== null) return join(c, flow.invitation, proved.value, provider)
    const person = personOf(proved.value, provider)
    if (person === null) return turnAway(c, 'unknown-person')
    openSession(c, ports, person, provider.id)
    return c.redirect(flow.back, 303)
  }

  return new Hono().get('/:provider', begin).get('/:provider/back', finish)
}
