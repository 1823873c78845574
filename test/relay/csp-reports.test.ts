import { expect, it } from 'vitest'
import { cspReports } from '../../sync-server/csp-reports.ts'

function desk() {
  const clock = { now: 1_000_000 }
  const said: string[] = []
  const app = cspReports({
    now: () => clock.now,
    note: (event, facts) => said.push(`${event} ${JSON.stringify(facts)}`),
  })
  const send = async (body: unknown) =>
    (await app.request('/', { method: 'POST', body: JSON.stringify(body) })).status
  return { clock, said, send }
}

const legacy = (blocked: string) => ({
  'csp-report': {
    'document-uri': 'https://corridor.example/reviews/1?q=Juno',
    'effective-directive': 'script-src-elem',
    'blocked-uri': blocked,
    'script-sample': 'Juno was unkind',
  },
})

it('T23 counts what the policy stopped, by kind, and keeps no address and no words', async () => {
  const { said, send } = desk()
  expect(await send(legacy('https://elsewhere.example/x.js?name=Juno'))).toBe(204)
  expect(await send(legacy('inline'))).toBe(204)
  const body = { effectiveDirective: 'require-trusted-types-for', blockedURL: 'trusted-types-sink' }
  expect(await send([{ type: 'csp-violation', url: 'https://x/Juno', body }])).toBe(204)
  expect(said).toEqual([
    'csp-violation {"directive":"script-src-elem","blocked":"https"}',
    'csp-violation {"directive":"script-src-elem","blocked":"inline"}',
    'csp-violation {"directive":"require-trusted-types-for","blocked":"trusted-types-sink"}',
  ])
})

it('T23 answers nonsense like anything else, and a flood is one line a minute', async () => {
  const { said, send, clock } = desk()
  for (const nonsense of [null, 7, {}, [{ type: 'other' }], 'text'])
    expect(await send(nonsense)).toBe(204)
  expect(said).toEqual([])
  for (let i = 0; i < 500; i++) expect(await send(legacy('inline'))).toBe(204)
  expect(said).toHaveLength(15)
  clock.now += 60_000
  await send(legacy('eval'))
  expect(said.slice(15)).toEqual([
    'csp-flood {"reports":505}',
    'csp-violation {"directive":"script-src-elem","blocked":"eval"}',
  ])
})
