import { useState } from 'react'
import {
  type Idea,
  ideaRecord,
  type TableHere,
  tableRecord,
} from '../../../domain/action-plan/session.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { SharedText } from '../answers/shared-text.tsx'
import { SavedWord } from '../capture/saved-word.tsx'
import { paths, useGo, useTableParam } from '../routing.ts'
import { sayCount } from '../words.ts'
import { PlanGate } from './plan-gate.tsx'
import styles from './plan.module.css'
import type { PlanHere } from './use-plan.ts'

export default function TableScreen() {
  const id = useTableParam()
  return (
    <PlanGate>
      {(plan) => {
        const table = plan.tables.find(({ ids }) => ids.includes(id))
        return table ? <AtTable key={table.id} plan={plan} table={table} /> : <Gone plan={plan} />
      }}
    </PlanGate>
  )
}

interface TableProps {
  plan: PlanHere
  table: TableHere
}

/** What lies on one table: its question in large letters, and the ideas as they come. */
function AtTable({ plan, table }: TableProps) {
  const { writes, doc, review, school } = plan
  const ideas = ideasOf(plan.ideas, table)
  const [fresh, setFresh] = useState<string | null>(null)
  const add = useAddIdea(plan, table, setFresh)
  const said = ideas.filter(({ text }) => text.trim() !== '').length
  return (
    <Page
      title={`Table ${table.n}`}
      lead={`${school}. ${sayCount(said, 'idea')}.`}
      back={{ to: paths.actionPlan(review), label: 'Action plan' }}
      actions={writes ? <SavedWord made waiting={false} /> : undefined}
    >
      {table.from === null && writes ? (
        <SharedText
          label="The question for this table"
          minRows={2}
          startHere={table.question === ''}
          value={table.question}
          onChange={(question) => doc.change(tableRecord, table.id, { question })}
        />
      ) : (
        <p className={styles.question}>{table.question}</p>
      )}
      {ideas.length === 0 ? <p>No ideas yet. Anything counts: short is good.</p> : null}
      <ol className={styles.ideas} aria-label="Ideas">
        {ideas.map((idea, i) => (
          <OneIdea key={idea.id} n={i + 1} idea={idea} plan={plan} fresh={idea.id === fresh} />
        ))}
      </ol>
      <TableBar plan={plan} table={table} onAdd={add} />
    </Page>
  )
}

/** Blank cards too: somebody is about to write on them. */
const ideasOf = (ideas: readonly Idea[], table: TableHere): Idea[] =>
  ideas
    .filter((idea) => idea.removedAt === null && table.ids.includes(idea.table))
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))

/** A blank card of mine is used before another is made. */
function useAddIdea({ doc, ideas }: PlanHere, table: TableHere, onFresh: (id: string) => void) {
  const { me, now } = useDesk()
  return () => {
    const blank = ideasOf(ideas, table).find(
      (idea) => idea.by === me.person && idea.text.trim() === '',
    )
    if (blank) return document.getElementById(`idea-${blank.id}`)?.focus()
    const fields = { table: table.id, text: '', by: me.person, madeAt: now() }
    const made = doc.create(ideaRecord, fields)
    if (made !== null) onFresh(made)
  }
}

interface IdeaProps {
  n: number
  idea: Idea
  plan: PlanHere
  fresh: boolean
}

function OneIdea({ n, idea, plan, fresh }: IdeaProps) {
  const { now } = useDesk()
  const { doc, writes } = plan
  const [removed, setRemoved] = useState(false)
  if (!writes) return <li className={styles.idea}>{idea.text}</li>
  return (
    <li className={styles.idea}>
      <SharedText
        id={`idea-${idea.id}`}
        label={`Idea ${n}`}
        minRows={1}
        startHere={fresh}
        value={idea.text}
        onChange={(text) => doc.change(ideaRecord, idea.id, { text })}
      />
      <Button
        tone="plain"
        icon={IconTrash}
        disabled={removed}
        onClick={() => {
          setRemoved(true)
          doc.change(ideaRecord, idea.id, { removedAt: now() })
        }}
      >
        Remove idea {n}
      </Button>
    </li>
  )
}

function TableBar({ plan, table, onAdd }: TableProps & { onAdd: () => void }) {
  const { now } = useDesk()
  const go = useGo()
  const { doc, writes, review, ideas } = plan
  const empty = ideasOf(ideas, table).every(({ text }) => text.trim() === '')
  const remove = () => {
    for (const id of table.ids) doc.change(tableRecord, id, { removedAt: now() })
    go(paths.actionPlan(review))
  }
  return (
    <ActionBar>
      {writes && empty ? (
        <Button tone="plain" icon={IconTrash} onClick={remove}>
          Take the table away
        </Button>
      ) : null}
      <LinkButton to={paths.actionPlan(review)}>Done</LinkButton>
      {writes ? (
        <Button tone="primary" icon={IconPlus} onClick={onAdd}>
          Add an idea
        </Button>
      ) : null}
    </ActionBar>
  )
}

function Gone({ plan }: { plan: PlanHere }) {
  return (
    <Page title="Table" back={{ to: paths.actionPlan(plan.review), label: 'Action plan' }}>
      <EmptyState
        title="This table is not on this device"
        action={
          <LinkButton tone="primary" to={paths.actionPlan(plan.review)}>
            See the tables
          </LinkButton>
        }
      >
        <p>It was taken away, or it comes when this device and the other have had signal.</p>
      </EmptyState>
      <Notice tone="info" live={false} title="Ideas are never lost with a table">
        They stay under History, where they can be brought back.
      </Notice>
    </Page>
  )
}
