import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'

/** The session's cookie where there is no TLS: on this machine, for trying things out. */
export const COOKIE = 'corridor_session'
const FLOW = 'corridor_flow'

/** Where there is TLS, a cookie that no other host and no plain HTTP can have set. */
const nameOf = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name)

export const isSecure = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

const keep = (c: Context, name: string, value: string, maxAge: number) => {
  const secure = isSecure(c)
  setCookie(c, nameOf(name, secure), value, {
    httpOnly: true,
    // Not Strict: the way back from Google or Microsoft is a step from another site.
    sameSite: 'Lax',
    path: '/',
    maxAge,
    secure,
  })
}

const drop = (c: Context, name: string) => {
  const secure = isSecure(c)
  deleteCookie(c, nameOf(name, secure), { path: '/', secure })
}

export const sessionToken = (c: Context): string | undefined =>
  getCookie(c, nameOf(COOKIE, isSecure(c)))
export const keepSession = (c: Context, token: string, maxAge: number) =>
  keep(c, COOKIE, token, maxAge)
export const dropSession = (c: Context) => drop(c, COOKIE)

/** What a browser began and has not finished. */
export const flowKey = (c: Context): string | undefined => getCookie(c, nameOf(FLOW, isSecure(c)))
export const keepFlow = (c: Context, key: string, maxAge: number) => keep(c, FLOW, key, maxAge)
export const dropFlow = (c: Context) => drop(c, FLOW)

/** The token of an upgrade request. */
export function tokenOfUpgrade({ cookie, ...headers }: IncomingHttpHeaders): string | undefined {
  const secure = headers['x-forwarded-proto'] === 'https'
  const found = parse(cookie ?? '')
  // A proxy that says nothing of TLS when it upgrades still hands on the cookie that only TLS could set.
  return found[nameOf(COOKIE, true)] ?? (secure ? undefined : found[COOKIE])
}
