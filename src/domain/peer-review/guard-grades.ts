import { type Clause, type Flag, flagOf, isReported, withoutOverlaps } from './guard-text.ts'

interface Rule {
  readonly find: RegExp
  readonly unlessAfter?: RegExp
  readonly unlessBefore?: RegExp
  /** An ordinary word too: no grade in the mouth of a pupil. */
  readonly mild?: true
}

const WHAT = String.raw`(?:teaching|learning|lessons?|behaviour|progress|provision|leadership|quality|attainment|achievement|outcomes|curriculum|practice|standards|questioning|phonics|marking|feedback|attendance|subject knowledge|education|personal development|school)`
const MUSIC =
  /\b(?:piano|violin|cello|flute|guitar|trumpet|recorder|singing|ballet|music|drums?|karate|judo)\b[^.]*$/i

const RULES: readonly Rule[] = [
  {
    find: /\boutstanding\b/gi,
    unlessAfter: /\b(?:still|remains?|remained|any|no|two|three|four|list of|are|five)\s+$/i,
    unlessBefore:
      /^\s+(?:actions?|issues?|tasks?|items?|works?\b(?! of)|repairs?|jobs?|payments?|orders?|homework|forms?|checks?|from last|since|since the)\b/i,
  },
  {
    find: /\b(?:inadequate|requires? improvement|special measures|serious weakness(?:es)?|urgent improvement|strong standard)\b/gi,
  },
  { find: /(?<=\b(?:is|was|be|an|still|from|graded|judged|at|secure)\s)RI\b/g },
  {
    find: new RegExp(
      String.raw`\b${WHAT}(?: here| there| overall| in \w+(?: \w+)?)? (?:is|are|was|were|looks?|looked|seems?|seemed|remains?|remained|felt|feels)(?: (?:at least|very|generally|mostly|all|really|securely|consistently|typically|now|so|never less than))* (?:good|excellent|weak|poor|satisfactory)\b`,
      'gi',
    ),
    mild: true,
  },
  {
    find: new RegExp(
      String.raw`\b(?:good|excellent|weak|poor|satisfactory) (?:quality (?:of )?)?${WHAT}\b`,
      'gi',
    ),
    mild: true,
  },
  {
    find: /\b(?:good or better|at least good|securely good|secure good|solid good|overall good|good overall|(?:judged|graded|rated) (?:as )?(?:\w+ly )?(?:good|excellent|weak|poor|green|amber|red|satisfactory)|RAG rated)\b/gi,
  },
  {
    find: /\bgraded?(?: as)?(?: a)? (?:\d|[A-E]\b|one\b|two\b|three\b|four\b)/gi,
    unlessAfter: MUSIC,
    unlessBefore:
      /^\s*(?:listed|(?:piano|violin|cello|flute|guitar|trumpet|recorder|singing|ballet|music|drum|exam))/i,
  },
  {
    find: /\b(?:score|rating|mark) of \d+\b|\b(?:I|we)(?:[’']d| would)? (?:score|rate|grade|rank)d?\b/gi,
  },
  {
    find: /\b(?:level [1-8][abc]|sub-?levels?|(?:working|achieving|attaining|performing) at (?:a )?level \d)\b/gi,
  },
  {
    find: /\bat level \d\b/gi,
    unlessAfter: /\b(?:voices?|noise|volume|sound|lights?|talk)\b[^.]*$/i,
    unlessBefore: /^\s+(?:of|on|voice|volume)\b/i,
  },
  {
    find: /\b(?:expected standard|age[- ]related expectations?|working (?:towards|below|above|within)(?: the)? (?:expected|standard|ARE|age)|(?:below|above|at) (?:expected|national|ARE)\b|(?:working at|at|reach(?:ed|ing)?) greater depth)\b/gi,
  },
  { find: /\b(?:GDS|EXS|WTS|ARE)\b(?!\s+(?:YOU|WE|THE|NOT))/g },
  {
    find: /\b(?:best|weakest|strongest|worst) (?:class(?:room)?s?|teachers?|teaching|lessons?|schools?|year groups?|practice) (?:in|of|we|I|here|by|so far|seen|today|overall)\b/gi,
    mild: true,
  },
  { find: /\b(?:top|bottom) (?:of|in) the (?:trust|league|county)\b/gi },
]

/** Grades, scores, ranks and level descriptors (C8). "Good morning" is none. */
export function gradesIn(clauses: readonly Clause[]): Flag[] {
  const flags: Flag[] = []
  for (const clause of clauses)
    for (const rule of RULES)
      for (const match of clause.own.matchAll(rule.find)) {
        const before = clause.own.slice(0, match.index)
        const after = clause.own.slice(match.index + match[0].length)
        if (rule.unlessAfter?.test(before) || rule.unlessBefore?.test(after)) continue
        if (rule.mild && isReported(clause, match.index)) continue
        flags.push(flagOf('grade', clause, match.index, match[0]))
      }
  return withoutOverlaps(flags)
}
