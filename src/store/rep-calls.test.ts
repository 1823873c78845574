import { afterEach, expect, it, vi } from 'vitest'
import { beginRep, nameMentors } from './rep-calls.ts'

afterEach(() => vi.unstubAllGlobals())

const PLAN = {
  id: 'rep-pond-1',
  urn: '900001',
  kind: 'education',
  mentors: ['p08'],
  extensionOf: null,
} as const

/** The line out of the device, with one answer. */
function answering(answer: () => Promise<Response>) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    asked.push([method, path, body])
    return answer()
  })
  return asked
}

it('asks the relay in the name of whoever is signed in, and says what came of it', async () => {
  const plan = { ...PLAN, mentors: [...PLAN.mentors] }
  const asked = answering(async () => Response.json({}, { status: 201 }))
  expect(await beginRep('p02', plan)).toBe('done')
  expect(await nameMentors('p02', 'rep-pond-1', { mentors: [] })).toBe('done')
  expect(asked).toEqual([
    ['POST', '/api/reps', JSON.stringify(plan)],
    ['PUT', '/api/reps/rep-pond-1', '{"mentors":[]}'],
  ])
  answering(async () => Response.json({ error: 'not-extended' }, { status: 409 }))
  expect(await beginRep('p02', plan)).toBe('not-extended')
  answering(() => Promise.reject(new TypeError('offline')))
  expect(await nameMentors('p02', 'rep-pond-1', { mentors: [] })).toBe('no-answer')
})
