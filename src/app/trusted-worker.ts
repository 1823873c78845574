/** As much of Trusted Types as is used here; browsers without it need no policy. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string }
}

const WORKER = '/sw.js'

function only(url: string): string {
  if (url === WORKER) return url
  throw new TypeError('Not a script of this app')
}

/**
 * The address of the service worker, as a browser takes it that asks where script addresses
 * come from. The policy knows this one address, so nothing else can be started in its name.
 */
export function trustedWorker(): string {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes
  return types
    ? types.createPolicy('corridor', { createScriptURL: only }).createScriptURL(WORKER)
    : WORKER
}
