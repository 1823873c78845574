const byJob: readonly (readonly [RegExp, string])[] = [
  [/chief executive|ceo/i, 'Settle the questions, send out the pack, take notes as a reviewer.'],
  [/central assistant|aht/i, 'Lead the review: start the day, see who is in, agree the answers.'],
  [/executive head/i, 'Take notes in your group; see the team’s notes come in.'],
  [/head of school|headteacher/i, 'Take a first note, switch off the signal, carry on, come back.'],
  [/facilitator/i, 'See the stages after the letter, and book the action-plan session.'],
  [/safeguarding/i, 'See what someone who is not on the review team can see: no notes.'],
]

/** What a person of the demonstration can try, by their job. */
export const whatToTry = (job: string): string =>
  byJob.find(([pattern]) => pattern.test(job))?.[1] ?? 'Look round, and see what this job may not see.'
