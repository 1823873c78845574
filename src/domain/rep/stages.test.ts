import { expect, it } from 'vitest'
import { repMachine } from './machine.ts'
import { repStageWords } from './stages.ts'

it('B9 says every stage of a plan in words', () => {
  const stages = new Set([repMachine.start, ...repMachine.steps.map(({ to }) => to)])
  for (const stage of stages) expect(repStageWords(stage)).not.toBe(stage)
  expect(repStageWords()).toBe(repStageWords('drafted'))
})
