import { wordKind } from '../../../domain/rep/heads-word.ts'
import { itemStatusWords, milestoneWords } from '../../../domain/rep/milestones.ts'
import { reviewDecisionWords } from '../../../domain/rep/progress.ts'
import { hoursWords, quartersOf } from '../../../domain/rep/hours.ts'
import { poundsWords } from '../../../domain/rep/spend.ts'
import type { ItemStanding } from '../../../domain/rep/statuses.ts'
import type { Told } from '../../../domain/rep/timeline.ts'
import { type NameOf, shortly } from '../words.ts'

/** What a line of the timeline says, and under it what was written. */
export interface ToldWords {
  readonly title: string
  readonly detail: string
}

export interface ToldFacts {
  readonly nameOf: NameOf
  readonly standings: readonly ItemStanding[]
}

const DECIDED: Readonly<Record<string, string>> = {
  issued: 'The plan is issued',
  'w1-reviewed': '“Within 1 week” is confirmed as reviewed',
  'w3-reviewed': '“Within 3 weeks” is confirmed as reviewed',
  'w6-reviewed': '“By week 6” is confirmed as reviewed',
  extended: 'The plan is extended',
  ended: 'The plan is ended',
  approved: 'Money from reserves is approved',
  withdrawn: 'The approval of money is withdrawn',
}

const lines = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')

/** "W1, item 2: ..." would need a key: an item is said by its own words. */
const itemWords = ({ standings }: ToldFacts, item: string): string =>
  shortly(standings.find((one) => one.item.id === item)?.item.text ?? 'An item', 110)

export function toldWords(told: Told, facts: ToldFacts): ToldWords {
  const { nameOf } = facts
  switch (told.kind) {
    case 'due':
      return { title: `Due: ${milestoneWords(told.milestone)}`, detail: '' }
    case 'visit': {
      const { visit } = told
      const promised = visit.promised.trim()
      return {
        title: `Visit, ${hoursWords(quartersOf(visit))}`,
        detail: lines(visit.note, promised === '' ? '' : `Promised: ${promised}`),
      }
    }
    case 'seen': {
      const { count, text, barrier, support } = told.seen
      return {
        title: `Evidence on “${itemWords(facts, told.item)}”`,
        detail: lines(
          count === null ? '' : `${count.n} of ${count.of}`,
          text,
          barrier.trim() === '' ? '' : `In the way: ${barrier}`,
          support.trim() === '' ? '' : `Help agreed: ${support}`,
        ),
      }
    }
    case 'proposed':
      return {
        title: `Proposed as ${itemStatusWords(told.status, told.late)}: “${itemWords(facts, told.item)}”`,
        detail: told.reason.trim(),
      }
    case 'set': {
      const from = told.from === null ? 'two that differed' : itemStatusWords(told.from)
      return {
        title: `From ${from} to ${itemStatusWords(told.status, told.late)}: “${itemWords(facts, told.item)}”`,
        detail: told.reason.trim(),
      }
    }
    case 'owner': {
      const named = (person: string) => (person === '' ? 'nobody' : nameOf(person))
      return {
        title: `Owner from ${named(told.from)} to ${named(told.to)}: “${itemWords(facts, told.item)}”`,
        detail: told.reason.trim(),
      }
    }
    case 'word': {
      const of = { seen: 'evidence', visit: 'a visit', review: 'a review' }[told.word.of.kind]
      const titles = {
        agrees: `Agrees to ${of}`,
        says: `A word on ${of}`,
        'signed-here': `${nameOf(told.word.signedBy)} agrees to ${of}, by a signature on this device`,
        'written-for': `What the head said of ${of}, written down`,
      }
      return { title: titles[wordKind(told.word)], detail: told.word.text }
    }
    case 'review': {
      const { milestone, decision, note, headSays, carried } = told.review
      return {
        title: `Review of “${milestoneWords(milestone)}”: ${reviewDecisionWords(decision ?? '')}`,
        detail: lines(
          carried.length === 0
            ? ''
            : `Carried forward: ${carried.map((id) => `“${itemWords(facts, id)}”`).join(', ')}`,
          note,
          headSays.trim() === '' ? '' : `The Head said: ${headSays}`,
        ),
      }
    }
    case 'spend':
      return { title: `Spent ${poundsWords(told.spend.gbp)}`, detail: told.spend.what }
    case 'decision':
      return { title: DECIDED[told.to] ?? told.to, detail: told.reason ?? '' }
  }
}
