import { describe, expect, it } from 'vitest'
import type { PushRow } from '../../src/domain/wire/messages.ts'
import { enrolled, newKey } from './device-key.ts'
import { deviceOf, editor, nextId, rowOf, typeInto } from './rows.ts'
import { type FakeDevice, openWorld, START } from './world.ts'

const DOC = 'review/r1'
const NOTES = 'review/r1/notes/p04'
const A = deviceOf('a')
const B = deviceOf('b')

/** p04 has tablet a, p05 has tablet b; both tablets have keys, and p05's is the one with signal. */
function twoTablets() {
  const world = openWorld()
  const keyA = enrolled(world.accounts, 'p04', A, START)
  const keyB = enrolled(world.accounts, 'p05', B, START)
  return { ...world, keyA, keyB, line: world.device('p05', 'b') }
}

async function fateOf(device: FakeDevice, row: PushRow): Promise<string | undefined> {
  device.clear()
  await device.push(row)
  const refused = device.of('refused').flatMap(({ rows }) => rows)[0]?.reason
  return device.of('ack').length > 0 ? 'ack' : refused
}

describe('carried rows', () => {
  it('T21 are their author’s, in a document that the carrier may not even read', async () => {
    const { line, keyA, log } = twoTablets()
    const row = keyA.signs('p04', rowOf(NOTES, editor(7).one(typeInto('seen')), { device: A }))
    expect(await fateOf(line, row)).toBe('ack')
    const [stored] = await log.after(NOTES, 0, 9)
    expect(stored).toMatchObject({ person: 'p04', device: A, signature: row.signature })
    expect(await fateOf(line, row)).toBe('ack')
    expect(await log.head(NOTES)).toBe(1)
  })

  it('T21 go on where the author’s own line left off, under the same clientID', async () => {
    const { line, keyA, device, log } = twoTablets()
    const own = device('p04', 'a')
    const source = editor(7)
    const [first, second] = [source.one(typeInto('a')), source.one(typeInto('b'))]
    await own.push(keyA.signs('p04', rowOf(DOC, first, { device: A })))
    expect(await fateOf(line, keyA.signs('p04', rowOf(DOC, second, { device: A })))).toBe('ack')
    expect((await log.after(DOC, 0, 9)).map(({ person }) => person)).toEqual(['p04', 'p04'])
  })

  it('T17 T21 follow the rights of their author at the moment they arrive', async () => {
    const { line, keyA, accounts, clock } = twoTablets()
    const row = keyA.signs('p04', rowOf(DOC, editor().one(typeInto('late')), { device: A }))
    accounts.people.remove('p04', clock.now)
    expect(await fateOf(line, row)).toBe('not-allowed')
  })

  it('T26 of a device that was reported lost are put aside, over its own line and any other', async () => {
    const { line, keyA, accounts, device, log } = twoTablets()
    const own = device('p04', 'a')
    const row = keyA.signs('p04', rowOf(DOC, editor().one(typeInto('late')), { device: A }))
    accounts.enrolments.revoke(A, 'p01', START)
    expect(await fateOf(line, row)).toBe('device-revoked')
    await own.push(row)
    expect(own.bye).toBe('revoked')
    expect(await log.quarantined(DOC)).toMatchObject([{ id: row.id, reason: 'device-revoked' }])
  })
})

describe('T21 planted rows', () => {
  const text = () => editor().one(typeInto('forged'))

  it('T21 in another person’s name are refused: unsigned, and signed by another key', async () => {
    const { line, keyB, log } = twoTablets()
    expect(await fateOf(line, rowOf(DOC, text(), { device: A }))).toBe('not-allowed')
    const signed = keyB.signs('p04', rowOf(DOC, text(), { device: A }))
    expect(await fateOf(line, signed)).toBe('bad-signature')
    expect(await log.head(DOC)).toBe(0)
  })

  it('T21 with a signature that was made for something else are refused', async () => {
    const { line, keyA } = twoTablets()
    const good = keyA.signs('p04', rowOf(DOC, text(), { device: A }))
    const other = rowOf(DOC, text(), { device: A })
    for (const forged of [
      { ...other, signature: good.signature },
      { ...good, madeAt: good.madeAt + 1 },
      keyA.signs('p05', other),
    ])
      expect(await fateOf(line, forged)).toBe('bad-signature')
    // Under another id the hash is right and signed for nobody; under the same id it is not right.
    const moved = rowOf(NOTES, good.bytes, { id: good.id, device: A })
    expect(await fateOf(line, { ...moved, signature: good.signature })).toBe('bad-signature')
    expect(await fateOf(line, { ...good, doc: NOTES })).toBe('damaged')
    expect(await fateOf(line, good)).toBe('ack')
  })

  it('T21 from a device of nobody’s are refused, and so is a foreign signature on one’s own line', async () => {
    const { line, keyA, keyB } = twoTablets()
    const stray = rowOf(DOC, text(), { device: deviceOf('f') })
    expect(await fateOf(line, newKey().signs('p05', stray))).toBe('unknown-device')
    const own = rowOf(DOC, text(), { device: B })
    expect(await fateOf(line, keyA.signs('p05', own))).toBe('bad-signature')
    expect(await fateOf(line, keyB.signs('p05', { ...own, id: nextId() }))).toBe('damaged')
    expect(await fateOf(line, keyB.signs('p05', own))).toBe('ack')
  })

  it('T21 under a clientID of somebody else’s are refused, whoever carries them', async () => {
    const { line, keyA, device } = twoTablets()
    const mine = device('p05', 'b')
    const source = editor(99)
    await mine.push(rowOf(DOC, source.one(typeInto('mine')), { device: B }))
    const foreign = rowOf(DOC, source.one(typeInto('theirs')), { device: A })
    expect(await fateOf(line, keyA.signs('p04', foreign))).toBe('client-taken')
  })

  it('T21 without a signature name a device that has a key only over its own line', async () => {
    const { accounts, device } = twoTablets()
    const phone = device('p04', 'c')
    enrolled(accounts, 'p04', deviceOf('c'), START)
    expect(await fateOf(phone, rowOf(DOC, text(), { device: A }))).toBe('bad-signature')
    expect(await fateOf(device('p04', 'a'), rowOf(DOC, text(), { device: A }))).toBe('ack')
  })
})
