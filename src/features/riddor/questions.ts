import type { RiddorAnswers, RiddorQuestion } from '../../domain/checks/riddor.ts'

interface Words<Q extends RiddorQuestion> {
  readonly ask: string
  readonly hint?: string
  /** What belongs to it, to compare with. */
  readonly list?: readonly string[]
  readonly options: readonly {
    readonly value: NonNullable<RiddorAnswers[Q]>
    readonly label: string
  }[]
}

const link = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unsure', label: 'Not clear' },
] as const

export const questions: { readonly [Q in RiddorQuestion]: Words<Q> } = {
  event: {
    ask: 'What happened?',
    options: [
      { value: 'person_hurt', label: 'Somebody was hurt' },
      { value: 'illness', label: 'An illness from work' },
      { value: 'near_miss', label: 'Something dangerous, nobody hurt' },
    ],
  },
  who: {
    ask: 'Who?',
    hint: 'A pupil on a work placement counts as at work there.',
    options: [
      { value: 'worker', label: 'Staff of the trust' },
      { value: 'contractor', label: 'Somebody at work for another firm' },
      { value: 'pupil', label: 'A pupil' },
      { value: 'visitor', label: 'A visitor or parent' },
    ],
  },
  harm: {
    ask: 'How badly?',
    hint: 'The injuries that the rules name are:',
    list: [
      'a broken bone, other than in a finger, thumb or toe',
      'an arm, hand, finger, thumb, leg, foot or toe cut off',
      'sight lost or made worse for good',
      'head or body crushed, with damage to the brain or an organ inside',
      'burns or scalds over more than a tenth of the body, or that badly hurt the eyes, the breathing or another organ',
      'skin torn from the head, treated in hospital',
      'passed out from a blow to the head or from want of air',
      'in a closed-in space: too cold, too hot, brought back to life, or more than 24 hours in hospital',
    ],
    options: [
      { value: 'death', label: 'Somebody died' },
      { value: 'serious', label: 'An injury on this list' },
      { value: 'other', label: 'Another injury' },
      { value: 'none', label: 'No injury to be seen' },
    ],
  },
  work: {
    ask: 'Did it come from the work?',
    hint: 'From how the activity was run or watched, from equipment or substances, or from the state of the building or grounds. An attack on somebody at work counts as yes.',
    options: link,
  },
  road: {
    ask: 'Was it a vehicle moving on a public road?',
    hint: 'Answer no if it was being loaded, if people worked beside the road, if something escaped from the vehicle, or if a train was part of it.',
    options: link,
  },
  hospital: {
    ask: 'Taken from the place straight to hospital?',
    hint: 'Treated means stitches, plaster, surgery and the like. X-rays, scans and being watched are not treatment.',
    options: [
      { value: 'treated', label: 'Yes, and treated there' },
      { value: 'looked_at', label: 'Yes, only looked at or tested' },
      { value: 'no', label: 'No' },
      { value: 'unsure', label: 'Not known yet' },
    ],
  },
  daysOff: {
    ask: 'How many days in a row away from their usual work?',
    hint: 'Do not count the day it happened. Count weekends and days off too.',
    options: [
      { value: 'up_to_3', label: '3 or fewer' },
      { value: '4_to_7', label: '4 to 7' },
      { value: 'over_7', label: 'More than 7' },
      { value: 'unsure', label: 'Not known yet' },
    ],
  },
  diagnosed: {
    ask: 'Has a doctor said in writing that it is one of these?',
    list: [
      'carpal tunnel syndrome, from vibrating tools',
      'cramp of the hand or forearm, or an inflamed tendon there, from work that repeats',
      'dermatitis from substances at work',
      'hand-arm vibration syndrome',
      'asthma from substances at work',
      'a cancer from work',
      'any illness from germs that the person met at work',
    ],
    options: link,
  },
  listed: {
    ask: 'Is it one of these?',
    hint: 'The ones that schools meet. The full list is longer: in doubt choose “Not clear”.',
    list: [
      'a lift or lifting gear fell, turned over or failed',
      'a boiler or another vessel under pressure failed',
      'an electrical fault made a fire or explosion that stopped the equipment for more than 24 hours or could have killed',
      'a fire or explosion stopped normal work for more than 24 hours',
      'part of a building or a scaffold came down',
      'gas, liquid or dust escaped and could have hurt somebody: asbestos counts',
      'equipment touched an overhead power line',
      'germs got out that could make people badly ill',
    ],
    options: link,
  },
}
