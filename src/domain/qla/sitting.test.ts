import { describe, expect, it } from 'vitest'
import { chosen, madeRecord } from '../../../test/helpers/qla-grid.ts'
import { classRecord, initialsOf, pupilRecord, rollOf } from './classes.ts'
import { choiceIn, qlaSettingsRecord, settingsOf, USUAL_SETTINGS } from './settings.ts'
import {
  gridItems,
  gridPupils,
  handOf,
  lateKey,
  shortKeys,
  sittingItemRecord,
  sittingPupilRecord,
  statusOf,
} from './sitting.ts'

const inSitting = (fields: object) =>
  madeRecord(sittingPupilRecord, {
    key: '0',
    n: 0,
    localId: 'Y6-01',
    first: 'Iris',
    last: 'Inkblot',
    ...fields,
  })

describe('pupils of a sitting', () => {
  it('HC02 whoever nobody said anything about sat it; two devices that differ leave it open', () => {
    expect(statusOf([])).toBe('sat')
    expect(statusOf(chosen('absent' as const))).toBe('absent')
    expect(
      statusOf([
        { value: 'absent', device: 'a', at: 1 },
        { value: 'sat', device: 'b', at: 1 },
      ]),
    ).toBeNull()
  })

  it('HC05 four pupils who sat it over two days have two dates each in one sitting', () => {
    const dates = ['2026-11-16', '2026-11-17']
    const four = [0, 1, 2, 3].map((n) => inSitting({ id: `p${n}`, key: `${n}`, n, dates }))
    const rest = inSitting({ id: 'p9', key: '9', n: 9 })
    expect(
      gridPupils([rest, ...four]).map(({ key, dates: on, status }) => [key, on.length, status]),
    ).toEqual([
      ['0', 2, 'sat'],
      ['1', 2, 'sat'],
      ['2', 2, 'sat'],
      ['3', 2, 'sat'],
      ['9', 0, 'sat'],
    ])
  })

  it('removed ones are not in the grid, and it is in their order', () => {
    const pupils = [
      inSitting({ key: '1', n: 2 }),
      inSitting({ key: '2', n: 1 }),
      inSitting({ key: '3', removedAt: 5 }),
    ]
    expect(gridPupils(pupils).map(({ key }) => key)).toEqual(['2', '1'])
    const item = (key: string, n: number, removedAt: number | null = null) =>
      madeRecord(sittingItemRecord, { key, n, q: key, max: 2, removedAt })
    expect(gridItems([item('b', 2), item('a', 1), item('c', 0, 4)]).map(({ key }) => key)).toEqual([
      'a',
      'b',
    ])
  })

  it('keys are short, and none but those of our making is read', () => {
    expect(shortKeys(38).slice(-3)).toEqual(['z', '10', '11'])
    expect(new Set(shortKeys(300)).size).toBe(300)
    expect(lateKey('01JABCDEFGHJKMNPQRSTVWXYZ0')).toMatch(/^[0-9a-z]{7}$/)
    expect(() => inSitting({ key: 'a|b' })).toThrow(/qla-sitting-pupil/)
    expect(() => inSitting({ key: '' })).toThrow(/qla-sitting-pupil/)
  })
})

describe('a hand', () => {
  it('HC03 is another for another device and another person, and the same each time', () => {
    const hands = ['d1', 'd2'].flatMap((device) =>
      ['p12', 'p23'].map((person) => handOf(device, person)),
    )
    expect(new Set(hands).size).toBe(4)
    expect(handOf('d1', 'p12')).toBe(hands[0])
    for (const hand of hands) expect(hand).toMatch(/^[0-9a-z]{5}$/)
    const many = Array.from({ length: 400 }, (_, n) => handOf(`${n}`.padStart(32, 'a'), 'p12'))
    expect(new Set(many).size).toBe(400)
  })
})

describe('classes', () => {
  const of = { by: 'p12', madeAt: 1 }
  const pupil = (id: string, last: string, removedAt: number | null = null) =>
    madeRecord(pupilRecord, {
      ...of,
      id,
      localId: id,
      first: 'Iris',
      last,
      yearGroup: 6,
      removedAt,
    })

  it('holds those who are in it, by surname', () => {
    const pupils = [pupil('1', 'Teaspoon'), pupil('2', 'Bobbin'), pupil('3', 'Gone', 9)]
    expect(rollOf(pupils).map(({ last }) => last)).toEqual(['Bobbin', 'Teaspoon'])
    expect(initialsOf({ first: 'iris', last: 'Inkblot' })).toBe('II')
    expect(madeRecord(classRecord, { name: '6 Kestrels', yearGroup: 6 }).teachers).toEqual([])
  })
})

describe('settings', () => {
  const made = (fields: object) => madeRecord(qlaSettingsRecord, { id: 's1', ...fields })

  it('HC04 are the usual ones until the trust chooses', () => {
    expect(settingsOf([])).toEqual(USUAL_SETTINGS)
    expect(settingsOf([made({ retest: chosen('best'), tolerance: chosen(2) })])).toEqual({
      ...USUAL_SETTINGS,
      retest: 'best',
      tolerance: 2,
    })
  })

  it('C55 what two devices set differently holds for neither until somebody picks', () => {
    const [one, two] = [made({ tolerance: chosen(2) }), made({ id: 's2', tolerance: chosen(3) })]
    expect(settingsOf([one, two]).tolerance).toBe(USUAL_SETTINGS.tolerance)
    expect(choiceIn([one, two], 'tolerance').map(({ value }) => value)).toEqual([2, 3])
    expect(settingsOf([one, made({ id: 's2', minGroup: chosen(8) })])).toMatchObject({
      tolerance: 2,
      minGroup: 8,
    })
  })

  it('C51 the least number of a group cannot be set under six', () => {
    expect(() => made({ minGroup: chosen(5) })).toThrow(/qla-settings/)
    expect(settingsOf([made({ minGroup: chosen(10) })]).minGroup).toBe(10)
  })
})
