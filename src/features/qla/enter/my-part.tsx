import { useEffect } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import {
  type MarkShare,
  markShareRecord,
  placesOf,
  sharesByPerson,
} from '../../../domain/qla/share.ts'
import { useDesk } from '../../../store/react.tsx'
import { PickOne } from '../../../ui/pick-one.tsx'
import type { SittingHere } from '../sittings/use-sitting.ts'
import { sayPupil } from '../words.ts'
import type { Marking } from './marking.ts'
import type { Part } from './route.ts'
import styles from './enter.module.css'
import { useNames } from '../../../store/use-names.ts'

interface MyPartProps {
  here: SittingHere
  marking: Marking
}

const sharesOf = ({ document }: SittingHere) => sharesByPerson(document.all(markShareRecord).rows)

/** The part of the marks that a person said they would type; all of them where they said nothing. */
export const partOf = (here: SittingHere, person: string): Part =>
  placesOf(sharesOf(here).get(person) ?? null, here.pupils, here.items)

const WHOLE = { firstItem: '', lastItem: '', firstPupil: '', lastPupil: '' }

/** Who types which marks, where several mark a pile together: by questions, by pupils or both. */
export function MyPart({ here, marking }: MyPartProps) {
  const { me, now } = useDesk()
  const nameOf = useNames()
  const { document, pupils, items } = here
  const shares = sharesOf(here)
  const mine = shares.get(me.person) ?? null
  const { firstItem, lastItem, firstPupil, lastPupil } = mine ?? WHOLE
  useEffect(() => {
    const share = { firstItem, lastItem, firstPupil, lastPupil }
    marking.setPart(placesOf(share, pupils, items))
  }, [marking, pupils, items, firstItem, lastItem, firstPupil, lastPupil])
  const write = (fields: Fields) => {
    if (mine) document.change(markShareRecord, mine.id, fields)
    else document.create(markShareRecord, { ...WHOLE, ...fields, by: me.person, madeAt: now() })
  }
  const ofItems = items.map((item) => ({ value: item.key, label: `Question ${sayItem(item)}` }))
  const ofPupils = pupils.map((pupil) => ({ value: pupil.key, label: sayPupil(pupil) }))
  const others = [...shares.values()].filter(({ by }) => by !== me.person)
  const pick = (
    label: string,
    field: keyof typeof WHOLE,
    options: typeof ofItems,
    empty: string,
  ) => (
    <PickOne
      label={label}
      options={options}
      value={mine?.[field] === '' ? null : (mine?.[field] ?? null)}
      empty={empty}
      onChange={(value) => write({ [field]: value ?? '' })}
    />
  )
  return (
    <details className={styles.part}>
      <summary>Marking together: {sayPart(mine, here)}</summary>
      <p>
        Typing goes on inside your part. It locks nothing: anyone may type any mark, and marks that
        differ are both kept.
      </p>
      <div className={styles.picks}>
        {pick('From question', 'firstItem', ofItems, 'The first')}
        {pick('to question', 'lastItem', ofItems, 'The last')}
        {pick('From pupil', 'firstPupil', ofPupils, 'The first')}
        {pick('to pupil', 'lastPupil', ofPupils, 'The last')}
      </div>
      {others.length === 0 ? null : (
        <ul>
          {others.map((share) => (
            <li key={share.id}>
              {nameOf(share.by)}: {sayPart(share, here)}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** A part in words: "questions 1 to 12, all pupils". */
function sayPart(share: MarkShare | null, { pupils, items }: SittingHere): string {
  const places = placesOf(share, pupils, items)
  const [q1, q2] = places.items
  const [p1, p2] = places.pupils
  const label = (at: number) => {
    const item = items[at]
    return item ? sayItem(item) : ''
  }
  const name = (at: number) => {
    const pupil = pupils[at]
    return pupil ? sayPupil(pupil) : ''
  }
  const questions = q1 === 0 && q2 === items.length - 1
  const everyone = p1 === 0 && p2 === pupils.length - 1
  const part = questions ? 'all questions' : `questions ${label(q1)} to ${label(q2)}`
  return `${part}, ${everyone ? 'all pupils' : `${name(p1)} to ${name(p2)}`}`
}
