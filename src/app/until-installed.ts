const RETRY_MS = 15_000

/** A first install that broke off on a weak line leaves nothing behind: it is begun again until it holds. */
export function untilInstalled(
  container: Pick<ServiceWorkerContainer, 'controller' | 'getRegistration'>,
  register: () => Promise<unknown>,
) {
  const look = async () => {
    if ((await container.getRegistration()) === undefined) await register()
  }
  const timer = setInterval(() => {
    if (container.controller) clearInterval(timer)
    else void look().catch(() => undefined) // No signal: in a moment once more.
  }, RETRY_MS)
}
