import { useMemo } from 'react'
import type { Fields } from '../../crdt/records.ts'
import { bodyOf, type DraftInWhole, draftInWhole } from '../../domain/checks/draft-body.ts'
import { type DraftFault, draftFaults } from '../../domain/checks/draft-faults.ts'
import {
  draftOptionRecord,
  draftPromptRecord,
  draftSectionRecord,
  templateDraftRecord,
} from '../../domain/checks/draft.ts'
import { type Placed, placesAfterMove } from '../../domain/checks/order-key.ts'
import type { TemplateBody } from '../../domain/checks/template.ts'
import type { RecordType } from '../../domain/record.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { recordsIn, TEMPLATES } from './use-templates.ts'

const TYPES = {
  draft: templateDraftRecord,
  section: draftSectionRecord,
  prompt: draftPromptRecord,
  option: draftOptionRecord,
} as const satisfies Record<string, RecordType<unknown>>
export type Part = keyof typeof TYPES

/** A draft on the table: as it is now, what it lacks, and the hands to change it. */
export interface DraftHere {
  readonly id: string
  readonly document: LiveDocument
  readonly whole: DraftInWhole
  readonly body: TemplateBody
  readonly faults: readonly DraftFault[]
  change(part: Part, id: string, fields: Fields): void
  /** Takes something out; it can be put back. */
  remove(part: Part, id: string): void
  putBack(part: Part, id: string): void
  /** Moves one of a list to a place in it, counted from 0. */
  move(part: Part, list: readonly Placed[], id: string, to: number): void
}

export type DraftFound =
  | { readonly state: 'opening' | 'gone' }
  | { readonly state: 'here'; readonly here: DraftHere }

export function useDraft(id: string): DraftFound {
  const document = useDocument(TEMPLATES)
  const { now } = useDesk()
  return useMemo((): DraftFound => {
    if (!document.ready) return { state: 'opening' }
    const whole = draftInWhole(recordsIn(document), id)
    if (whole === null || whole.record.removedAt !== null) return { state: 'gone' }
    const change = (part: Part, record: string, fields: Fields) =>
      void document.change(TYPES[part], record, fields)
    return {
      state: 'here',
      here: {
        id,
        document,
        whole,
        body: bodyOf(whole),
        faults: draftFaults(whole),
        change,
        remove: (part, record) => change(part, record, { removedAt: now() }),
        putBack: (part, record) => change(part, record, { removedAt: null }),
        move(part, list, record, to) {
          for (const place of placesAfterMove(list, record, to))
            change(part, place.id, { order: place.order })
        },
      },
    }
  }, [document, id, now])
}

/** What is wrong at one place, as one line for its box. */
export const faultAt = (here: DraftHere, at: string): string | undefined => {
  const words = here.faults.filter((fault) => fault.at === at).map((fault) => fault.words)
  return words.length === 0 ? undefined : `${words.join('. ')}.`
}
