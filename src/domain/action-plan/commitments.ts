import { type Action, actionsInOrder } from '../actions/action.ts'

/** What a commitment's `source.type` says; its `source.id` is the review's. */
export const SESSION_SOURCE = 'action-plan'

/** The commitments of one review's session: they are the school's actions, kept once (C44). */
export const commitmentsOf = (actions: readonly Action[], review: string): Action[] =>
  actionsInOrder(
    actions.filter(({ source }) => source.type === SESSION_SOURCE && source.id === review),
  )

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What a commitment lacks, in the words of its boxes; none when it is whole. */
export const commitmentLacks = ({ what, owner, due, lookFor }: Action): string[] => [
  ...(what.trim() === '' ? ['what will be done'] : []),
  ...(owner === null || owner.value.trim() === '' ? ['an owner'] : []),
  ...(DAY.test(due) ? [] : ['a date']),
  ...(lookFor.trim() === '' ? ['a look-for'] : []),
]

/** "an owner, a date and a look-for". */
export const listLacks = (lacks: readonly string[]): string =>
  lacks.length < 2
    ? lacks.join('')
    : `${lacks.slice(0, -1).join(', ')} and ${lacks[lacks.length - 1] ?? ''}`

/** Ideas that no commitment grew out of yet. */
export const ideasLeft = <T extends { readonly id: string }>(
  ideas: readonly T[],
  commitments: readonly Action[],
): T[] => ideas.filter(({ id }) => !commitments.some(({ links }) => links.includes(id)))
