import type { Fields } from '../../../crdt/records.ts'
import { DEMANDS, MOST_MARKS, type PaperItem, sayItem } from '../../../domain/qla/paper.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Counter } from '../../../ui/counter.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconTrash } from '../../../ui/icons.ts'
import { PickOne } from '../../../ui/pick-one.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import styles from './papers.module.css'
import { years } from './years.ts'

interface ItemDialogProps {
  /** The question that is changed, or null. */
  item: PaperItem | null
  onChange: (fields: Fields) => void
  onRemove: () => void
  onClose: () => void
}

const demandWords = { WT: 'Working towards', EX: 'Expected', GD: 'Greater depth' } as const
const demands = DEMANDS.map((value) => ({ value, label: demandWords[value] }))

/** One question; what is typed is kept at once. */
export function ItemDialog({ item, onChange, onRemove, onClose }: ItemDialogProps) {
  return (
    <Dialog
      open={item !== null}
      onClose={onClose}
      title={item ? `Question ${sayItem(item)}` : ''}
      closeLabel="Done"
    >
      {item ? (
        <div key={item.id} className={styles.stack}>
          <TextLine
            label="Question"
            short
            value={item.q}
            error={item.q === '' ? 'A question needs its number.' : undefined}
            onChange={(q) => {
              // A question without a number cannot be read: the last one stays until there is one.
              if (q.trim() !== '') onChange({ q: q.trim().slice(0, 8) })
            }}
          />
          <TextLine
            label="Part"
            hint="a, b(ii), or nothing"
            short
            value={item.part}
            onChange={(part) => onChange({ part: part.slice(0, 8) })}
          />
          <Counter
            label="Marks"
            min={1}
            max={MOST_MARKS}
            value={item.max}
            onChange={(max) => onChange({ max })}
          />
          <TextLine
            label="Content domain or assessment objective"
            hint="6C7a, AO2: questions of one code are looked at together"
            short
            value={item.code}
            onChange={(code) => onChange({ code: code.slice(0, 20) })}
          />
          <TextLine
            label="Kind of question"
            hint="Long division"
            value={item.kind}
            onChange={(kind) => onChange({ kind: kind.slice(0, 80) })}
          />
          <PickOne
            label="Year of content"
            empty="Not said"
            options={years}
            value={item.fromYear === null ? null : String(item.fromYear)}
            onChange={(year) => onChange({ fromYear: year === null ? null : Number(year) })}
          />
          <ChoiceChips
            label="Demand"
            options={demands}
            value={item.tier}
            onChange={(tier) => onChange({ tier })}
          />
          <Button tone="danger" icon={IconTrash} onClick={onRemove}>
            Take this question out
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}
