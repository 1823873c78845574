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
  /** How many of them have the pupil premium: a count, never beside a name. */
  readonly ppg: number
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
    blocks: groups.flatMap(
      ({ area, questions, day, teacher, resource, misconception, names, ppg }) => [
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
              ['Pupils', `${names.length}, of them PPG: ${ppg}`],
            ] as const
          ).filter(([, value]) => value !== ''),
        },
        { kind: 'list' as const, lines: names },
      ],
    ),
  }
}
