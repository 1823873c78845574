import type { Page } from '@playwright/test'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { everyScreen, someNotes } from './support/every-screen.ts'
import { insider, otherSite, watchPage } from './support/hostile.ts'
import { quarantined } from './support/relay-rows.ts'
import { expectChecked, goTo, ready, readyWithPack, signIn, where } from './support/screens.ts'
import { expect, test } from './support/world.ts'

const stoppedAt = (log: string) => log.split('\n').filter((line) => line.includes('csp-'))

test('T40 no screen asks anybody but the trust, and the policy has nothing to stop', async ({
  world,
}) => {
  test.slow()
  const tablet = await world.tablet()
  await tablet.on('/healthz')
  const seen = await watchPage(tablet.page)
  await tablet.go('/')
  await signIn(tablet.page, 'p04')
  await expectChecked(tablet.page)
  await someNotes(tablet.page)
  const stopped: string[] = []
  for (const { open } of everyScreen(world.review)) {
    await open(tablet.page)
    stopped.push(...(await seen.stopped()))
  }
  expect(seen.asked.length).toBeGreaterThan(20)
  expect(seen.elsewhere()).toEqual([])
  expect(stopped).toEqual([])
  expect(stoppedAt(world.relay.log)).toEqual([])
})

test('T23 Trusted Types stop what would make script of text, and say so without its words', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  const thrown = await page.evaluate(() => {
    const tries: Record<string, () => unknown> = {
      markup: () => (document.body.innerHTML = '<img src=x onerror="window.hit = 1">'),
      script: () => {
        const script = document.createElement('script')
        script.text = 'window.hit = 1'
        document.body.append(script)
      },
      timer: () => setTimeout('window.hit = 1' as unknown as () => void),
      worker: () => new Worker('/assets/other.js'),
      policy: () =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy(n: string, r: object): object } }
        ).trustedTypes.createPolicy('another', {}),
    }
    return Object.entries(tries).flatMap(([name, run]) => {
      try {
        run()
        return []
      } catch {
        return [name]
      }
    })
  })
  expect(thrown).toEqual(['markup', 'script', 'timer', 'worker', 'policy'])
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  await expect.poll(() => stoppedAt(world.relay.log).length).toBeGreaterThan(0)
  expect(stoppedAt(world.relay.log).join()).not.toContain('hit')
  tablet.complaints.length = 0
})

const CODES = [
  '<script>HIT</script>',
  '<img src=x onerror=HIT>',
  '<svg/onload=HIT>',
  '<svg><script>HIT</script></svg>',
  '<iframe srcdoc="<script>HIT</script>"></iframe>',
  '<iframe src="javascript:HIT"></iframe>',
  '<a href="javascript:HIT">read</a>',
  '<details open ontoggle=HIT>',
  '<video><source onerror=HIT></video>',
  '<math><mtext><img src onerror=HIT></mtext></math>',
  '<input autofocus onfocus=HIT>',
  '<style>@import "javascript:HIT"</style>',
  '<object data="javascript:HIT"></object>',
  '<form action="javascript:HIT"><button>go</button></form>',
  '<base href="https://elsewhere.example/">',
  '<link rel=stylesheet href="https://elsewhere.example/x.css">',
  '<meta http-equiv=refresh content="0;url=javascript:HIT">',
  'javascript:HIT',
  '{{constructor.constructor("HIT")()}}',
  // What a template is called in code is the payload itself here.
  '$' + '{HIT}',
] as const
const DRESSES: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `">${code}`,
  (code) => `'>${code}`,
  (code) => `</textarea>${code}`,
  (code) => `</title></style></script>${code}`,
  (code) => `<!--${code}-->${code}`,
  (code) => `]]>${code}`,
  (code) => code.toUpperCase().replaceAll('HIT', 'hit'),
  (code) => code.replaceAll('<', '\u003c\u0000'),
  (code) => `&lt;${code}&gt;`,
  (code) => encodeURIComponent(code),
  (code) => `\u202e${code}\u202c`,
  (code) => `[x](${code})`,
  (code) => `${code}\r\n\r\n${code}`,
  (code) => `data:text/html,${code}`,
]

const PAYLOADS = DRESSES.flatMap((dress) =>
  CODES.map((code) => dress(code.replaceAll('HIT', 'window.hit=1'))),
)

async function openAll(page: Page, review: string) {
  for (const path of [
    '',
    '/team',
    '/notes',
    '/meeting',
    '/answers',
    '/day',
    '/people',
    '/timetable',
  ]) {
    await page.goto(new URL(`/reviews/${review}${path}`, page.url()).href)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByText(/^(Opening|Asking) /)).toHaveCount(0)
    expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  }
}

