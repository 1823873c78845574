import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { rawRecords } from '../../src/crdt/records.ts'
import { readMarks } from '../../src/crdt/marks.ts'
import { boundarySetOf, usable } from '../../src/domain/qla/boundaries.ts'
import { classRecord, pupilRecord, rollOf, sittingRefRecord } from '../../src/domain/qla/classes.ts'
import { missingForGrades } from '../../src/domain/qla/gate.ts'
import { gridOf } from '../../src/domain/qla/grid.ts'
import {
  boundaryQaRecord,
  boundaryRecord,
  boundarySetRecord,
  paperItemRecord,
  paperRecord,
} from '../../src/domain/qla/paper.ts'
import { retestGrid } from '../../src/domain/qla/retest.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  gridItems,
  gridPupils,
  markerRecord,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../src/domain/qla/sitting.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { schoolYearOf } from '../../src/domain/school-year.ts'
import { londonDate } from '../../src/domain/london.ts'
import { openRelay, openTablet } from './tablets.ts'

const YEAR = schoolYearOf(londonDate(Date.now()))
const [PAPERS, CHECKS, LIST, SITTING] = [
  'papers',
  'boundary-checks',
  `class/900001/${YEAR}/year-6`,
  `qla/900001/${YEAR}/year-6-arithmetic`,
]

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

describe('the analysis of the demonstration', () => {
  it('comes to the class teacher: papers, class list, and a class of which fourteen are marked', async () => {
    const { client, documents } = await openTablet(relay.base, 'p12', '1', [
      PAPERS,
      CHECKS,
      LIST,
      SITTING,
    ])
    client.start()
    const doc = (await documents.open(SITTING)).doc
    await vi.waitFor(() => expect(rawRecords(doc).length).toBeGreaterThan(60), {
      timeout: 40_000,
      interval: 100,
    })
    client.stop()
    const records = async <T>(name: string, type: RecordType<T>): Promise<T[]> => {
      const raws = rawRecords((await documents.open(name)).doc)
      return raws
        .filter((raw) => raw['type'] === type.type)
        .map((raw) => {
          const read = type.read(raw)
          if (!read.ok) throw new Error(`${type.type}: ${JSON.stringify(read.error)}`)
          return read.value
        })
    }

    const papers = await records(PAPERS, paperRecord)
    expect(papers.filter(({ spiral }) => spiral)).toHaveLength(papers.length / 2)
    expect(await records(PAPERS, paperItemRecord)).toHaveLength(36 + 20)
    const [lines, checks] = [
      await records(PAPERS, boundaryRecord),
      await records(CHECKS, boundaryQaRecord),
    ]
    for (const head of await records(PAPERS, boundarySetRecord))
      expect(usable(boundarySetOf(head, lines, checks)).ok).toBe(true)

    expect(await records(LIST, classRecord)).toMatchObject([{ teachers: ['p12'] }])
    const roll = rollOf(await records(LIST, pupilRecord))
    expect(roll).toHaveLength(30)
    expect(await records(LIST, sittingRefRecord)).toMatchObject([{ sitting: 'year-6-arithmetic' }])

    const [sitting] = await records(SITTING, sittingRecord)
    expect(papers.map(({ id }) => id)).toContain(sitting?.paper)
    expect(await records(SITTING, markerRecord)).toMatchObject([{ person: 'p12' }])
    expect(await records(SITTING, componentRecord)).toHaveLength(2)
    const marks = readMarks(doc, 'marks')
    const grid = gridOf(
      gridPupils(await records(SITTING, sittingPupilRecord)),
      gridItems(await records(SITTING, sittingItemRecord)),
      marks,
    )
    const [boundaries] = await records(SITTING, boundariesUsedRecord)
    const missing = missingForGrades({
      sitting: { spiral: false },
      grid,
      again: retestGrid(grid, readMarks(doc, 'retest')),
      areas: [],
      reteaches: [],
      retests: [],
      waivers: [],
      boundaries: boundaries ?? null,
      validity: null,
    })
    // Two of the sixteen who are not marked did not sit it.
    expect(missing).toEqual([
      { what: 'marks', cells: 14 * 36, pupils: 14 },
      { what: 'areas' },
      { what: 'retest' },
    ])
  })
})
