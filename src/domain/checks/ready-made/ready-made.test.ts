import { describe, expect, it } from 'vitest'
import { templateBodySchema } from '../template.ts'
import { scoreOf } from '../scoring.ts'
import { promptsOf } from '../shown.ts'
import { READY_MADE } from './index.ts'
import { BOOK_LOOK, LEARNING_WALK } from './learning.ts'
import { PUPIL_BOOK_STUDY, PUPIL_VOICE } from './pupils.ts'
import { BACKBONE_SELF_CHECK, SPINE_SELF_CHECK } from './self-checks.ts'
import { SCR_SPOT_CHECK } from './scr.ts'
import { MONTHLY_WALKAROUND } from './walkaround.ts'

describe('ready-made checklists', () => {
  it('have keys and names of their own', () => {
    expect(new Set(READY_MADE.map(({ key }) => key)).size).toBe(READY_MADE.length)
    expect(new Set(READY_MADE.map(({ name }) => name)).size).toBe(READY_MADE.length)
  })

  it.each(READY_MADE.map((body) => [body.key, body] as const))('%s is whole', (_, body) => {
    expect(templateBodySchema.parse(body)).toEqual(body)
    const prompts = body.sections.flatMap((section) => section.prompts)
    const ids = prompts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(body.sections.map(({ id }) => id)).size).toBe(body.sections.length)
    for (const { kind, options } of prompts) expect(options.length > 1).toBe(kind === 'choice')
    for (const { after } of prompts) expect([null, ...ids]).toContain(after?.prompt ?? null)
  })

  it('C14: no answer of a look at learning is a share of a score', () => {
    for (const body of [LEARNING_WALK, BOOK_LOOK, PUPIL_BOOK_STUDY, PUPIL_VOICE]) {
      const given = new Map(
        promptsOf(body).map(({ id, options }) => [id, options.at(-1)?.value ?? '3/6']),
      )
      expect(scoreOf(body, given).total).toBeNull()
    }
  })

  it('the self-checks go over every area, two to four statements each', () => {
    expect(SPINE_SELF_CHECK.sections).toHaveLength(13)
    expect(BACKBONE_SELF_CHECK.sections).toHaveLength(15)
    for (const { prompts } of [...SPINE_SELF_CHECK.sections, ...BACKBONE_SELF_CHECK.sections])
      expect([2, 3, 4]).toContain(prompts.length)
  })

  it('the monthly walkaround has thirty things in seven zones', () => {
    expect(MONTHLY_WALKAROUND.sections.map(({ prompts }) => prompts.length)).toEqual([
      4, 6, 7, 4, 4, 3, 2,
    ])
  })

  it('C42: the single central record is looked at without a camera', () => {
    expect(SCR_SPOT_CHECK.noPhotos).toBe(true)
  })
})
