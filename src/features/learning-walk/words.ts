import type { Told, ToldPart } from '../../domain/learning-walk/agreed.ts'
import type { StepNeed, WalkStage } from '../../domain/learning-walk/stages.ts'
import type { TAGS, Rating, SampleKind, Strand, WalkKind } from '../../domain/learning-walk/walk.ts'
import type { IconType } from '../../ui/glyph.tsx'
import { IconCheck, IconEye, IconMinus, IconSearch, IconStar } from '../../ui/icons.ts'

interface Word<T extends string> {
  readonly value: T
  readonly label: string
}
interface Drawn<T extends string> extends Word<T> {
  readonly icon: IconType
}

export const kinds: readonly Word<WalkKind>[] = [
  { value: 'learning_walk', label: 'Learning walk' },
  { value: 'book_look', label: 'Book look' },
  { value: 'pupil_voice', label: 'Pupil voice' },
  { value: 'book_study', label: 'Pupil book study' },
  { value: 'joint', label: 'Joint walk' },
]
export const kindWords = (kind: WalkKind): string =>
  kinds.find(({ value }) => value === kind)?.label ?? kind

export const stageWords: Readonly<Record<WalkStage, string>> = {
  agreed: 'Agreed',
  walked: 'Walked',
  shared_with_staff: 'Shared with staff',
  summarised: 'Summarised',
}

/** What the button of each step says. */
export const stepVerbs: Readonly<Record<WalkStage, string>> = {
  agreed: 'It is agreed with staff',
  walked: 'The walk is done',
  shared_with_staff: 'Shared with those visited',
  summarised: 'It is summed up',
}

export const needWords: Readonly<Record<StepNeed['what'], string>> = {
  focus: 'There is no focus yet. Write it under Plan.',
  date: 'There is no date yet. Set it under Plan.',
  walkers: 'Nobody is named who walks. Add them under Plan.',
  third_walker: 'More than two people walk. Say why under Plan.',
  not_told: 'Staff have not been told the date, the focus and who comes, as they are now.',
  nothing_seen: 'Nothing is written yet: go to a room, a book or a group of pupils first.',
  not_shared: 'Some of those visited have not been told what was seen.',
  no_theme: 'There is no pattern and no question yet. Write one under Sum up.',
}

export const ratings: readonly Drawn<Rating>[] = [
  { value: 'not_seen', label: 'Not seen', icon: IconMinus },
  { value: 'emerging', label: 'Emerging', icon: IconEye },
  { value: 'secure', label: 'Secure', icon: IconCheck },
]
export const ratingWords = (rating: Rating): string =>
  ratings.find(({ value }) => value === rating)?.label ?? rating

export const tags: readonly Drawn<(typeof TAGS)[number]>[] = [
  { value: 'strength', label: 'Strength', icon: IconStar },
  { value: 'question', label: 'Question', icon: IconSearch },
]

export const strandWords: Readonly<Record<Strand, string>> = {
  lessons: 'Lessons',
  books: 'Books',
  pupils: 'Pupils',
  data: 'Data',
}

export const samples: readonly Word<SampleKind>[] = [
  { value: 'pp', label: 'Pupil premium (PP)' },
  { value: 'send', label: 'SEND' },
  { value: 'low', label: 'Low prior attainment' },
  { value: 'middle', label: 'Middle prior attainment' },
  { value: 'high', label: 'High prior attainment' },
]

export const toldParts: Readonly<Record<ToldPart, string>> = {
  date: 'The date',
  focus: 'The focus',
  who: 'Who walks',
}
export const toldWords: Readonly<Record<Told, string>> = {
  told: 'Told',
  not_told: 'Not told yet',
  changed_since: 'Changed since it was told',
}

export const sayCount = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

/** Names as people say them: "Percival, Primrose and Otto". */
export const sayList = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`
