import { useState } from 'react'
import { mayAdminister } from '../../domain/access/admin.ts'
import { compareSchools, withRow } from '../../domain/schools/compare.ts'
import { MOST_SCHOOLS, type SchoolRow } from '../../domain/schools/facts.ts'
import { giasJob, type GiasRow, schoolOf, schoolsOf, trustsIn } from '../../domain/schools/gias.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { askRelay, faultIn } from '../../store/ask-relay.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { TableImport } from '../../ui/import/table-import.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { SchoolChanges } from './school-changes.tsx'

const back = { to: '/visits/calendar', label: 'School calendar' }

/** The trust's schools out of the government's register, compared with those that are here. */
export default function SchoolsScreen() {
  const { me } = useDesk()
  return mayAdminister(me) ? <Schools /> : <NotYours />
}

type Outcome = { added: number; changed: number } | { fault: string }

function Schools() {
  const { me } = useDesk()
  const document = useDocument('trust')
  const [trust, setTrust] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  if (!document.ready) return <LoadingState label="Opening the trust’s schools" />
  const known = document.all(schoolRecord).rows
  const chosen = (rows: readonly GiasRow[]) => {
    const trusts = trustsIn(rows)
    if (trusts.length === 1) return schoolsOf(rows, trusts[0]?.code ?? null)
    return trusts.length > 1 && trust === null ? [] : schoolsOf(rows, trust)
  }
  const bring = async (rows: readonly GiasRow[]) => {
    const schools = rows.map(schoolOf)
    const { added, changed } = compareSchools(schools, known)
    const merged = schools.map((row): SchoolRow => {
      const before = known.find(({ urn }) => urn === row.urn)
      return before ? withRow(before, row) : row
    })
    const fault = faultIn(
      await askRelay('/api/schools', {
        method: 'POST',
        body: { schools: merged },
        person: me.person,
      }),
    )
    if (fault !== null) return setOutcome({ fault })
    for (const { urn } of changed) {
      const id = known.find((school) => school.urn === urn)?.id
      const fields = merged.find((school) => school.urn === urn)
      if (id !== undefined && fields) document.change(schoolRecord, id, { ...fields })
    }
    setOutcome({ added: added.length, changed: changed.length })
  }
  return (
    <Page
      title="Schools of the trust"
      lead="From the government’s register, Get information about schools."
      back={back}
    >
      <Told outcome={outcome} />
      <TableImport
        job={giasJob}
        one="school"
        many="schools"
        hint="On the register’s site, open your trust, choose Download, and bring the CSV file here. Only open schools are taken."
        pick={chosen}
        onBring={(rows) => void bring(rows)}
      >
        {(rows) => {
          const trusts = trustsIn(rows)
          const picked = chosen(rows)
          return (
            <>
              {trusts.length > 1 ? (
                <PickOne
                  label="Your trust"
                  hint={`The file holds schools of ${trusts.length} trusts.`}
                  options={trusts.map(({ code, name, schools }) => ({
                    value: code,
                    label: `${name} (${schools} open)`,
                  }))}
                  value={trust}
                  onChange={setTrust}
                />
              ) : null}
              {picked.length > MOST_SCHOOLS ? (
                <Notice tone="warn" title="More schools than any trust has">
                  Choose a file of your trust alone.
                </Notice>
              ) : picked.length > 0 ? (
                <SchoolChanges compared={compareSchools(picked.map(schoolOf), known)} />
              ) : null}
            </>
          )
        }}
      </TableImport>
    </Page>
  )
}

const FAULTS: Readonly<Record<string, string>> = {
  'no-answer':
    'There is no signal. Schools are brought in with signal only: find some, then try again.',
  'signed-out': 'Your sign-in has ended. Sign in, then try again.',
  'not-allowed': 'The CEO and the COO bring in schools.',
}

function Told({ outcome }: { outcome: Outcome | null }) {
  if (outcome === null) return null
  if ('fault' in outcome)
    return (
      <Notice tone="stuck" title="Nothing was brought in">
        {FAULTS[outcome.fault] ?? 'Try again in a moment.'}
      </Notice>
    )
  return (
    <Notice tone="ok" title={`${outcome.added} added, ${outcome.changed} changed`}>
      New schools appear in lists within a minute. Give their people roles under People.
    </Notice>
  )
}

function NotYours() {
  return (
    <Page title="Schools of the trust" back={back}>
      <EmptyState
        icon={IconLock}
        title="The CEO and the COO bring in schools"
        action={
          <LinkButton tone="primary" to="/visits">
            Go to Visits
          </LinkButton>
        }
      >
        <p>Ask one of them if a school is missing.</p>
      </EmptyState>
    </Page>
  )
}
