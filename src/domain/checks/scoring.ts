import { type Given, shownSections } from './shown.ts'
import type { Prompt, TemplateBody } from './template.ts'

/** How much of what was looked at is in place. */
export interface Score {
  /** Sum of the weights earned, and of those that could be. */
  readonly earned: number
  readonly possible: number
  /** Prompts that count here: a percentage is never said without it. */
  readonly counted: number
  /** 0 to 100, whole; 100 only if all was earned and 0 only if nothing was. */
  readonly percent: number
}

export interface SectionScore {
  readonly id: string
  readonly title: string
  /** Null while nothing in it counts: no score, not 0. */
  readonly score: Score | null
}

const CHECK_SHARE: Readonly<Record<string, number>> = { pass: 1, fail: 0 }

/** "26/28" as its two numbers, or null where it is none. */
export function countOf(value: string): { readonly n: number; readonly of: number } | null {
  const found = /^(\d{1,6})\s*\/\s*(\d{1,6})$/.exec(value)
  if (!found?.[1] || !found[2]) return null
  const [n, of] = [Number(found[1]), Number(found[2])]
  return n <= of && of > 0 ? { n, of } : null
}

/** Share of its weight that an answer earns, or null: not applicable, not checked, or nothing to score. */
function shareOf({ kind, options }: Prompt, value: string): number | null {
  if (kind === 'check') return CHECK_SHARE[value] ?? null
  if (kind === 'choice') return options.find((option) => option.value === value)?.score ?? null
  const count = kind === 'count' ? countOf(value) : null
  return count ? count.n / count.of : null
}

function sum(parts: readonly { earned: number; possible: number }[]): Score | null {
  const possible = parts.reduce((total, part) => total + part.possible, 0)
  if (possible === 0) return null
  const earned = parts.reduce((total, part) => total + part.earned, 0)
  const near = Math.round((100 * earned) / possible)
  const percent = earned >= possible ? 100 : earned <= 0 ? 0 : Math.min(99, Math.max(1, near))
  return { earned, possible, counted: parts.length, percent }
}

/**
 * Score by section and over all. What does not apply, was not checked, has no score or no weight, or
 * is not asked, leaves the total.
 */
export function scoreOf(
  body: TemplateBody,
  given: Given,
): { readonly total: Score | null; readonly sections: readonly SectionScore[] } {
  const parts = shownSections(body, given).map(({ id, title, prompts }) => ({
    id,
    title,
    parts: prompts.flatMap((prompt) => {
      const share = shareOf(prompt, given.get(prompt.id) ?? '')
      return share === null || prompt.weight === 0
        ? []
        : [{ earned: share * prompt.weight, possible: prompt.weight }]
    }),
  }))
  return {
    total: sum(parts.flatMap((section) => section.parts)),
    sections: parts.map((section) => ({
      id: section.id,
      title: section.title,
      score: sum(section.parts),
    })),
  }
}
