/**
 * Whether a request comes from a page of ours: the same host, or one on the list.
 * Cookies travel with requests that other sites cause, so everything that changes
 * something asks this first. A request without an origin is not a page's.
 */
export function isOurs(
  origin: string | null | undefined,
  host: string | null | undefined,
  allowed: readonly string[],
): boolean {
  if (!origin) return false
  if (allowed.includes(origin)) return true
  try {
    return host !== null && host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}

/**
 * Whether a browser says that another site caused a request. Asked beside the origin, which a
 * page cannot change either but a proxy in between may. Old browsers say nothing.
 */
export const isFromElsewhere = (fetchSite: string | undefined): boolean =>
  fetchSite !== undefined && fetchSite !== 'same-origin'
