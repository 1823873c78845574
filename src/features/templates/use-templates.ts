import { useNavigate } from '@tanstack/react-router'
import { may } from '../../domain/access/table.ts'
import {
  type DraftRecords,
  draftOptionRecord,
  draftPromptRecord,
  draftSectionRecord,
  templateDraftRecord,
} from '../../domain/checks/draft.ts'
import { promptFields } from '../../domain/checks/draft-body.ts'
import { spreadKeys } from '../../domain/checks/order-key.ts'
import {
  type Prompt,
  type TemplateBody,
  type TemplateVersion,
  templateVersionRecord,
} from '../../domain/checks/template.ts'
import { documentName } from '../../domain/documents.ts'
import { personRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'

export const TEMPLATES = documentName({ kind: 'templates' })

export const draftPath = (id: string): string => `/templates/drafts/${encodeURIComponent(id)}`
export const checklistPath = (key: string): string => `/templates/lists/${encodeURIComponent(key)}`

/** Whether this person may write checklists, on this device and now. */
export function useMayWrite(): boolean {
  const { me, readOnly } = useDesk()
  return !readOnly && may(me, 'write', { kind: 'templates' })
}

export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => void navigate({ to })
}

/** Names of people by id. */
export function usePersonName(): (person: string) => string {
  const people = useRecords(personRecord, ['trust']).rows
  return (person) => people.find((one) => one.person === person)?.name ?? 'Somebody of the trust'
}

/** Versions that this device holds, and how many a newer app wrote. */
export const useVersions = () => useRecords(templateVersionRecord, [TEMPLATES])

export const recordsIn = (document: LiveDocument): DraftRecords => ({
  drafts: document.all(templateDraftRecord).rows,
  sections: document.all(draftSectionRecord).rows,
  prompts: document.all(draftPromptRecord).rows,
  options: document.all(draftOptionRecord).rows,
})

interface Place {
  readonly draft: string
  /** Record id of the section. */
  readonly section: string
  readonly order: string
}

/** Writes one prompt with its answers into a draft. @returns its record id, or null while nothing can be written */
export function writePrompt(document: LiveDocument, place: Place, prompt: Prompt): string | null {
  const id = document.create(draftPromptRecord, {
    ...promptFields(prompt),
    ...place,
    removedAt: null,
  })
  if (id === null) return null
  const keys = spreadKeys(prompt.options.length)
  prompt.options.forEach(({ value, label, score }, at) =>
    document.create(draftOptionRecord, {
      draft: place.draft,
      prompt: id,
      value,
      label,
      score,
      order: keys[at] ?? '',
      removedAt: null,
    }),
  )
  return id
}

function writeDraft(
  document: LiveDocument,
  body: TemplateBody,
  head: { readonly base: number; readonly by: string; readonly madeAt: number },
): string | null {
  const { key, name, about, job, noPhotos } = body
  const draft = document.create(templateDraftRecord, {
    key,
    name,
    about,
    job,
    noPhotos,
    ...head,
    removedAt: null,
  })
  if (draft === null) return null
  const places = spreadKeys(body.sections.length)
  body.sections.forEach(({ id, title, prompts }, at) => {
    const section = document.create(draftSectionRecord, {
      draft,
      key: id,
      title,
      order: places[at] ?? '',
      removedAt: null,
    })
    const keys = spreadKeys(prompts.length)
    if (section !== null)
      prompts.forEach((prompt, n) =>
        writePrompt(document, { draft, section, order: keys[n] ?? '' }, prompt),
      )
  })
  return draft
}

export interface Beginning {
  readonly ready: boolean
  /** Opens a draft of this body and goes there; the draft of a colleague, where one is open. */
  change(body: TemplateBody): void
  /** A new draft of this body, whatever else is open; it changes the version `base`. */
  begin(body: TemplateBody, base: number): void
  /** A checklist of its own, from this one. */
  copy(body: TemplateBody, name: string): void
}

/** Begins drafts in the document, which it holds open meanwhile. */
export function useBeginning(): Beginning {
  const document = useDocument(TEMPLATES)
  const { me, now, newId } = useDesk()
  const go = useGo()
  const begin = (body: TemplateBody, base: number) => {
    const draft = writeDraft(document, body, { base, by: me.person, madeAt: now() })
    if (draft !== null) go(draftPath(draft))
  }
  return {
    ready: document.ready,
    begin,
    change(body) {
      const open = recordsIn(document).drafts.find(
        ({ key, removedAt }) => key === body.key && removedAt === null,
      )
      if (open) go(draftPath(open.id))
      else begin(body, body.version)
    },
    copy: (body, name) => begin({ ...body, key: newId(), version: 0, name }, 0),
  }
}

/** Puts a version into the document and its draft away. */
export function publish(
  document: LiveDocument,
  draft: string,
  version: Omit<TemplateVersion, 'id'>,
): boolean {
  if (document.create(templateVersionRecord, version) === null) return false
  return document.change(templateDraftRecord, draft, { removedAt: version.madeAt })
}
