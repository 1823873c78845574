import { describe, expect, it } from 'vitest'
import { READY_MADE } from '../checks/ready-made/index.ts'
import type { TemplateBody } from '../checks/template.ts'
import { FOCUS_SETS, promptSets, QUESTION_SETS } from './focus-sets.ts'
import { walkFlagsIn } from './guards.ts'

describe('prompts and questions that come with the app', () => {
  const sets = promptSets(READY_MADE)

  it('C14 have no grade, no advice and no appraisal in them, and keys of their own', () => {
    const texts = [
      ...sets.flatMap(({ prompts }) => prompts),
      ...QUESTION_SETS.flatMap((s) => s.questions),
    ]
    expect(texts.length).toBeGreaterThan(20)
    for (const text of texts) expect([text, walkFlagsIn(text, [])]).toEqual([text, []])
    expect(new Set(sets.map(({ key }) => key)).size).toBe(sets.length)
  })

  it('take what a checklist for walks rates, in its newest version, and no other checklist', () => {
    const body = READY_MADE.find(({ job }) => job === 'learning_walk') as TemplateBody
    const newer = { ...body, version: body.version + 1, name: 'Our walk' }
    const found = promptSets([newer, ...READY_MADE]).filter(({ key }) =>
      key.startsWith('checklist-'),
    )
    expect(found.map(({ focus }) => focus)).toContain('Our walk')
    expect(found.map(({ focus }) => focus)).not.toContain(body.name)
    expect(found.length).toBe(READY_MADE.filter(({ job }) => /walk$|look$/.test(job)).length)
    const choices = body.sections
      .flatMap(({ prompts }) => prompts)
      .filter(({ kind }) => kind === 'choice')
    expect(found.find(({ focus }) => focus === 'Our walk')?.prompts).toHaveLength(choices.length)
    expect(FOCUS_SETS.length).toBeGreaterThanOrEqual(5)
  })
})
