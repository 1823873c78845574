import { type Clause, type Flag, flagOf, isReported, withoutOverlaps } from './guard-text.ts'

interface Rule {
  readonly find: RegExp
  /** Only where a sentence begins, or after "please", "perhaps" and the like: an order, not a report of one. */
  readonly order?: true
  /** What makes it no advice, in the words before it. */
  readonly unlessAfter?: RegExp
  /** The same, in the words after it. */
  readonly unlessBefore?: RegExp
}

const PUPILS = String.raw`(?:pupils?|child(?:ren)?|boys?|girls?|class(?:es)?|readers?|he|she|anyone|everyone|nobody|none|all|both|most|some|six|five|four|three|two|one)`
const ASKING = String.raw`\b(?:what|when|how|where|why|which|who|whom|if|whether|as|because|until)\b(?:\s+[\w’']+){0,4}\s+$`

const RULES: readonly Rule[] = [
  // What people should do, said by the writer. "They knew what they should do" is a report.
  { find: /\b(?:should(?:n[’']t)?|ought(?:n[’']t)? to)\b/gi, unlessAfter: new RegExp(ASKING, 'i') },
  {
    find: /\bmust(?:n[’']t)?\b/gi,
    unlessAfter: new RegExp(`${ASKING}|\\ba $`, 'i'),
    unlessBefore: /^[\s-]+(?:have|haves?)\b/i,
  },
  {
    find: /\bneeds? to\b/gi,
    unlessAfter: new RegExp(
      `${ASKING}|\\b(?:no|not|never|without(?: the)?|who|they|he|she|I|we|the|any|a|don[’']t|didn[’']t|doesn[’']t) $`,
      'i',
    ),
    unlessBefore: /^\s+(?:leave|go home|use the toilet|go to the toilet|rest|move)\b/i,
  },
  {
    find: /\bneeds? (?:improving|improvement|changing|rethinking|reviewing|addressing|work|(?:more|better|clearer|further|additional) (?:training|time|support|practice|staff|work|structure|consistency|challenge|guidance|modelling|scaffold(?:s|ing)?))\b/gi,
    unlessAfter: /\b(?:he|she|they|who) $/i,
  },
  {
    find: /\b(?:could|might|may)(?: \w+ly| also| perhaps| maybe| then)? (?:try|consider|think about|benefit|look (?:at|into)|want to|wish to|like to|do with|be (?:improved|better|worth|useful|helpful|a good idea|an idea))\b/gi,
    unlessAfter: new RegExp(`\\b${PUPILS} $`, 'i'),
    unlessBefore: /^\s+(?:read|spell|see|hear|say|the next word)\b/i,
  },
  {
    find: /\bwould (?:benefit|help|be (?:better|worth|useful|helpful|wise|a good idea|good (?:to|if|for)))\b/gi,
  },
  {
    find: /\b(?:had better|(?:it is|it[’']s|is|be|seems?) worth (?:trying|considering|looking|thinking|asking|adding|sharing))\b/gi,
  },
  {
    find: /\bI(?:[’']d|[’']ll| would| will)(?: \w+ly| also)? (?:try|use|make|change|move|put|add|have|give|stop|start|suggest|recommend|advise|like to see|want to see|copy)\b/g,
  },
  {
    find: /\bwe(?:[’']d| would)(?: \w+ly| also)? (?:try|change|move|add|suggest|recommend|advise|like to see|want to see)\b/gi,
  },
  {
    find: /\b(?:I|we|would|to|can) (?:suggest|recommend|advise)\b|\b(?:my|our|one) (?:suggestion|recommendation|advice)s?\b|\b(?:it is|it[’']s|be) (?:suggested|recommended|advised)\b/gi,
    unlessAfter: /\b(?:able|asked|invited|wanted|began|ready|pupils|children) $/i,
  },
  {
    find: /(?:suggest(?:ion)?s?|recommend(?:ation)?s?|advice)\b(?=\s*[:-]|\s+(?:that|a|an|the|they|to|more|using|you)\b)/gi,
    order: true,
  },
  {
    find: /\bwhy not\b/gi,
    unlessAfter:
      /\b(?:say|says|said|explain(?:ed|s)?|know|knew|ask(?:ed|s)?|told?|tell|or|and|understand|understood|see|clear|gave|give|reasons?|of|about)\s+$/i,
    unlessBefore: /^\s*(?:$|[.,;:!?)])/,
  },
  {
    find: /\b(?:how about|what if (?:you|we|the school|teachers|staff|they)|what about (?:a|an|trying|using|having))\b/gi,
  },
  {
    find: /\b(?:even better if|EBI|next steps? (?:is|are|would be|could be|for the school)|area for improvement|in order to improve|to improve this|the (?:answer|solution|fix|way forward) (?:is|would be))\b/gi,
  },
  {
    find: /(?:try (?:to|a|an|the|using|having|giving|asking|moving)|copy (?:the|what)|consider|introduce|ensure|make sure|adopt|encourage|think about|remind|provide|develop|improve|build on|invest|look (?:at|into)|use (?:a|an|more|the same|the [^.]{1,40}(?: here| in every| in each| in all| too))|let (?:pupils|staff|children|them)|share (?:the|this|what)|give (?:pupils|staff|teachers|them|the|more)|ask (?:staff|the school|teachers)|put (?:up|in place)|avoid|don[’']t|do not)\b/gi,
    order: true,
    unlessBefore:
      /^[^.]*\b(?:was|is|are|were) (?:on|said|shown|written|a|the|one|posted|pinned|painted)\b/i,
  },
]

const STARTS =
  /^\s*(?:[-•*–]\s*|\d[.)]\s*)?(?:(?:please|perhaps|maybe|just|instead|also|next|first|or|then),?\s+)*$/i

const isOrder = (clause: Clause, index: number): boolean =>
  clause.opens && STARTS.test(clause.own.slice(0, index))

/** Advice, strategies and solutions in the writer's own voice (C1). */
export function adviceIn(clauses: readonly Clause[]): Flag[] {
  const flags: Flag[] = []
  for (const clause of clauses)
    for (const rule of RULES)
      for (const match of clause.own.matchAll(rule.find)) {
        const before = clause.own.slice(0, match.index)
        const after = clause.own.slice(match.index + match[0].length)
        if (rule.order && !isOrder(clause, match.index)) continue
        if (rule.unlessAfter?.test(before) || rule.unlessBefore?.test(after)) continue
        if (isReported(clause, match.index)) continue
        flags.push(flagOf('advice', clause, match.index, match[0]))
      }
  return withoutOverlaps(flags)
}
