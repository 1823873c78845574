import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { READY_MADE } from '../../domain/checks/ready-made/index.ts'
import { jobWords } from '../../domain/checks/sheet/words.ts'
import { promptsOf } from '../../domain/checks/shown.ts'
import { templateChanges } from '../../domain/checks/template-changes.ts'
import type { TemplateBody, TemplateVersion } from '../../domain/checks/template.ts'
import { publishedTwice, versionsOf } from '../../domain/checks/versions.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconPencil } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { Time } from '../../ui/time.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { Preview } from './preview.tsx'
import { useBeginning, useMayWrite, usePersonName, useVersions } from './use-templates.ts'
import { sayPrompts } from './words.ts'
import styles from './templates.module.css'

const back = { to: '/templates', label: 'Checklists' }

/** One checklist in use: to try out, take along as a file, change or copy, with its history. */
export default function ChecklistScreen() {
  const { key = '' } = useParams({ strict: false })
  const versions = useVersions()
  const writes = useMayWrite()
  if (versions.loading) return <LoadingState label="Opening the checklist" />
  const own = versionsOf(versions.rows, String(key))
  const ready = READY_MADE.find((body) => body.key === key)
  const body = own.at(-1)?.body ?? ready
  if (body === undefined) return <NotThere />
  const twice = publishedTwice(own)
  return (
    <Page
      title={body.name}
      lead={`${jobWords(body.job)}, ${sayPrompts(promptsOf(body).length)}${own.length === 0 ? ', ready-made' : `, version ${body.version}`}. ${body.about}`}
      back={back}
    >
      {twice.length > 0 ? (
        <Notice tone="warn" live={false} title={`Version ${twice.join(', ')} was published twice`}>
          Two people published it while they were apart. The later one is in use; both are in the
          history, and changing the checklist starts from the later one.
        </Notice>
      ) : null}
      {writes ? <Acts body={body} ready={own.length === 0} /> : null}
      <Section title="Take it along">
        <ExportButtons body={body} />
      </Section>
      <Preview key={`${body.key} ${body.version}`} body={body} />
      {own.length === 0 ? null : <History own={own} ready={ready} />}
    </Page>
  )
}

function NotThere() {
  return (
    <Page title="Checklist" back={back}>
      <EmptyState
        title="This checklist is not on this device"
        action={
          <LinkButton tone="primary" to="/templates">
            Go to Checklists
          </LinkButton>
        }
      >
        <p>It may arrive with the next signal.</p>
      </EmptyState>
    </Page>
  )
}

function Acts({ body, ready }: { body: TemplateBody; ready: boolean }) {
  const { ready: open, change, copy } = useBeginning()
  const [begun, setBegun] = useState(false)
  const begin = (act: () => void) => () => {
    setBegun(true)
    act()
  }
  return (
    <div className={styles.acts}>
      <Button
        tone="primary"
        icon={IconPencil}
        disabled={!open || begun}
        onClick={begin(() => change(body))}
      >
        {ready ? 'Change it for our trust' : 'Change it'}
      </Button>
      <Button
        disabled={!open || begun}
        onClick={begin(() => copy(body, `${body.name} (copy)`.slice(0, 120)))}
      >
        Copy and change
      </Button>
    </div>
  )
}

interface HistoryProps {
  own: readonly TemplateVersion[]
  ready: TemplateBody | undefined
}

/** Every version with who published it and what it changed, the latest first. */
function History({ own, ready }: HistoryProps) {
  const nameOf = usePersonName()
  const lines = own.map((version, at) => ({
    version,
    before: own[at - 1]?.body ?? ready,
  }))
  return (
    <Section title="History" lead="Walks keep the version that they began with.">
      {lines.reverse().map(({ version: { id, body, by, madeAt }, before }) => (
        <div key={id}>
          <h3>
            Version {body.version}, <Time at={madeAt} form="moment" />
          </h3>
          <p className={styles.soft}>Published by {nameOf(by)}</p>
          {before === undefined ? (
            <p>The first version: {sayPrompts(promptsOf(body).length)}.</p>
          ) : (
            <ul className={styles.changes}>
              {templateChanges(before, body).map((words, n) => (
                <li key={n}>{words}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </Section>
  )
}
