import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeMark } from '../../src/crdt/marks.ts'
import { createMarkBoards } from '../../src/store/mark-boards.ts'
import { openRelay, openTablet, type RelayTablet } from './tablets.ts'

/*
 * A teacher and a subject lead mark one class’s papers with no network, each on their own tablet, and
 * bring them together over a real relay.
 */
const SITTING = 'qla/900001/2026-27/p12-kestrels-arithmetic'
const DOCS = [SITTING]

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

async function marking({ documents, person, device }: RelayTablet) {
  const opened = await documents.open(SITTING)
  const boards = createMarkBoards(device, person)
  boards.watch(opened, () => undefined)
  const type = (pupil: number, item: number, value: number) =>
    writeMark(
      opened.doc,
      'marks',
      { pupil: pupil.toString(36), item: item.toString(36) },
      { hand: boards.hand, value },
    )
  const values = (pupil: number, item: number) =>
    boards.marks
      .typed(pupil.toString(36), item.toString(36))
      .map(({ value }) => String(value))
      .toSorted((a, b) => a.localeCompare(b))
  return { opened, type, values }
}

describe('marks over the relay', () => {
  it('HC03 a whole class marked by two, offline, is one grid: nothing is refused, nothing lost', async () => {
    const tablets = [
      await openTablet(relay.base, 'p12', '1', DOCS),
      await openTablet(relay.base, 'p23', '2', DOCS),
    ] as const
    const [juno, percival] = [await marking(tablets[0]), await marking(tablets[1])]
    // Split by question: the first half each, and one question that both marked.
    for (let pupil = 0; pupil < 28; pupil++) {
      for (let item = 0; item <= 18; item++) juno.type(pupil, item, 1)
      for (let item = 18; item < 36; item++) percival.type(pupil, item, pupil === 3 ? 0 : 1)
    }
    for (const { client } of tablets) client.start()
    await vi.waitFor(
      async () => {
        for (const { documents } of tablets) expect(documents.state().tally.unsent).toBe(0)
        const digests = await Promise.all(tablets.map(({ documents }) => documents.digest(SITTING)))
        expect(digests[0]).toBe(digests[1])
        expect(juno.values(27, 35)).toEqual(['1'])
        expect(percival.values(0, 0)).toEqual(['1'])
      },
      { timeout: 40_000, interval: 100 },
    )
    for (const { documents, client } of tablets) {
      expect(documents.state().tally.refused).toBe(0)
      client.stop()
    }
    for (const grid of [juno, percival]) {
      expect(grid.values(3, 18)).toEqual(['0', '1'])
      expect(grid.values(4, 18)).toEqual(['1', '1'])
      expect(grid.values(3, 17)).toEqual(['1'])
    }
  })

  it.each([
    ['p19', 'a teacher of another school', '5'],
    ['p01', 'the chief executive', '6'],
    ['p17', 'a school improvement partner', '7'],
  ])('B10 %s, %s, neither reads the marks nor writes any', async (person, _, digit) => {
    const tablet = await openTablet(relay.base, person, digit, DOCS)
    const grid = await marking(tablet)
    grid.type(0, 0, 0)
    tablet.client.start()
    await vi.waitFor(() => expect(tablet.documents.state().tally.refused).toBe(1), {
      timeout: 40_000,
      interval: 100,
    })
    tablet.client.stop()
    expect(grid.values(0, 1)).toEqual([])
  })
})
