import { type Team, teams } from '../world.ts'

/** People of each review: more than peerbench opens clients of one document. */
export const SEATS = 10

/** The documents that peerbench's workloads name. */
export const everyTeam = (): Team[] => [
  ...teams(40, SEATS, 'review'),
  ...teams(40, SEATS, 'live'),
  ...teams(2_000, 1, 'many'),
  { review: 'big', size: SEATS },
]