test('T23 300 pieces of script, by raw update, in every field of a note: words and no more', async ({
  world,
}) => {
  test.slow()
  expect(PAYLOADS).toHaveLength(300)
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  const seen = await watchPage(page)
  const hostile = await insider(world.relay, 'p05')
  const records = Object.fromEntries(
    PAYLOADS.map((text, i) => [
      `hostile-${i}`,
      // Every field that is text on the screen, and those that are not.
      { by: 'p05', madeAt: Date.now(), text, place: text, year: text.slice(0, 40), slot: text },
    ]),
  )
  const fates = await hostile.write(world.notesOf('p05'), noteRecord, records)
  expect(new Set(fates)).toEqual(new Set(['ack']))
  await page.goto(new URL(`/reviews/${world.review}/team`, page.url()).href)
  await expect(page.getByText(PAYLOADS[1] ?? '', { exact: true }).first()).toBeVisible()
  await openAll(page, world.review)
  expect(await seen.stopped()).toEqual([])
  expect(stoppedAt(world.relay.log)).toEqual([])
  expect(seen.elsewhere()).toEqual([])
})

test('T22 names that reach an object’s prototype: refused or harmless, and every page opens', async ({
  world,
}) => {
  const tablet = await world.tablet()
  const page = await readyWithPack(tablet, 'p04')
  const hostile = await insider(world.relay, 'p05')
  const doc = world.notesOf('p05')
  const note = { by: 'p05', madeAt: Date.now(), text: 'An honest note beside it' }
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    expect(
      await hostile.write(doc, noteRecord, { [`r-${key}`]: { ...note, ...own(key) } }),
    ).toEqual(['forbidden-key'])
  }
  expect(quarantined(world.relay)).toBe(3)
  const others = ['toString', 'valueOf', 'hasOwnProperty', 'toJSON', 'then']
  const records = Object.fromEntries(others.map((key) => [key, { ...note, ...own(key) }]))
  const second = await insider(world.relay, 'p07')
  expect(await second.write(world.notesOf('p07'), noteRecord, records)).toEqual(
    others.map(() => 'ack'),
  )
  await page.goto(new URL(`/reviews/${world.review}/team`, page.url()).href)
  await expect(page.getByText('An honest note beside it')).toHaveCount(others.length)
  await openAll(page, world.review)
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
})

/** An own property of that name, also where writing it would set the prototype. */
function own(key: string): object {
  return Object.defineProperty({}, key, { value: 'x', enumerable: true })
}

const ATTACK = (relay: string) => `<!doctype html><title>elsewhere</title><script>
  const said = window.said = []
  const socket = new WebSocket('${relay.replace('http', 'ws')}/sync')
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => said.push('open')
  socket.onmessage = () => said.push('bytes')
  socket.onclose = () => said.push('closed')
  const tryIt = (method, path) => fetch('${relay}' + path, {
    method, mode: 'no-cors', credentials: 'include', body: '{"person":"p01"}',
  }).then(() => said.push('sent'), () => said.push('stopped'))
  tryIt('POST', '/api/session')
  tryIt('POST', '/api/reviews')
  tryIt('POST', '/sync')
  fetch('${relay}/api/session', { credentials: 'include' })
    .then((answer) => answer.text()).then((text) => said.push('read ' + text), () => said.push('unread'))
</script>`

for (const host of ['localhost', '127.0.0.1'] as const)
  test(`T16 another site’s page, at ${host}, opens no line, reads nothing and changes nothing`, async ({
    world,
  }) => {
    const tablet = await world.tablet()
    await readyWithPack(tablet, 'p04')
    const site = await otherSite(host, ATTACK(tablet.air.url))
    const page = await tablet.context.newPage()
    await page.goto(site.url)
    const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
    await expect.poll(async () => (await said()).length).toBe(5)
    expect((await said()).sort()).toEqual(
      expect.arrayContaining(['closed', 'unread', expect.stringMatching(/sent|stopped/)]),
    )
    expect(await said()).not.toContain('open')
    expect(await said()).not.toContain('bytes')
    await page.close()
    site.end()
    // Still the same person as before, on the same line.
    await tablet.page.reload()
    await expect(where(tablet.page)).toBeVisible()
    await expect(tablet.page.getByText('Rufus').first()).toBeVisible()
    tablet.complaints.length = 0
  })

test('T17 what somebody sent who may not: the CEO sees whose, why and when, and not a word of it', async ({
  world,
}) => {
  const away = await insider(world.relay, 'p12')
  const note = { by: 'p12', madeAt: Date.now(), text: 'Seen behind the stage' }
  const fates = await away.write(world.notesOf('p12'), noteRecord, { late: note })
  expect(fates).toEqual(['not-allowed'])
  const tablet = await world.tablet()
  const page = await ready(tablet, 'p01')
  await goTo(page, 'Account')
  await page.getByRole('link', { name: 'Work that was put aside' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Work put aside' })).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toContainText('Juno Paperclip')
  await expect(page.getByRole('article')).toContainText('They may not write there, or no longer')
  await expect(page.getByText('Seen behind the stage')).toHaveCount(0)
  for (const [name, size] of [
    ['tablet', { width: 1024, height: 768 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `test-results/put-aside-${name}.png` })
  }
  tablet.air.set('cut')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No answer from the trust' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible()
})
