import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { letterIsIssued } from '../../../domain/access/reviews.ts'
import {
  type Received,
  receivedOf,
  receivedRecord,
  type Reply,
  replyOf,
  replyRecord,
} from '../../../domain/letter/reply.ts'
import { type LetterSheet, sheetOf } from '../../../domain/letter/sheet.ts'
import { logoOf, logoRecord } from '../../../domain/logo.ts'
import { useRecords } from '../../../store/react.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { dayOf } from './use-letter-draft.ts'
import { type LetterHere, replyDocument } from './use-letter.ts'

export interface ReplyHere {
  readonly reply: Reply | null
  readonly received: Received | null
}

export function useReply(access: ReviewAccess): ReplyHere {
  const doc = [replyDocument(access.id)]
  const replies = useRecords(replyRecord, doc).rows
  const received = useRecords(receivedRecord, doc).rows
  return { reply: replyOf(replies), received: receivedOf(received) }
}

/** The letter as it is read; null while there is none on this device. */
export function useSheet(access: ReviewAccess, here: LetterHere): LetterSheet | null {
  const reply = useReply(access)
  const logo = logoOf(useRecords(logoRecord, ['trust']).rows)
  const { head, parts } = here
  if (!head) return null
  const { letterAt } = access
  return sheetOf(parts, {
    ...reply,
    head,
    logo,
    issued: letterIsIssued(access),
    day: dayOf(head.date),
    issuedOn: letterAt === undefined ? 'Sent' : `Sent on ${sayTime(letterAt, 'day')}`,
    say: (at) => `${sayTime(at, 'day')}, ${sayTime(at, 'clock')}`,
  })
}
