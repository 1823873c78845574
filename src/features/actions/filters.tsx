import { useState } from 'react'
import { ACTION_STATUSES } from '../../domain/actions/action.ts'
import { type ActionFilter, countsOf, isOwnedBy, type Listed } from '../../domain/actions/list.ts'
import { sourceWords } from '../../domain/actions/source.ts'
import { useDesk } from '../../store/react.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import styles from './actions.module.css'
import type { Names } from './use-names.ts'
import { PRIORITY_OPTIONS } from './words.ts'

interface FiltersProps {
  list: readonly Listed[]
  filter: ActionFilter
  names: Names
  onChange: (change: Partial<ActionFilter>) => void
}

type Quick = 'open' | 'mine' | 'overdue' | 'soon' | 'told'

/** Each of the usual questions of the list, whole: what is asked elsewhere stays. */
const QUICK: Readonly<Record<Quick, Pick<ActionFilter, 'mine' | 'when' | 'status'>>> = {
  open: { mine: false, when: null, status: 'still-open' },
  mine: { mine: true, when: null, status: 'still-open' },
  overdue: { mine: false, when: 'overdue', status: null },
  soon: { mine: false, when: 'soon', status: null },
  told: { mine: false, when: null, status: 'done_hq_not_informed' },
}

const quickOf = (filter: ActionFilter): Quick | null =>
  (['open', 'mine', 'overdue', 'soon', 'told'] as const).find((name) =>
    Object.entries(QUICK[name]).every(
      ([key, value]) => filter[key as keyof ActionFilter] === value,
    ),
  ) ?? null

/** Whether something else is asked than the usual questions ask. */
const isNarrowed = (filter: ActionFilter): boolean =>
  quickOf(filter) === null ||
  filter.text !== '' ||
  [filter.school, filter.source, filter.priority].some((one) => one !== null)

/** The usual questions as chips, and everything else behind one line. */
export function Filters({ list, filter, names, onChange }: FiltersProps) {
  const { me } = useDesk()
  // The list comes first: this stands open only for somebody who comes back to what they narrowed down.
  const [narrowed] = useState(() => isNarrowed(filter))
  const { open, overdue, soon, doneNotTold } = countsOf(list)
  const mine = list.filter((one) => one.open && isOwnedBy(one.action, me.person)).length
  return (
    <div className={styles.stack}>
      <ChoiceChips
        label="Show"
        clearable={false}
        options={[
          { value: 'open', label: `Still open: ${open}` },
          { value: 'mine', label: `Mine: ${mine}` },
          { value: 'overdue', label: `Overdue: ${overdue}` },
          { value: 'soon', label: `Due in four weeks: ${soon}` },
          { value: 'told', label: `Done, the trust not told: ${doneNotTold}` },
        ]}
        value={quickOf(filter)}
        onChange={(quick) => {
          if (quick !== null) onChange(QUICK[quick])
        }}
      />
      <details className={styles.filters} open={narrowed}>
        <summary>Search and narrow down</summary>
        <div className={styles.lines}>
          <TextLine
            label="Search"
            type="search"
            hint="Words, a room, a reference or a name"
            value={filter.text}
            onChange={(text) => onChange({ text })}
          />
          <Narrow list={list} filter={filter} names={names} onChange={onChange} />
        </div>
      </details>
    </div>
  )
}

const STATUS_OPTIONS = [
  { value: 'still-open', label: 'Still open' },
  ...ACTION_STATUSES.map(([value, label]) => ({ value, label })),
  { value: 'differs', label: 'Two people said different things' },
] as const

function Narrow({ list, filter, names, onChange }: FiltersProps) {
  const urns = [...new Set(list.map(({ urn }) => urn))]
  const sources = [...new Set(list.map(({ action }) => action.source.type))]
  return (
    <>
      {urns.length > 1 ? (
        <PickOne
          label="School"
          empty="Every school"
          options={urns.map((value) => ({ value, label: names.schoolOf(value) }))}
          value={filter.school}
          onChange={(school) => onChange({ school })}
        />
      ) : null}
      <PickOne
        label="Source"
        empty="Every source"
        options={sources.map((value) => ({ value, label: sourceWords(value) }))}
        value={filter.source}
        onChange={(source) => onChange({ source })}
      />
      <PickOne
        label="Where it stands"
        empty="Anywhere"
        options={STATUS_OPTIONS}
        value={filter.status}
        onChange={(status) => onChange({ status })}
      />
      <PickOne
        label="Priority"
        empty="Every priority"
        options={PRIORITY_OPTIONS}
        value={filter.priority}
        onChange={(priority) => onChange({ priority })}
      />
    </>
  )
}
