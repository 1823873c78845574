/*
 * RIDDOR 2013 as it bears on a school: a helper that points, never one that decides. What is asked here is
 * about a person's health; it is answered on the screen and kept nowhere.
 */

export const RIDDOR_EVENTS = ['person_hurt', 'illness', 'near_miss'] as const
export const RIDDOR_PEOPLE = ['worker', 'contractor', 'pupil', 'visitor'] as const
export const RIDDOR_HARMS = ['death', 'serious', 'other', 'none'] as const
export const RIDDOR_HOSPITAL = ['treated', 'looked_at', 'no', 'unsure'] as const
export const RIDDOR_DAYS_OFF = ['up_to_3', '4_to_7', 'over_7', 'unsure'] as const
export const RIDDOR_LINKS = ['yes', 'no', 'unsure'] as const

/** What was answered so far; a question that is not asked, or not answered yet, is null. */
export interface RiddorAnswers {
  readonly event: (typeof RIDDOR_EVENTS)[number] | null
  readonly who: (typeof RIDDOR_PEOPLE)[number] | null
  readonly harm: (typeof RIDDOR_HARMS)[number] | null
  /** Did it come from the work: how it was run, what was used, the building, who watched? */
  readonly work: (typeof RIDDOR_LINKS)[number] | null
  /** For people who were not at work. */
  readonly hospital: (typeof RIDDOR_HOSPITAL)[number] | null
  /** For workers: days in a row on which they could not do their usual work, the day itself not counted. */
  readonly daysOff: (typeof RIDDOR_DAYS_OFF)[number] | null
  /** A vehicle moving on a public road, and none of the exceptions. */
  readonly road: (typeof RIDDOR_LINKS)[number] | null
  /** A doctor has said in writing that it is one of the illnesses of the list. */
  readonly diagnosed: (typeof RIDDOR_LINKS)[number] | null
  /** One of the dangerous occurrences of the list. */
  readonly listed: (typeof RIDDOR_LINKS)[number] | null
}
export type RiddorQuestion = keyof RiddorAnswers

export const NO_ANSWERS: RiddorAnswers = {
  event: null,
  who: null,
  harm: null,
  work: null,
  hospital: null,
  daysOff: null,
  road: null,
  diagnosed: null,
  listed: null,
}

/** Whether somebody was at work: staff of the trust, or of another firm on site. */
const atWork = ({ who }: RiddorAnswers) => who === 'worker' || who === 'contractor'

/** Questions that are asked after these answers, in order; the last one without an answer is next. */
export function riddorQuestions(answers: RiddorAnswers): RiddorQuestion[] {
  if (answers.event === null) return ['event']
  if (answers.event === 'near_miss') return ['event', 'listed']
  if (answers.event === 'illness')
    return answers.who === null || !atWork(answers)
      ? ['event', 'who']
      : ['event', 'who', 'work', 'diagnosed']
  const asked: RiddorQuestion[] = ['event', 'who', 'harm', 'work', 'road']
  if (answers.who === null || answers.harm === null || answers.harm === 'death') return asked
  if (!atWork(answers)) return [...asked, 'hospital']
  return answers.harm === 'serious' ? asked : [...asked, 'daysOff']
}

/** Days within which a report must have reached the enforcing authority. */
export type RiddorDays = 10 | 15

export interface RiddorReason {
  /** Regulation of RIDDOR 2013, "4(1)". */
  readonly rule: string
  readonly words: string
}

export type RiddorAdvice =
  /** Questions are open. */
  | { readonly says: 'ask' }
  | {
      readonly says: 'may_be_reportable'
      readonly reasons: readonly RiddorReason[]
      /** Null where it is due at once, counted from the doctor's word. */
      readonly days: RiddorDays | null
      /** To be told without delay, by the quickest way; the days are for the report. */
      readonly atOnce: boolean
    }
  | {
      readonly says: 'nothing_found'
      readonly reasons: readonly RiddorReason[]
    }

const may = (
  days: RiddorDays | null,
  atOnce: boolean,
  rule: string,
  words: string,
): RiddorAdvice => ({
  says: 'may_be_reportable',
  reasons: [{ rule, words }],
  days,
  atOnce,
})

const nothing = (rule: string, words: string): RiddorAdvice => ({
  says: 'nothing_found',
  reasons: [{ rule, words }],
})

function nearMiss({ listed }: RiddorAnswers): RiddorAdvice {
  return listed === 'no'
    ? nothing('7', 'It is none of the dangerous occurrences that are listed.')
    : may(
        10,
        true,
        '7',
        listed === 'unsure'
          ? 'It could be one of the listed dangerous occurrences: these count although nobody was hurt.'
          : 'It is one of the listed dangerous occurrences: these count although nobody was hurt.',
      )
}

