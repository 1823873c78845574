import { useState } from 'react'
import { tidied } from '../../domain/checks/draft-body.ts'
import { READY_MADE } from '../../domain/checks/ready-made/index.ts'
import { promptsOf } from '../../domain/checks/shown.ts'
import { templateChanges } from '../../domain/checks/template-changes.ts'
import type { TemplateBody } from '../../domain/checks/template.ts'
import { nextVersion, versionsOf } from '../../domain/checks/versions.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { DraftHere } from './use-draft.ts'
import { checklistPath, publish, useGo, useVersions } from './use-templates.ts'
import { sayPrompts } from './words.ts'
import styles from './templates.module.css'

/** What is still to be put right, what is new against the version in use, and the button. */
export function PublishPart({ here }: { here: DraftHere }) {
  const { me, now } = useDesk()
  const go = useGo()
  const versions = useVersions().rows
  const [putAway, setPutAway] = useState(false)
  const body = tidied(here.body)
  const before = bodyBefore(versionsOf(versions, body.key).at(-1)?.body, body.key)
  const version = nextVersion(versions, body.key, before?.version ?? here.whole.record.base)
  const whole = here.faults.length === 0
  const put = () => {
    const done = { body: { ...body, version }, by: me.person, madeAt: now() }
    if (publish(here.document, here.id, done)) go(checklistPath(body.key))
  }
  return (
    <Section title="Publish">
      {before !== undefined && before.version > here.whole.record.base ? (
        <Notice
          tone="warn"
          live={false}
          title={`Version ${before.version} was published since this draft was begun`}
        >
          What it changed is not in this draft. Look through the list below, and write in again what
          should stay.
        </Notice>
      ) : null}
      {whole ? <Changes before={before} body={body} /> : <Faults here={here} />}
      <div className={styles.acts}>
        <Button tone="primary" disabled={!whole} onClick={put}>
          {version === 1 ? 'Publish it' : `Publish version ${version}`}
        </Button>
        <Button tone="plain" onClick={() => setPutAway(true)}>
          Put this draft away
        </Button>
      </div>
      <Dialog
        open={putAway}
        onClose={() => setPutAway(false)}
        title="Put this draft away?"
        closeLabel="Keep writing"
        confirm={{
          label: 'Put it away',
          tone: 'danger',
          onConfirm: () => {
            here.remove('draft', here.id)
            go('/templates')
          },
        }}
      >
        <p>It leaves the list for everybody who writes it. What is published stays as it is.</p>
      </Dialog>
    </Section>
  )
}

/** The version in use, which for a ready-made checklist is the one that came with the app. */
const bodyBefore = (own: TemplateBody | undefined, key: string): TemplateBody | undefined =>
  own ?? READY_MADE.find((ready) => ready.key === key)

function Changes({ before, body }: { before: TemplateBody | undefined; body: TemplateBody }) {
  if (before === undefined)
    return (
      <Notice tone="ok" live={false} title={`Ready: ${sayPrompts(promptsOf(body).length)}`}>
        Once published, everybody of the trust can use it.
      </Notice>
    )
  const changes = templateChanges(before, body)
  return (
    <>
      <p>
        {changes.length === 0
          ? `Nothing is different from version ${before.version}.`
          : `Different from version ${before.version}, which walks that have begun keep:`}
      </p>
      {changes.length === 0 ? null : (
        <ul className={styles.changes} aria-label="What is different">
          {changes.map((words, at) => (
            <li key={at}>{words}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Faults({ here }: { here: DraftHere }) {
  const prompts = promptsOf(here.body)
  const named = (at: string): string => {
    const prompt = prompts.findIndex(({ id }) => id === at)
    const section = here.body.sections.findIndex(({ id }) => id === at)
    if (prompt >= 0) return `Prompt “${prompts[prompt]?.text ?? ''}”`
    return section >= 0 ? `Section ${section + 1}` : 'The checklist'
  }
  return (
    <Notice tone="warn" live={false} title="Before it can be published">
      <ul className={styles.changes}>
        {here.faults.map(({ at, words }, n) => (
          <li key={n}>{`${named(at)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`}</li>
        ))}
      </ul>
    </Notice>
  )
}
