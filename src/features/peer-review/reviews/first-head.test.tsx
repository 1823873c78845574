// @vitest-environment jsdom
import { act } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { deskFor, factsOf, HERE, REVIEW, show } from '../../../../test/helpers/planning-desk.tsx'
import { rawRecords } from '../../../crdt/records.ts'
import { reviewRecord } from '../../../domain/peer-review/pack.ts'
import type { Desk } from '../../../store/react.tsx'
import { FirstHead } from './first-head.tsx'

const STEP_MS = 200

/** In small steps: React shows what came in only between them. */
async function aWhile(until: () => Promise<boolean> = async () => true) {
  for (let step = 0; step < 12 || (step < 60 && !(await until())); step++)
    await act(() => new Promise((resolve) => setTimeout(resolve, STEP_MS)))
}

describe('the head of a new pack', () => {
  const headsOn = async (desk: Desk) => {
    const { doc } = await desk.documents.open('review/r1')
    return rawRecords(doc).filter(({ type }) => type === reviewRecord.type)
  }

  it('is begun once, with the school’s name, the day and empty texts', async () => {
    const desk = await deskFor(factsOf('p03', 'Head', HERE))
    const first = show(desk, <FirstHead access={REVIEW} />)
    await aWhile(async () => (await headsOn(desk)).length > 0)
    expect(await headsOn(desk)).toHaveLength(1)
    first.unmount()
    show(desk, <FirstHead access={REVIEW} />)
    await aWhile()
    expect(await headsOn(desk)).toMatchObject([
      { urn: HERE, schoolName: 'Rookery Pond', date: '2026-12-08', focus: '', known: '' },
    ])
  })

  it('is not begun with no signal, nor by somebody who may not write it', async () => {
    const offline = await deskFor(factsOf('p03', 'Head', HERE), false)
    const outside = await deskFor(factsOf('p01', 'CEO', null))
    for (const desk of [offline, outside]) show(desk, <FirstHead access={REVIEW} />)
    await aWhile()
    expect([await headsOn(offline), await headsOn(outside)]).toEqual([[], []])
  })
})
