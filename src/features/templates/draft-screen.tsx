import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { draftSectionRecord } from '../../domain/checks/draft.ts'
import { keyBetween } from '../../domain/checks/order-key.ts'
import { jobWords } from '../../domain/checks/sheet/words.ts'
import { TEMPLATE_JOBS } from '../../domain/checks/template.ts'
import { differs } from '../../domain/choice.ts'
import { useDesk } from '../../store/react.tsx'
import { BigText } from '../../ui/big-text.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { Preview } from './preview.tsx'
import { PublishPart } from './publish-part.tsx'
import { SectionPart } from './section-part.tsx'
import { TakenOut } from './taken-out.tsx'
import { type DraftHere, useDraft } from './use-draft.ts'
import { useMayWrite } from './use-templates.ts'
import styles from './templates.module.css'

const back = { to: '/templates', label: 'Checklists' }

/** A checklist being written. Everything is kept as it is typed; publishing puts it into use. */
export default function DraftScreen() {
  const { draft = '' } = useParams({ strict: false })
  const found = useDraft(typeof draft === 'string' ? draft : '')
  const writes = useMayWrite()
  if (found.state === 'opening') return <LoadingState label="Opening the checklist" />
  if (found.state === 'here' && writes) return <Draft key={found.here.id} here={found.here} />
  return (
    <Page title="Checklist" back={back}>
      <EmptyState
        title={writes ? 'This checklist is no longer being written' : 'Not yours to write'}
        action={
          <LinkButton tone="primary" to="/templates">
            Go to Checklists
          </LinkButton>
        }
      >
        <p>
          {writes
            ? 'It was published or put away. What was published is on the list.'
            : 'Leaders of the trust and the Compliance Manager write checklists. You can read those in use.'}
        </p>
      </EmptyState>
    </Page>
  )
}

const MODES = [
  { value: 'write', label: 'Write' },
  { value: 'preview', label: 'See it as the walker does' },
] as const

function Draft({ here }: { here: DraftHere }) {
  const [mode, setMode] = useState<'write' | 'preview'>('write')
  const name = here.whole.record.name
  return (
    <Page
      title={name.trim() === '' ? 'New checklist' : name}
      lead="Kept as you write. Nobody walks by it before it is published."
      back={back}
    >
      <ChoiceChips
        label="Write or look"
        hideLabel
        clearable={false}
        options={MODES}
        value={mode}
        onChange={(next) => setMode(next ?? 'write')}
      />
      {mode === 'preview' ? (
        <Preview body={here.body} />
      ) : (
        <>
          <Head here={here} />
          {here.whole.sections.map((section, at) => (
            <SectionPart key={section.record.id} here={here} section={section} at={at} />
          ))}
          <AddSection here={here} />
          <TakenOut here={here} />
        </>
      )}
      <PublishPart here={here} />
    </Page>
  )
}

function Head({ here }: { here: DraftHere }) {
  const { record } = here.whole
  const { job, noPhotos } = here.body
  const set = (fields: Record<string, unknown>) => here.change('draft', here.id, fields)
  const scr = job === 'scr'
  return (
    <Section title="The checklist">
      <div className={styles.lines}>
        <TextLine
          label="Name"
          startHere={record.name === ''}
          placeholder="For example, Kitchen check"
          value={record.name}
          onChange={(name) => set({ name })}
        />
        <PickOne
          label="Used for"
          options={TEMPLATE_JOBS.map((value) => ({ value, label: jobWords(value) }))}
          value={job}
          error={differs(record.job) ? 'Two people chose differently: choose again.' : undefined}
          onChange={(value) => {
            if (value !== null) set({ job: value })
          }}
        />
      </div>
      <BigText
        label="What it is about"
        hint="One or two sentences for those who walk: when, with whom, how long. May stay empty."
        minRows={2}
        value={record.about}
        onChange={(about) => set({ about })}
      />
      <CheckLine
        label="No photos with this checklist"
        hint={
          scr
            ? 'Always so for the single central record.'
            : 'For papers with personal details: the camera does not open.'
        }
        checked={noPhotos || scr}
        disabled={scr}
        onChange={(value) => set({ noPhotos: value })}
      />
    </Section>
  )
}

function AddSection({ here }: { here: DraftHere }) {
  const { newId } = useDesk()
  const add = () =>
    here.document.create(draftSectionRecord, {
      draft: here.id,
      key: newId(),
      title: '',
      order: keyBetween(here.whole.sections.at(-1)?.record.order ?? '', null),
      removedAt: null,
    })
  return (
    <div>
      <Button icon={IconPlus} onClick={add}>
        Add a section
      </Button>
    </div>
  )
}
