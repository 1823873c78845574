const COUNTED = String.raw`(?!\s+(?:of\b|pupils?|child(?:ren)?|boys?|girls?|class(?:es|rooms?)?|lessons?|books?|teachers?|adults?|staff|rooms?|groups?|folders?|years?|pages?|times|minutes))`
const SCHOOLS = String.raw`(?:schools?|academ(?:y|ies)|trusts?)`

const SCORES: readonly RegExp[] = [
  new RegExp(String.raw`\b\d{1,3}(?:\.\d+)?\s*(?:\/|out of)\s*(?:5|10|20|100)\b${COUNTED}`, 'giu'),
  /\bscor(?:ed|es|ing)\s+(?:an?\s+)?(?:\d+|well|highly|high|low|poorly|badly|top|full marks)\b/giu,
  /\b(?:an?|the|overall|total|final|average|mean)\s+(?:overall\s+)?(?:scores?|ratings?)\b/giu,
  /\b(?:one|two|three|four|five|\d)[-\s]stars?\b/giu,
]

const RANKS: readonly RegExp[] = [
  /\b(?:ranked|rankings?|league tables?|pecking order)\b/giu,
  /\branks?\s+(?:first|second|third|last|top|bottom|highly|above|below|among|with)\b/giu,
  new RegExp(
    String.raw`\b(?:best|worst|strongest|weakest|highest|lowest|first|last|top|bottom)(?:\s+\w+){0,2}\s+(?:of|in|across|among)\s+(?:all\s+)?(?:the|our|your|this|its)\s+(?:\w+\s+)?(?:${SCHOOLS}|group|county|country)\b`,
    'giu',
  ),
]

const COMPARISONS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:than|like|unlike|as\s+(?:in|at|do)|compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|against|alongside)\s+(?:(?:in|at|with|that|those|of|what|we|saw|see)\s+)*(?:(?:any|all|most|many|some|several|the|our|their|its|your)\s+)*(?:(?:(?:other|another|similar|neighbouring|nearby|local|partner|own|previous)\s+)+${SCHOOLS}|schools|academies|trusts)\b`,
    'giu',
  ),
  /\b(?:national|trust|county|regional|local(?:\s+authority)?)\s+averages?\b/giu,
  new RegExp(
    String.raw`\b(?:above|below|ahead\s+of|behind|better\s+than|worse\s+than|in\s+line\s+with)\s+(?:(?:the|our|most|many|all|other|national)\s+)*(?:average|${SCHOOLS})\b`,
    'giu',
  ),
]

export interface Compared {
  readonly kind: 'score' | 'rank' | 'comparison'
  readonly words: string
}

interface Found extends Compared {
  readonly start: number
}

const found = (kind: Compared['kind'], rules: readonly RegExp[], text: string): Found[] =>
  rules.flatMap((rule) =>
    [...text.matchAll(rule)].map(({ 0: words, index: start }) => ({ kind, words, start })),
  )

/** Scores, ranks and comparisons with other schools (C8). "26 of 28 folders" is a count of what was seen. */
export function comparedIn(text: string): Compared[] {
  const all = [
    ...found('score', SCORES, text),
    ...found('rank', RANKS, text),
    ...found('comparison', COMPARISONS, text),
  ].sort((a, b) => a.start - b.start || b.words.length - a.words.length)
  let end = 0
  // Two rules may find the same words: the first and longer find stays.
  return all.flatMap(({ kind, words, start }) => {
    if (start < end) return []
    end = start + words.length
    return [{ kind, words }]
  })
}
