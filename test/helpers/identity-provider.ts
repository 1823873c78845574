import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the provider vouches for, by the name somebody signs in with there. */
export type Claims = Readonly<Record<string, string | boolean>>

export const CLIENT = { clientId: 'corridor', clientSecret: 'a secret of the rehearsal' } as const

/** A real OpenID provider on this machine; its two plain forms sign in whoever is named. */
export async function startProvider(accounts: Readonly<Record<string, Claims>>) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: ['http://localhost/any'],
      },
    ],
    claims: {
      openid: ['sub', 'hd', 'tid', 'idp'],
      email: ['email', 'email_verified'],
      profile: ['preferred_username'],
    },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...accounts[id] }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['for this rehearsal'] },
    features: { devInteractions: { enabled: true } },
  })
  // The relay's port is not known before it starts.
  provider.Client.prototype.redirectUriAllowed = () => true
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return {
    issuer,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type IdentityProvider = Awaited<ReturnType<typeof startProvider>>
