import { useState } from 'react'
import { readReference, ROLE_GROUPS, type RoleGroup } from '../../domain/checks/scr.ts'
import { Button } from '../../ui/button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { groupNames, noReference } from './words.ts'
import styles from './scr.module.css'

const groups = ROLE_GROUPS.map((value) => ({ value, label: groupNames[value] }))

export interface AddRowProps {
  /** References that are there already. */
  taken: readonly string[]
  onAdd: (ref: string, group: RoleGroup) => void
}

/** A row beyond those drawn. What is typed is kept nowhere until it is a plain row number (C42). */
export function AddRow({ taken, onAdd }: AddRowProps) {
  const [typed, setTyped] = useState('')
  const [group, setGroup] = useState<RoleGroup | null>(null)
  const [tried, setTried] = useState(false)
  const read = readReference(typed)
  const there = read.ok && taken.includes(read.ref)
  const refError = !read.ok
    ? noReference[read.why]
    : there
      ? `${read.ref} is there already.`
      : undefined
  const shown = tried || (typed !== '' && !read.ok && read.why !== 'empty')
  const add = () => {
    setTried(true)
    if (!read.ok || there || group === null) return
    onAdd(read.ref, group)
    setTyped('')
    setGroup(null)
    setTried(false)
  }
  return (
    <Section title="Add a row" lead="For one that you want to see besides those drawn.">
      <div className={styles.add}>
        <TextLine
          label="Number in the record"
          hint="The row’s number, for example 7"
          value={typed}
          onChange={setTyped}
          error={shown ? refError : undefined}
          short
        />
        <PickOne
          label="Group"
          hint="What they do at the school"
          options={groups}
          value={group}
          onChange={setGroup}
          error={tried && group === null ? 'Pick the group.' : undefined}
        />
      </div>
      <Button icon={IconPlus} onClick={add}>
        Add the row
      </Button>
    </Section>
  )
}
