import * as oidc from 'openid-client'
import { z } from 'zod'
import { err, ok, type Result } from '../../src/domain/result.ts'

export type ProviderId = 'google' | 'microsoft'

/** The trust's own accounts, as its administrator of Google Workspace or Entra set them up. */
export interface ProviderSettings {
  readonly id: ProviderId
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Google: the Workspace domain. Microsoft: the directory (tenant) id. Nobody else gets in. */
  readonly tenant: string
}

/** What is kept while somebody is away at the provider. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface Proved {
  readonly issuer: string
  readonly subject: string
  /** As the trust's own directory vouches for it, or null. */
  readonly email: string | null
}

export type OidcFault =
  /** The provider could not be reached, or is set up wrongly. */
  | 'provider-away'
  /** The person, or the provider, said no. */
  | 'declined'
  /** The answer is not the one to what was asked. */
  | 'wrong-answer'
  /** An account of another trust, or a private one. */
  | 'wrong-trust'
  /** Google has not checked the address. */
  | 'email-unproved'

export interface Provider {
  readonly id: ProviderId
  /** Where to send the browser. Null when the provider cannot be reached. */
  begin(redirect: string): Promise<{ readonly url: string; readonly errand: Errand } | null>
  finish(answer: URL, errand: Errand): Promise<Result<Proved, OidcFault>>
}

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  preferred_username: z.string().optional(),
  hd: z.string().optional(),
  tid: z.string().optional(),
  /** Set by Entra for guests of the directory: who vouches for them is another. */
  idp: z.string().optional(),
})
type Claims = z.infer<typeof claimsSchema>

/** Plain HTTP only to a provider on this machine: a rehearsal. */
const isLocal = (issuer: URL) =>
  issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)

function provedBy(settings: ProviderSettings, claims: Claims): Result<Proved, OidcFault> {
  const { iss: issuer, sub: subject } = claims
  if (settings.id === 'google') {
    if (claims.hd?.toLowerCase() !== settings.tenant.toLowerCase()) return err('wrong-trust')
    if (claims.email_verified !== true) return err('email-unproved')
    return ok({ issuer, subject, email: claims.email ?? null })
  }
  if (claims.tid?.toLowerCase() !== settings.tenant.toLowerCase()) return err('wrong-trust')
  if (claims.idp !== undefined && claims.idp !== issuer) return err('wrong-trust')
  // The sign-in name is under the directory's own checked domains; the address need not be.
  const email = claims.preferred_username ?? claims.email
  return ok({ issuer, subject, email: email ?? null })
}

export function createProvider(settings: ProviderSettings): Provider {
  const issuer = new URL(settings.issuer)
  const execute = isLocal(issuer) ? [oidc.allowInsecureRequests] : []
  let found: Promise<oidc.Configuration> | null = null
  const configuration = () => {
    found ??= oidc
      .discovery(issuer, settings.clientId, settings.clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        found = null
        throw error
      })
    return found
  }

  return {
    id: settings.id,
    async begin(redirect) {
      const config = await configuration().catch(() => null)
      if (!config) return null
      const errand = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid email profile',
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        ...(settings.id === 'google' && { hd: settings.tenant }),
      })
      return { url: url.href, errand }
    },
    async finish(answer, errand) {
      if (answer.searchParams.get('state') !== errand.state) return err('wrong-answer')
      if (answer.searchParams.has('error')) return err('declined')
      const config = await configuration().catch(() => null)
      if (!config) return err('provider-away')
      try {
        const tokens = await oidc.authorizationCodeGrant(config, answer, {
          expectedState: errand.state,
          expectedNonce: errand.nonce,
          pkceCodeVerifier: errand.verifier,
        })
        const claims = claimsSchema.safeParse(tokens.claims())
        return claims.success ? provedBy(settings, claims.data) : err('wrong-answer')
      } catch {
        return err('wrong-answer')
      }
    },
  }
}

type Env = (name: string) => string | undefined

/**
 * Providers from GOOGLE_* and MICROSOFT_*.
 * @throws Error when one is set by halves: it would look as if it worked
 */
export function providersFrom(env: Env): ProviderSettings[] {
  const read = (
    id: ProviderId,
    prefix: string,
    tenantName: string,
    issuerOf: (t: string) => string,
  ) => {
    const clientId = env(`${prefix}_CLIENT_ID`)
    const clientSecret = env(`${prefix}_CLIENT_SECRET`)
    const tenant = env(tenantName)
    if (!clientId && !clientSecret && !tenant) return []
    if (!clientId || !clientSecret || !tenant)
      throw new Error(`Set ${prefix}_CLIENT_ID, ${prefix}_CLIENT_SECRET and ${tenantName}, or none`)
    const issuer = env(`${prefix}_ISSUER`) ?? issuerOf(tenant)
    return [{ id, issuer, clientId, clientSecret, tenant }]
  }
  return [
    ...read('google', 'GOOGLE', 'GOOGLE_DOMAIN', () => 'https://accounts.google.com'),
    ...read(
      'microsoft',
      'MICROSOFT',
      'MICROSOFT_TENANT',
      (tenant) => `https://login.microsoftonline.com/${tenant}/v2.0`,
    ),
  ]
}
