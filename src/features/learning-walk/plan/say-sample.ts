import { settled } from '../../../domain/choice.ts'
import { SAMPLE_KINDS, sampleField, type Walk } from '../../../domain/learning-walk/walk.ts'
import { samples, sayCount } from '../words.ts'

/** "6 books: 2 pupil premium (PP), 1 SEND". */
export function saySample(walk: Walk): string {
  const total = settled(walk.sampleTotal)
  const parts = SAMPLE_KINDS.flatMap((kind) => {
    const n = settled(walk[sampleField[kind]])
    const label = samples.find(({ value }) => value === kind)?.label ?? kind
    return n === null || n === 0 ? [] : [`${n} ${label}`]
  })
  if (total === null || total === 0) return 'No sample of books is set.'
  return parts.length === 0
    ? `${sayCount(total, 'book')}.`
    : `${sayCount(total, 'book')}, among them: ${parts.join(', ')}.`
}
