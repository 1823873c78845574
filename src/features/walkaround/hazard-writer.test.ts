import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeRecord, createRecord, rawRecords } from '../../crdt/records.ts'
import { type Action, actionRecord } from '../../domain/actions/action.ts'
import { USUAL_DUE } from '../../domain/actions/due.ts'
import { MONTHLY_WALKAROUND } from '../../domain/checks/ready-made/walkaround.ts'
import { type Defect, defectRecord, runRecord } from '../../domain/checks/run.ts'
import type { RecordType } from '../../domain/record.ts'
import type { LiveDocument } from '../../store/use-document.ts'
import { hazardWriter } from './hazard-writer.ts'

const DAY = '2026-11-11'
const author = { device: 'd', at: 1 }

/** A document as a screen has it, without the screen. */
function live(doc: Y.Doc): LiveDocument {
  let made = 0
  return {
    ready: true,
    readOnly: false,
    all: <T>(type: RecordType<T>) => {
      const read = rawRecords(doc).map((raw) => type.read(raw))
      const rows = read.flatMap((each) => (each.ok ? [each.value] : []))
      return { rows, unreadable: 0, loading: false }
    },
    create: (type, fields) => {
      const id = `${type.type}-${++made}`
      createRecord(doc, type, id, fields, author)
      return id
    },
    change: (type, id, fields) => changeRecord(doc, type, id, fields, author),
  }
}

function walk() {
  const [document, before, list] = [live(new Y.Doc()), live(new Y.Doc()), live(new Y.Doc())]
  const by = { by: 'p09', madeAt: 1 }
  const run = document.create(runRecord, { template: MONTHLY_WALKAROUND, date: DAY, ...by }) ?? ''
  const first = { run, prompt: 'C5', what: 'Door', madeSafe: '', ...by }
  const hazard = document.create(defectRecord, first) ?? ''
  const actions = (): readonly Action[] => list.all(actionRecord).rows
  const defect = (): Defect => {
    const found = document.all(defectRecord).rows.find(({ id }) => id === hazard)
    if (!found) throw new Error('The hazard is gone')
    return found
  }
  /** The hands as they are at this moment: a screen makes them anew for each look. */
  const hands = () => {
    const found = document.all(runRecord).rows.find(({ id }) => id === run)
    if (!found) throw new Error('The run is gone')
    const here = {
      ref: { kind: 'checks', urn: '900001', year: '2026-27', run },
      name: 'checks/900001/2026-27',
      run: found,
      document,
      before,
      list,
      answers: new Map(),
      defects: [defect()],
      runs: [found],
      actions: actions(),
      photosOf: () => 0,
      writes: true,
      submitted: false,
    } as const
    return hazardWriter(here, { rule: USUAL_DUE, now: () => 9, mark: () => by })
  }
  const standing = () => actions().filter(({ removedAt }) => removedAt === null)
  return { hands, defect, actions, standing }
}

describe('the action that a hazard becomes', () => {
  it('is made once with the colour, and due by the trust’s rule', () => {
    const { hands, defect, standing } = walk()
    hands().rate(defect(), 'amber')
    expect(standing()).toMatchObject([
      { what: 'Door', priority: 'amber', due: '2026-11-18', raisedOn: DAY, owner: null },
    ])
    expect(standing()[0]?.source).toEqual({ type: 'walkaround', id: defect().id })
    hands().rate(defect(), 'red')
    expect(standing()).toMatchObject([{ priority: 'red', due: '2026-11-12' }])
  })

  it('keeps a day that somebody has set', () => {
    const { hands, defect, standing } = walk()
    hands().rate(defect(), 'green')
    hands().changeAction(defect(), { due: '2026-11-20' })
    hands().rate(defect(), 'amber')
    expect(standing()).toMatchObject([{ priority: 'amber', due: '2026-11-20' }])
  })

  it('says what the hazard says', () => {
    const { hands, defect, standing } = walk()
    hands().rate(defect(), 'amber')
    hands().changeHazard(defect(), { what: 'Hall door does not latch' })
    hands().changeHazard(defect(), { place: 'Hall' })
    expect(standing()).toMatchObject([{ what: 'Hall door does not latch', place: 'Hall' }])
  })

  it('is not owed for what was put right on site, unless it was red', () => {
    const { hands, defect, standing } = walk()
    hands().rate(defect(), 'amber')
    hands().correct(defect(), true)
    expect(standing()).toEqual([])
    hands().correct(defect(), false)
    expect(standing()).toMatchObject([{ due: '2026-11-18' }])
    hands().rate(defect(), 'red')
    hands().correct(defect(), true)
    expect(standing()).toHaveLength(1)
  })

  it('goes when the hazard is removed, and stays in the history', () => {
    const { hands, defect, standing, actions } = walk()
    hands().rate(defect(), 'amber')
    hands().removeHazard(defect())
    expect(standing()).toEqual([])
    expect(actions()).toHaveLength(1)
    expect(defect().removedAt).toBe(9)
  })
})
