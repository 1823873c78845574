import { evidenceFlags, linksBehind } from '../../../domain/peer-review/evidence.ts'
import type { EvidenceLink } from '../../../domain/peer-review/answers.ts'
import { settled } from '../../../domain/choice.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Glyph } from '../../../ui/glyph.tsx'
import { IconNote, IconX } from '../../../ui/icons.ts'
import { join } from '../../../ui/join.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { kinds } from '../words.ts'
import { evidenceFlagWords, type Target } from './answer-words.ts'
import styles from './answers.module.css'

const CHIP_LENGTH = 38

const shortly = (text: string) =>
  text.length <= CHIP_LENGTH ? text : `${text.slice(0, CHIP_LENGTH).replace(/\s\S*$/, '')}…`

interface EvidenceChipsProps {
  target: Target
  links: readonly EvidenceLink[]
  /** Usable notes of the question. */
  notes: readonly Note[]
  nameOf: (person: string) => string
  readOnly: boolean
  /** Whether a card that is tapped goes behind this now. */
  chosen: boolean
  onChoose: () => void
  onRemove: (note: string) => void
}

/** The notes behind an answer or a point, each taken away with one tap, and what is thin about them. */
export function EvidenceChips(props: EvidenceChipsProps) {
  const { target, links, notes, nameOf, readOnly, chosen, onChoose, onRemove } = props
  const behind = linksBehind(links, target.id)
  const shown = behind.flatMap(({ note }) => notes.find(({ id }) => id === note) ?? [])
  const missing = behind.length - shown.length
  return (
    <div className={styles.evidence}>
      {shown.length === 0 ? null : (
        <ul className={styles.chips} aria-label={`Evidence behind ${target.label}`}>
          {shown.map((note) => {
            const kind = kinds.find(({ value }) => value === settled(note.kind))
            return (
              <li key={note.id}>
                <button
                  type="button"
                  className={styles.chip}
                  disabled={readOnly}
                  onClick={() => onRemove(note.id)}
                >
                  <Glyph icon={kind?.icon ?? IconNote} size={20} />
                  <span>
                    <VisuallyHidden>Take from {target.label}: </VisuallyHidden>
                    {nameOf(note.by).split(' ')[0]}: {shortly(note.text)}
                  </span>
                  <Glyph icon={IconX} size={18} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {missing > 0 ? (
        <p className={styles.soft}>
          {missing === 1 ? 'One note' : `${missing} notes`} behind this cannot be used here: out of
          remit, filed elsewhere, or not on this device.
        </p>
      ) : null}
      <div className={styles.evidenceFoot}>
        {evidenceFlags(behind, notes).map((flag) => (
          <Badge key={flag} tone="warn">
            {evidenceFlagWords[flag]}
          </Badge>
        ))}
        <Button
          tone="plain"
          aria-pressed={chosen}
          disabled={readOnly}
          className={join(chosen && styles.choosing)}
          onClick={onChoose}
        >
          {chosen ? 'Choosing its evidence' : 'Choose its evidence'}
        </Button>
      </div>
    </div>
  )
}
