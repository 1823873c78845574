import type { RawRecord, RecordType } from '../../src/domain/record.ts'
import type { GridItem, GridPupil, MarkSource, TypedMark } from '../../src/domain/qla/grid.ts'

/** A pupil of a made-up class. */
export const aPupil = (key: string, changes: Partial<GridPupil> = {}): GridPupil => ({
  key,
  localId: `X-${key}`,
  first: 'Moss',
  last: 'Marblebag',
  sex: '',
  ppg: false,
  sen: 'N',
  eal: false,
  prior: '',
  status: 'sat',
  dates: [],
  ...changes,
})

export const anItem = (key: string, max: number, changes: Partial<GridItem> = {}): GridItem => ({
  key,
  q: key,
  part: '',
  max,
  kind: '',
  code: '',
  strand: '',
  fromYear: null,
  tier: null,
  ...changes,
})

/** Marks by `pupil|item`: one hand's, or those of several. */
export const marksFrom = (
  cells: Readonly<Record<string, TypedMark['value'] | readonly TypedMark[]>>,
): MarkSource => ({
  typed(pupil, item) {
    const cell = cells[`${pupil}|${item}`]
    if (cell === undefined) return []
    return typeof cell === 'object' ? cell : [{ hand: 'hand1', value: cell }]
  },
})

/** A record as a device reads it. */
export function madeRecord<T>(type: RecordType<T>, fields: RawRecord): T {
  const read = type.read({
    type: type.type,
    v: type.version,
    id: 'r1',
    by: 'p12',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error(`${type.type}: ${JSON.stringify(read.error)}`)
  return read.value
}

/** A choice that one device made. */
export const chosen = <T>(value: T) => [{ value, device: 'tablet', at: 1 }]
