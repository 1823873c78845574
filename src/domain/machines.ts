import type { Machine } from './decisions.ts'
import type { DocumentRef } from './documents.ts'
import { handOverMachine } from './hand-over/machine.ts'
import { letterSharing } from './letter/sharing.ts'
import { revealMachine } from './peer-review/reveal.ts'
import { reviewMachine } from './peer-review/stages.ts'

/** Everything that is decided, by the machine's name. */
export const MACHINES: ReadonlyMap<string, Machine> = new Map(
  [reviewMachine, revealMachine, handOverMachine, ...Object.values(letterSharing)].map(
    (machine) => [machine.name, machine],
  ),
)

/** Kinds of document that a machine's decisions are about. */
export const aboutOf = (machine: Machine): readonly DocumentRef['kind'][] =>
  machine === handOverMachine ? ['notes'] : ['review']
