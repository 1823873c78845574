import { Button } from '../../../ui/button.tsx'
import { IconArrowLeft, IconArrowRight } from '../../../ui/icons.ts'
import { join } from '../../../ui/join.ts'
import { sayCell } from './cell-words.ts'
import { Keypad } from './keypad.tsx'
import type { Marking } from './marking.ts'
import styles from './pad.module.css'
import { usePlace, useRow } from './use-marking.ts'

/** One pupil's paper on a tablet or a phone: one question after the other, by big keys. */
export function Pad({ marking, outOf }: { marking: Marking; outOf: number }) {
  const { pupil, item } = usePlace(marking)
  const { cells, total, away } = useRow(marking, pupil)
  const { pupils, items } = marking.sheet
  const question = items[item]
  const go = (to: number) => marking.goTo({ pupil: to, item: 0 })
  return (
    <div className={styles.pad}>
      <div className={styles.who}>
        <Button icon={IconArrowLeft} disabled={pupil === 0} onClick={() => go(pupil - 1)}>
          Pupil before
        </Button>
        <h2>{pupils[pupil]?.name}</h2>
        <Button
          icon={IconArrowRight}
          disabled={pupil >= pupils.length - 1}
          onClick={() => go(pupil + 1)}
        >
          Next pupil
        </Button>
      </div>
      {away !== null ? (
        <p>{away}: there are no marks to type. Change it below if that is wrong.</p>
      ) : (
        <>
          <p className={styles.question}>
            Question <strong>{question?.label}</strong> out of {question?.max}
            <span className={styles.now}>
              {sayCell(cells[item] ?? [], null) ?? cells[item]?.[0]}
            </span>
          </p>
          <Keypad marking={marking} />
          <p className={styles.sum}>
            <strong>
              {total.sum} of {outOf}
            </strong>
            , {total.marked} of {items.length} questions marked
          </p>
          <ol className={styles.questions} aria-label="Questions">
            {items.map(({ id, label, max }, at) => (
              <li key={id}>
                <button
                  type="button"
                  className={join(
                    styles.jump,
                    at === item && styles.here,
                    (cells[at]?.length ?? 0) > 1 && styles.differs,
                  )}
                  aria-current={at === item ? 'step' : undefined}
                  aria-label={`Question ${label}: ${sayCell(cells[at] ?? [], null) ?? `${cells[at]?.[0]} of ${max}`}`}
                  onClick={() => marking.goTo({ pupil, item: at })}
                >
                  <span className={styles.label}>{label}</span>
                  {cells[at]?.join('|') || '\u00a0'}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
