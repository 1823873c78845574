import { keyBetween } from '../../../domain/checks/order-key.ts'
import { repPassRecord, type RepPass } from '../../../domain/qla/rep-pass.ts'
import { itemFromPass, passWords } from '../../../domain/rep/from-pass.ts'
import { itemsAt, repItemRecord } from '../../../domain/rep/plan.ts'
import { useLocated } from '../../../store/use-located.ts'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import styles from '../rep.module.css'
import type { RepHere } from '../use-rep.ts'

/** Where such an area lands first: whoever writes the item moves it. */
const MILESTONE = 'w3'

/** Weak areas that question analysis passed on from this school, and that no item is about yet. */
export function PassesPart({ here }: { here: RepHere }) {
  const place = `qla-counts/${here.rep.urn}/`
  const taken = new Set(here.items.map(({ source }) => source))
  const passes = useLocated(repPassRecord).rows.flatMap(({ doc, record }) =>
    doc.startsWith(place) && record.removedAt === null && !taken.has(record.id) ? [record] : [],
  )
  if (passes.length === 0 || here.rep.kind === 'finance') return null
  const take = (pass: RepPass) => {
    const order = keyBetween(itemsAt(here.items, MILESTONE).at(-1)?.order ?? '', null)
    const milestone = MILESTONE
    here.addToPlan(repItemRecord, { ...itemFromPass(pass), milestone, order, source: pass.id })
  }
  return (
    <Section
      title="Passed on from question analysis"
      lead="A retest left these areas unsecure. As an item each goes under “Within 3 weeks”; you can move it."
    >
      <ul className={styles.list} aria-label="Areas passed on">
        {passes.map((pass) => {
          const { title, detail } = passWords(pass)
          return (
            <li key={pass.id} className={styles.row}>
              <div>
                <p>
                  <strong>{title}</strong>
                </p>
                <p className={styles.soft}>{detail}</p>
              </div>
              <Button
                icon={IconPlus}
                aria-label={`Make it an item: ${title}`}
                onClick={() => take(pass)}
              >
                Make it an item
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
