import { describe, expect, it } from 'vitest'
import { templateBodySchema } from '../template.ts'
import { READY_MADE } from './index.ts'
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
    for (const { after } of prompts) if (after) expect(ids).toContain(after.prompt)
  })

  it('the monthly walkaround has thirty things in seven zones', () => {
    expect(MONTHLY_WALKAROUND.sections.map(({ prompts }) => prompts.length)).toEqual([
      4, 6, 7, 4, 4, 3, 2,
    ])
  })

  it('C42: the single central record is looked at without a camera', () => {
    expect(READY_MADE.filter(({ noPhotos }) => noPhotos).map(({ key }) => key)).toEqual([
      'scr-spot-check',
    ])
  })
})
