import { describe, expect, it } from 'vitest'
import { safePath } from '../doors/provider.ts'
import { sayAgent } from './agent.ts'
import { createFlows } from './flows.ts'
import { providersFrom } from './oidc.ts'
import { createThrottle } from './throttle.ts'

describe('providers', () => {
  const read = (env: Record<string, string>) => providersFrom((name) => env[name])
  it('come from the environment, with the issuer of the trust’s own directory', () => {
    expect(read({})).toEqual([])
    expect(
      read({
        GOOGLE_CLIENT_ID: 'g',
        GOOGLE_CLIENT_SECRET: 's',
        GOOGLE_DOMAIN: 'teasel.example',
        MICROSOFT_CLIENT_ID: 'm',
        MICROSOFT_CLIENT_SECRET: 's',
        MICROSOFT_TENANT: 'abc',
      }).map(({ id, issuer, tenant }) => [id, issuer, tenant]),
    ).toEqual([
      ['google', 'https://accounts.google.com', 'teasel.example'],
      ['microsoft', 'https://login.microsoftonline.com/abc/v2.0', 'abc'],
    ])
  })
  it('set by halves stop the start: without a domain anybody’s account would do', () => {
    expect(() => read({ GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's' })).toThrow(
      'GOOGLE_DOMAIN',
    )
    expect(() => read({ MICROSOFT_TENANT: 'abc' })).toThrow('MICROSOFT_CLIENT_ID')
  })
})

it('browsers are named in words', () => {
  const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Safari/537.36'
  const safari = 'Mozilla/5.0 (iPad; CPU OS 17_0) AppleWebKit/605.1 Version/17.0 Safari/604.1'
  expect([sayAgent(chrome), sayAgent(safari), sayAgent('curl'), sayAgent(undefined)]).toEqual([
    'Chrome on Android',
    'Safari on iPad',
    'A browser',
    'A browser',
  ])
})

it('what was begun in a browser is finished once, and within ten minutes', () => {
  let now = 0
  const flows = createFlows<string>(() => now)
  const [first, second] = [flows.begin('one'), flows.begin('two')]
  expect([flows.take(first), flows.take(first), flows.take('made-up')]).toEqual(['one', null, null])
  now = 600_000
  expect([flows.take(second), flows.take(undefined)]).toEqual([null, null])
})

it('tries come back with time, without a debt', () => {
  let now = 0
  const throttle = createThrottle(() => now)
  const passed = () => throttle.passes('account', 'a')
  expect(Array.from({ length: 30 }, passed).filter(Boolean)).toHaveLength(10)
  now = 30_000
  expect([passed(), passed(), throttle.passes('account', 'b')]).toEqual([true, false, true])
})

it.each([
  ['/', '/'],
  ['/reviews/r1?note=a', '/reviews/r1?note=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\nLocation: b', '/'],
  [undefined, '/'],
])('the way back %s leads to %s', (path, safe) => {
  expect(safePath(path)).toBe(safe)
})
