import { describe, expect, it } from 'vitest'
import { needsWalkersReason, sayTold, toldOf } from './agreed.ts'
import { nextStage, stageOf, stepNeeds, walkStepRecord } from './stages.ts'
import { walkerRecord, walkersOf } from './walk.ts'
import { read, aWalk, aRoom } from '../../../test/helpers/learning-walk.ts'

describe('C13 agreed with staff', () => {
  const walkers = ['p05', 'p07']

  it('C13 nothing counts as told until somebody says so', () => {
    expect(toldOf(aWalk(), walkers)).toEqual({
      date: 'not_told',
      focus: 'not_told',
      who: 'not_told',
    })
  })

  it('C13 what changes after it was told shows as changed, and the rest stays told', () => {
    const told = {
      ...sayTold(aWalk(), walkers, 'date', true),
      ...sayTold(aWalk(), walkers, 'focus', true),
      ...sayTold(aWalk(), walkers, 'who', true),
    }
    expect(toldOf(aWalk(told), ['p07', 'p05'])).toEqual({
      date: 'told',
      focus: 'told',
      who: 'told',
    })
    const moved = aWalk({ ...told, date: '2026-11-26' })
    expect(toldOf(moved, [...walkers, 'p03'])).toEqual({
      date: 'changed_since',
      focus: 'told',
      who: 'changed_since',
    })
    expect(
      toldOf(aWalk({ ...told, ...sayTold(aWalk(), walkers, 'focus', false) }), walkers).focus,
    ).toBe('not_told')
  })

  it('C13 two walk; a third asks for a reason', () => {
    expect(needsWalkersReason(walkers, '')).toBe(false)
    expect(needsWalkersReason([...walkers, 'p03'], ' ')).toBe(true)
    expect(needsWalkersReason([...walkers, 'p03'], 'Learning to lead walks')).toBe(false)
  })

  it('C13 two devices that name one walker each keep both, and one person counts once', () => {
    const one = (id: string, person: string, removedAt: number | null = null) =>
      read(walkerRecord, { id, walk: 'w', person, removedAt })
    expect(
      walkersOf([one('a', 'p07'), one('b', 'p05'), one('c', 'p05'), one('d', 'p03', 4)]),
    ).toEqual(['p05', 'p07'])
  })

  it('C13 agreeing goes with a reason while staff are not told, and stops without focus, day or walkers', () => {
    const facts = { walk: aWalk(), walkers, rooms: [], found: false, sharedWith: [], themes: 0 }
    expect(stepNeeds('agreed', facts)).toEqual([{ kind: 'ask', what: 'not_told' }])
    const bare = { ...facts, walk: aWalk({ focus: ' ', date: '' }), walkers: [] }
    expect(stepNeeds('agreed', bare).map(({ what }) => what)).toEqual([
      'focus',
      'date',
      'walkers',
      'not_told',
    ])
    const three = { ...facts, walkers: ['p03', 'p05', 'p07'] }
    expect(stepNeeds('agreed', three)).toContainEqual({ kind: 'stop', what: 'third_walker' })
    const told = aWalk({
      agreedOn: '2026-11-16',
      ...sayTold(aWalk(), walkers, 'date', true),
      ...sayTold(aWalk(), walkers, 'focus', true),
      ...sayTold(aWalk(), walkers, 'who', true),
    })
    expect(stepNeeds('agreed', { ...facts, walk: told })).toEqual([])
  })
})

describe('C13 stages', () => {
  const step = (id: string, to: string) => read(walkStepRecord, { id, walk: 'w', to })

  it('go one by one, and two devices that took the same step agree', () => {
    expect(stageOf([])).toBeNull()
    expect(nextStage(null)).toBe('agreed')
    const steps = [step('b', 'walked'), step('a', 'agreed'), step('c', 'walked')]
    expect(stageOf(steps)).toBe('walked')
    expect(nextStage('walked')).toBe('shared_with_staff')
    expect(nextStage('summarised')).toBeNull()
  })

  it('C13 nobody goes on past telling those visited without a reason', () => {
    const facts = { walk: aWalk(), walkers: ['p23'], found: true, sharedWith: ['p12'], themes: 1 }
    const visited = aRoom('r1', { arrivedAt: 5 })
    expect(stepNeeds('walked', { ...facts, rooms: [visited], found: false })).toEqual([
      { kind: 'stop', what: 'nothing_seen' },
    ])
    expect(stepNeeds('shared_with_staff', { ...facts, rooms: [visited] })).toEqual([
      { kind: 'ask', what: 'not_shared' },
    ])
    const rooms = [
      aRoom('r1', { arrivedAt: 5, sharedAt: 9 }),
      aRoom('r2'),
      aRoom('r3', { arrivedAt: 5, removedAt: 7 }),
    ]
    expect(stepNeeds('shared_with_staff', { ...facts, rooms })).toEqual([])
    expect(stepNeeds('shared_with_staff', { ...facts, rooms: [], sharedWith: [] })).toEqual([
      { kind: 'ask', what: 'not_shared' },
    ])
    expect(stepNeeds('summarised', { ...facts, rooms, themes: 0 })).toEqual([
      { kind: 'stop', what: 'no_theme' },
    ])
  })
})
