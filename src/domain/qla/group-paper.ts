import type { PaperSheet } from '../paper.ts'

/** One group that is taught again, in words. */
export interface GroupToPrint {
  readonly area: string
  /** "28, 33 and 35" */
  readonly questions: string
  /** The day in words, or '' while it is not set. */
  readonly day: string
  readonly teacher: string
  readonly resource: string
  readonly misconception: string
  readonly names: readonly string[]
}

/** Groups as the teacher takes them into the lesson. It has names on it: it stays with the teacher. */
export function groupPaper(
  title: string,
  about: string,
  groups: readonly GroupToPrint[],
): PaperSheet {
  return {
    title,
    about,
    foot: 'For the teacher only: it names pupils',
    blocks: groups.flatMap(({ area, questions, day, teacher, resource, misconception, names }) => [
      { kind: 'heading' as const, text: area },
      {
        kind: 'facts' as const,
        rows: (
          [
            ['Questions', questions],
            ['Day', day],
            ['Teacher', teacher],
            ['Resource', resource],
            ['Misconception', misconception],
            ['Pupils', String(names.length)],
          ] as const
        ).filter(([, value]) => value !== ''),
      },
      { kind: 'list' as const, lines: names },
    ]),
  }
}
