import { useState } from 'react'
import { bodyOfRows, checklistImport, type SheetRow } from '../../domain/checks/sheet/read.ts'
import { jobWords } from '../../domain/checks/sheet/words.ts'
import { promptsOf } from '../../domain/checks/shown.ts'
import { TEMPLATE_JOBS, type TemplateBody } from '../../domain/checks/template.ts'
import { versionsOf } from '../../domain/checks/versions.ts'
import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { TableImport } from '../../ui/import/table-import.tsx'
import { Page } from '../../ui/page.tsx'
import { PickOne } from '../../ui/pick-one.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { Preview } from './preview.tsx'
import { useBeginning, useMayWrite, useVersions } from './use-templates.ts'
import { sayPrompts } from './words.ts'
import styles from './templates.module.css'

const back = { to: '/templates', label: 'Checklists' }

/** A checklist from somebody's spreadsheet: looked at first, brought in as a draft. */
export default function ImportScreen() {
  const writes = useMayWrite()
  return (
    <Page
      title="Bring in a spreadsheet"
      lead="It becomes a draft: look it over, then publish it."
      back={back}
    >
      {writes ? (
        <Import />
      ) : (
        <EmptyState
          title="Not yours to bring in"
          action={
            <LinkButton tone="primary" to="/templates">
              Go to Checklists
            </LinkButton>
          }
        >
          <p>Leaders of the trust and the Compliance Manager bring in checklists.</p>
        </EmptyState>
      )}
    </Page>
  )
}

function Import() {
  const { newId } = useDesk()
  const versions = useVersions().rows
  const { begin, copy, ready } = useBeginning()
  const [name, setName] = useState<string | null>(null)
  const [job, setJob] = useState<TemplateBody['job'] | null>(null)
  const bodyFrom = (rows: readonly SheetRow[]): TemplateBody => {
    const read = bodyOfRows(rows, { key: newId(), name: '', job: 'other' })
    return { ...read, name: name ?? read.name, job: job ?? read.job }
  }
  const bring = (rows: readonly SheetRow[]) => {
    const body = bodyFrom(rows)
    const latest = versionsOf(versions, body.key).at(-1)
    // Our own file of a checklist of this trust is a change of it; anything else is a new one.
    if (latest) begin(body, latest.body.version)
    else copy(body, body.name)
  }
  return (
    <TableImport
      job={checklistImport}
      one="row"
      many="rows"
      hint="CSV or Excel, one prompt a row. A column for sections and one for answers help: Yes; No; Does not apply. Without answers a prompt is pass or fail. Other columns go into the help text."
      onBring={(rows) => {
        if (ready) bring(rows)
      }}
    >
      {(rows) => {
        const body = bodyFrom(rows)
        if (promptsOf(body).length === 0) return null
        return (
          <>
            <Section title="The checklist">
              <div className={styles.lines}>
                <TextLine label="Name" value={body.name} onChange={setName} />
                <PickOne
                  label="Used for"
                  options={TEMPLATE_JOBS.map((value) => ({ value, label: jobWords(value) }))}
                  value={body.job}
                  onChange={setJob}
                />
              </div>
              <p>
                {sayPrompts(promptsOf(body).length)} in {body.sections.length}{' '}
                {body.sections.length === 1 ? 'section' : 'sections'}. This is what the walker will
                see:
              </p>
            </Section>
            <Preview body={body} />
          </>
        )
      }}
    </TableImport>
  )
}
