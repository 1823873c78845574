import { settled } from '../choice.ts'
import { type Defect, type Rag, RAGS } from './run.ts'

/** Likelihood x severity from which a hazard is red, or amber. */
const RED_FROM = 15
const AMBER_FROM = 6

/** The colour of likelihood x severity, 1 to 5 each. */
export function ragOfScore(likelihood: number, severity: number): Rag {
  const score = likelihood * severity
  return score >= RED_FROM ? 'red' : score >= AMBER_FROM ? 'amber' : 'green'
}

/**
 * How bad a hazard is. While two people chose different colours it counts as the worse of them, so that
 * nothing is asked too late; null while nobody chose.
 */
export function ragOf({ rag }: Pick<Defect, 'rag'>): Rag | null {
  const said = rag.map(({ value }) => value)
  return settled(rag) ?? RAGS.find((colour) => said.includes(colour)) ?? null
}

/** Red first, those without a colour last. */
export const ragOrder = (defect: Pick<Defect, 'rag'>): number => {
  const rag = ragOf(defect)
  return rag === null ? RAGS.length : RAGS.indexOf(rag)
}
