import { useState } from 'react'
import { differs, settled } from '../../../domain/choice.ts'
import { readOutOf, sayOutOf } from '../../../domain/learning-walk/out-of.ts'
import { photoRecord } from '../../../domain/photos/photo.ts'
import { seenNeeds } from '../../../domain/rep/evidence.ts'
import { ITEM_STATUSES } from '../../../domain/rep/milestones.ts'
import { EMPTY_SEEN, type RepSeen, repSeenRecord } from '../../../domain/rep/work.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckLine } from '../../../ui/check-line.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconCamera, IconPlus } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { ParsedLine } from '../../../ui/parsed-line.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import type { RepHere } from '../use-rep.ts'
import { SeenPhotos } from './seen-photos.tsx'

const STATUS_OPTIONS = ITEM_STATUSES.map(([value, label]) => ({ value, label }))

type SeenFields = Partial<Omit<RepSeen, 'id' | 'proposed'>> & {
  readonly proposed?: (typeof ITEM_STATUSES)[number][0] | null
}

interface SeenFormProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  /** What is written so far; null makes the record with the first word. */
  seen: RepSeen | null
  /** What a new record says: of which item, at which visit, on which day. */
  fresh: Pick<RepSeen, 'item' | 'visit' | 'on'>
  startHere?: boolean
}

/** One's own evidence on one item: text first, kept as it is written. */
export function SeenForm({ here, today, seen, fresh, startHere = false }: SeenFormProps) {
  const mentor = here.role === 'Mentor'
  const write = (fields: SeenFields) => {
    if (seen) here.workDoc.change(repSeenRecord, seen.id, fields)
    else here.addToWork(repSeenRecord, { ...EMPTY_SEEN, ...fresh, ...fields })
  }
  const photos = here.workDoc
    .all(photoRecord)
    .rows.filter(({ of, removedAt }) => of === seen?.id && removedAt === null).length
  const proposed = seen ? settled(seen.proposed) : null
  const needs = seen ? seenNeeds({ ...seen, proposed, photos }, today) : []
  return (
    <>
      <BigText
        label={mentor ? 'What I saw' : 'What shows it'}
        hint="Name no pupil and no teacher."
        minRows={3}
        startHere={startHere}
        value={seen?.text ?? ''}
        onChange={(text) => write({ text })}
      />
      <ParsedLine
        label="How many, if you counted"
        hint="For example, 24 of 27"
        short
        value={seen?.count ?? null}
        say={sayOutOf}
        read={readOutOf}
        onChange={(count) => write({ count })}
      />
      {seen ? (
        <SeenPhotos here={here} of={seen.id} place="" />
      ) : (
        <Button icon={IconCamera} onClick={() => write({})}>
          Add photos
        </Button>
      )}
      {mentor ? <Proposing seen={seen} write={write} /> : null}
      <More seen={seen} mentor={mentor} write={write} />
      {needs.length > 0 ? (
        <Notice tone="info" live={false} title="Still needed">
          {needs.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      ) : null}
    </>
  )
}

interface PartProps {
  seen: RepSeen | null
  write: (fields: SeenFields) => void
}

/** What the mentor proposes: the CEO or the EHT sets it. */
function Proposing({ seen, write }: PartProps) {
  const proposed = seen ? settled(seen.proposed) : null
  const late = seen?.late ?? false
  return (
    <>
      <ChoiceChips
        label="I propose"
        hint={
          seen && differs(seen.proposed)
            ? 'Chosen differently on two of your devices: choose the one that holds.'
            : 'The CEO or the EHT sets the status.'
        }
        options={STATUS_OPTIONS}
        value={proposed}
        onChange={(status) =>
          write({ proposed: status, late: late && status !== null && status !== 'met' })
        }
      />
      {proposed !== null && proposed !== 'met' ? (
        <CheckLine
          label="It is late, not failed"
          hint="Held up by something the school cannot move."
          checked={late}
          onChange={(checked) => write({ late: checked })}
        />
      ) : null}
      {late ? (
        <BigText
          label="Why it is late and not failed"
          minRows={2}
          value={seen?.lateReason ?? ''}
          onChange={(lateReason) => write({ lateReason })}
        />
      ) : null}
    </>
  )
}

/** What is not needed every time stays away until it is wanted. */
function More({ seen, mentor, write }: PartProps & { mentor: boolean }) {
  const [open, setOpen] = useState(false)
  const filled =
    seen !== null && [seen.link, seen.barrier, seen.support].some((text) => text !== '')
  if (!open && !filled)
    return (
      <Button tone="plain" icon={IconPlus} onClick={() => setOpen(true)}>
        {mentor ? 'Add a link, a barrier or support' : 'Add a link or a barrier'}
      </Button>
    )
  return (
    <>
      <TextLine
        label="Link to a document"
        hint="Paste its address. It begins with https://"
        type="url"
        value={seen?.link ?? ''}
        onChange={(link) => write({ link: link.trim().slice(0, 600) })}
      />
      <BigText
        label="What is in the way"
        minRows={2}
        value={seen?.barrier ?? ''}
        onChange={(barrier) => write({ barrier })}
      />
      {mentor ? (
        <BigText
          label="Support agreed"
          minRows={2}
          value={seen?.support ?? ''}
          onChange={(support) => write({ support })}
        />
      ) : null}
    </>
  )
}