function illness(answers: RiddorAnswers): RiddorAdvice {
  if (!atWork(answers))
    return nothing(
      '8',
      'The list of illnesses is for people at work. A pupil’s or visitor’s illness is not on it.',
    )
  if (answers.work === 'no')
    return nothing('8', 'You answered that the work has nothing to do with the illness.')
  if (answers.diagnosed === 'no')
    return nothing(
      '8',
      'A doctor has not said in writing that it is one of the listed illnesses. Ask again if one does.',
    )
  return may(
    null,
    true,
    '8 and 9',
    'An illness of the list that comes from work is reported as soon as the diagnosis is known.',
  )
}

/** Somebody at work who did not die. */
function workerHurt({ harm, daysOff }: RiddorAnswers): RiddorAdvice {
  if (harm === 'serious')
    return may(
      10,
      true,
      '4(1)',
      'The injury is one of those that the rules name for people at work.',
    )
  if (daysOff === 'over_7' || daysOff === 'unsure')
    return may(
      15,
      false,
      '4(2)',
      daysOff === 'over_7'
        ? 'Away from their usual work for more than seven days in a row, the day itself not counted.'
        : 'It may come to more than seven days in a row away from their usual work: count again on the eighth day.',
    )
  if (daysOff === '4_to_7')
    return nothing(
      '12(1)',
      'More than three days and not more than seven: written into the accident record, not reported.',
    )
  return nothing(
    '4',
    'No injury that the rules name, and no more than three days away from usual work.',
  )
}

/** A pupil, a parent, a visitor who did not die. */
function othersHurt({ hospital }: RiddorAnswers): RiddorAdvice {
  if (hospital === 'no')
    return nothing('5', 'Not taken from the place straight to hospital for treatment.')
  if (hospital === 'looked_at')
    return nothing(
      '5',
      'At hospital only looked at or tested, or taken there to be on the safe side: that is not treatment.',
    )
  return may(
    10,
    true,
    '5',
    hospital === 'treated'
      ? 'Taken from the place straight to hospital, and treated there for the injury.'
      : 'It is not known whether the hospital treated the injury: ask before anybody decides.',
  )
}

/** What is not clear, or for somebody else to settle, said beside the reason itself. */
function besides({ who, work, road }: RiddorAnswers, rule: string): RiddorReason[] {
  return [
    ...(who === 'contractor'
      ? [
          {
            rule: '3',
            words:
              'Their own employer reports it. For somebody who works for themselves, the school does.',
          },
        ]
      : []),
    ...(work === 'unsure'
      ? [{ rule, words: 'It is not clear whether it came from the work.' }]
      : []),
    ...(road === 'unsure'
      ? [
          {
            rule: '14(3)',
            words: 'It is not clear whether the rule for public roads takes it out.',
          },
        ]
      : []),
  ]
}

function death(answers: RiddorAnswers): RiddorAdvice {
  const reason = {
    rule: '6',
    words:
      'Somebody died. Whatever the other answers are, let the adviser look at it; a death within a year of an injury at work counts too.',
  }
  return {
    says: 'may_be_reportable',
    reasons: [reason, ...besides(answers, '6')],
    days: 10,
    atOnce: true,
  }
}

function hurt(answers: RiddorAnswers): RiddorAdvice {
  if (answers.harm === 'death') return death(answers)
  const rule = atWork(answers) ? '4' : '5'
  const advice = atWork(answers) ? workerHurt(answers) : othersHurt(answers)
  if (advice.says !== 'may_be_reportable') return advice
  if (answers.work === 'no')
    return nothing(
      rule,
      'You answered that it has nothing to do with the work, the equipment, the building or who was watching.',
    )
  if (answers.road === 'yes')
    return nothing(
      '14(3)',
      'A vehicle moving on a public road: the police deal with it. Loading, work beside the road and escaping substances are exceptions.',
    )
  return { ...advice, reasons: [...advice.reasons, ...besides(answers, rule)] }
}

/**
 * What the answers point to. It never says that something is not reportable: the person responsible
 * decides. Whatever is not clear counts as if it could be.
 */
export function riddorAdvice(answers: RiddorAnswers): RiddorAdvice {
  if (riddorQuestions(answers).some((question) => answers[question] === null))
    return { says: 'ask' }
  switch (answers.event) {
    case 'near_miss':
      return nearMiss(answers)
    case 'illness':
      return illness(answers)
    case 'person_hurt':
      return hurt(answers)
    case null:
      return { says: 'ask' }
  }
}
