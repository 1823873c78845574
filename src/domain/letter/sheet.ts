import { settled } from '../choice.ts'
import type { SmallPicture } from '../small-picture.ts'
import { keptParts, type LetterHead, type Part } from './parts.ts'
import type { Received, Reply } from './reply.ts'

export type Block =
  | { readonly kind: 'paragraphs'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly lines: readonly string[] }

export interface SheetPart {
  readonly id: string
  /** '' where a part has none. */
  readonly heading: string
  readonly block: Block
}

/** A letter as it is read, whatever it is read on: the screen, paper, Word or a page of its own. */
export interface LetterSheet {
  readonly trust: string
  /** Stands above the trust's name; null where the trust has none. */
  readonly logo: SmallPicture | null
  readonly title: string
  /** School and day of the review. */
  readonly about: string
  /** "Draft, not yet agreed", or '' once it is issued. */
  readonly draft: string
  /** When it was issued, in words; '' before. */
  readonly issued: string
  readonly parts: readonly SheetPart[]
  readonly reply: SheetReply | null
}

export interface SheetReply {
  readonly heading: string
  readonly lines: readonly string[]
}

export interface SheetFacts {
  readonly head: LetterHead
  readonly logo: SmallPicture | null
  /** Stage of the review. */
  readonly issued: boolean
  /** Day of the review, and of issue, in words. */
  readonly day: string
  readonly issuedOn: string
  readonly reply: Reply | null
  readonly received: Received | null
  /** A moment in words. */
  readonly say: (at: number) => string
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isList = ({ kind }: Part) => kind === 'strengths' || kind === 'explore'

/** "- Calm in corridors" is one of a list already: its mark is not said twice. */
const unmarked = (line: string) => line.replace(/^[-•*–]\s+/, '')

function partOf(part: Part): SheetPart[] {
  const lines = linesOf(part.text)
  if (lines.length === 0) return []
  const { id, heading } = part
  return [
    {
      id,
      heading: heading.trim(),
      block: isList(part)
        ? { kind: 'list', lines: lines.map(unmarked) }
        : { kind: 'paragraphs', lines },
    },
  ]
}

/** What the head said of it, in words; null before. */
function replyOfSheet({ reply, received, say }: SheetFacts): SheetReply | null {
  const said = reply ? settled(reply.accurate) : null
  const lines = [
    received ? `Received by the headteacher, ${say(received.madeAt)}.` : '',
    reply && said === 'accurate'
      ? `The headteacher says that this letter is accurate, ${say(reply.madeAt)}.`
      : '',
    reply && said === 'not_accurate'
      ? `The headteacher says that this letter is not accurate, ${say(reply.madeAt)}.`
      : '',
    ...(reply && said !== null ? linesOf(reply.comment) : []),
  ].filter((line) => line !== '')
  return lines.length === 0 ? null : { heading: 'The headteacher’s reply', lines }
}

export function sheetOf(parts: readonly Part[], facts: SheetFacts): LetterSheet {
  const { head, logo, issued, day, issuedOn } = facts
  return {
    trust: head.trust,
    logo,
    title: 'Peer review letter',
    about: `${head.school}, ${day}`,
    draft: issued ? '' : 'Draft: not sent yet. It may still change.',
    issued: issued ? issuedOn : '',
    parts: keptParts(parts).flatMap(({ part }) => partOf(part)),
    reply: issued ? replyOfSheet(facts) : null,
  }
}

/** A name for the file, in words: "Peer review letter, Rookery Pond Primary School, 24 November 2026". */
export const fileName = (sheet: LetterSheet, ending: 'docx' | 'html'): string =>
  `${[sheet.title, sheet.about, sheet.draft === '' ? '' : 'draft']
    .filter((part) => part !== '')
    .join(', ')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')}.${ending}`
