/*
 * Whose a class and a paper are stands in their names, because a teacher begins both with no signal,
 * before the relay can be asked: a class is named after whoever began it, a paper sat after its class.
 */
const SEPARATOR = '-'
const CHANCE_LENGTH = 10

/** What an id was made from; '' for one that was made from nothing. */
const beginningOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(SEPARATOR)))

/** @param id a new record id, whose last letters are by chance */
const madeFrom = (from: string, id: string): string =>
  `${from}${SEPARATOR}${id.slice(-CHANCE_LENGTH)}`

/** The id of a class that this person begins. */
export const newClassId = (person: string, id: string): string => madeFrom(person, id)

/** The id of a paper that this class sat. */
export const newSittingId = (group: string, id: string): string => madeFrom(group, id)

/** Who began a class. */
export const beganClass = (group: string): string => beginningOf(group)

/** The class that a paper was sat by. */
export const classOfSitting = (sitting: string): string => beginningOf(sitting)
