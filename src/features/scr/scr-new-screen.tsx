import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  ROLE_GROUPS,
  type RoleGroup,
  referenceOf,
  scrRowRecord,
  type SpotCheck,
  spotCheckRecord,
  spotChecksInOrder,
} from '../../domain/checks/scr.ts'
import { drawSample, fewest, type PeopleByGroup, peopleOf } from '../../domain/checks/scr-sample.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Counter } from '../../ui/counter.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { NotOpen } from './not-open.tsx'
import { checkPath, type ScrHere, useSchoolName, useScrDocument } from './use-scr.ts'
import { companions, groupNames } from './words.ts'
import styles from './scr.module.css'

const USUAL = 10
const WHOLE = 2 ** 32

/** A number from 0 up to 1 that nobody can foresee: whose row is drawn is nobody's choice. */
const chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / WHOLE

export default function ScrNewScreen() {
  const here = useScrDocument()
  return here?.writes ? <Opened key={here.name} {...here} /> : <NotOpen />
}

function Opened({ of, name }: ScrHere) {
  const document = useDocument(name)
  const nameOf = useSchoolName()
  if (!document.ready) return <LoadingState label="Opening the school’s checks" />
  const last = spotChecksInOrder(document.all(spotCheckRecord).rows)[0]
  return (
    <NewCheck school={nameOf(of.urn)} urn={of.urn} year={of.year} document={document} last={last} />
  )
}

interface NewCheckProps {
  school: string
  urn: string
  year: string
  document: LiveDocument
  /** The one before: the record has grown since, but not from nothing. */
  last: SpotCheck | undefined
}

function NewCheck({ school, urn, year, document, last }: NewCheckProps) {
  const navigate = useNavigate()
  const { me, now } = useDesk()
  const [people, setPeople] = useState<PeopleByGroup>(last?.people ?? {})
  const [wanted, setWanted] = useState(USUAL)
  const [companion, setCompanion] = useState<SpotCheck['companion']>(null)
  const [tried, setTried] = useState(false)
  const all = peopleOf(people)
  const drawn = Math.min(all, Math.max(wanted, fewest(people)))
  const set = (group: RoleGroup, count: number) => setPeople({ ...people, [group]: count })
  const draw = () => {
    setTried(true)
    if (all === 0) return
    const made = { by: me.person, madeAt: now() }
    const check = document.create(spotCheckRecord, {
      date: me.today,
      people,
      drawn,
      companion,
      ...made,
    })
    if (check === null) return
    for (const [index, one] of drawSample(people, drawn, chance).entries())
      document.create(scrRowRecord, { check, ref: referenceOf(index + 1), ...one, ...made })
    void navigate({ to: checkPath(urn, year, check) })
  }
  return (
    <Page
      title="New spot check"
      lead={`Single central record of ${school}. Have the record open beside you.`}
      back={{ to: '/checks/scr', label: 'Single central record' }}
    >
      <Section
        title="Who is on the record?"
        lead="How many people of each group. At least one of each group is drawn."
      >
        <div className={styles.counters}>
          {ROLE_GROUPS.map((group) => (
            <TextLine
              key={group}
              label={groupNames[group]}
              inputMode="numeric"
              short
              value={String(people[group] ?? '')}
              onChange={(typed) => set(group, Math.min(999, Number(typed.replaceAll(/\D/g, ''))))}
            />
          ))}
        </div>
        {tried && all === 0 ? (
          <p role="alert" className={styles.error}>
            Say how many people are on the record before you draw.
          </p>
        ) : null}
      </Section>
      <Section title="How many to draw">
        <Counter
          label="Rows at random"
          value={drawn}
          min={fewest(people)}
          max={Math.min(all, 200)}
          onChange={setWanted}
        />
        <div>
          <ChoiceChips
            label="Who sits with you?"
            options={companions}
            value={companion}
            onChange={setCompanion}
          />
        </div>
      </Section>
      <ActionBar note={`${drawn} of ${all} at random, at least one of each group`}>
        <Button tone="primary" onClick={draw} disabled={document.readOnly}>
          Draw the sample
        </Button>
      </ActionBar>
    </Page>
  )
}
