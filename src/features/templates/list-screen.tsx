import { settled } from '../../domain/choice.ts'
import { templateDraftRecord } from '../../domain/checks/draft.ts'
import { READY_MADE } from '../../domain/checks/ready-made/index.ts'
import { jobWords } from '../../domain/checks/sheet/words.ts'
import { promptsOf } from '../../domain/checks/shown.ts'
import type { TemplateBody } from '../../domain/checks/template.ts'
import { checklistsToUse, inUse } from '../../domain/checks/versions.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { LoadingState } from '../../ui/states.tsx'
import { Time } from '../../ui/time.tsx'
import {
  checklistPath,
  draftPath,
  TEMPLATES,
  useBeginning,
  useMayWrite,
  usePersonName,
  useVersions,
} from './use-templates.ts'
import { sayPrompts } from './words.ts'
import styles from './templates.module.css'

/** All checklists: those being written, the trust's own, and those that come with the app. */
export default function ListScreen() {
  const versions = useVersions()
  const writes = useMayWrite()
  if (versions.loading) return <LoadingState label="Opening the checklists" />
  const own = inUse(versions.rows)
  const ready = checklistsToUse(versions.rows, READY_MADE).slice(own.length)
  return (
    <Page
      title="Checklists"
      lead="What walks and checks go by. A walk that has begun keeps the version it began with."
      back={{ to: '/', label: 'Today' }}
    >
      {writes ? <Start /> : null}
      {versions.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some checklists need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      {writes ? <Drafts /> : null}
      {own.length === 0 ? null : (
        <Section title="The trust’s own">
          <CardList label="The trust’s own checklists">
            {own.map(({ id, body, madeAt }) => (
              <ChecklistCard key={id} body={body} publishedAt={madeAt} />
            ))}
          </CardList>
        </Section>
      )}
      <Section title="Ready-made" lead="Use them as they are, or change them for your trust.">
        <CardList label="Ready-made checklists">
          {ready.map((body) => (
            <ChecklistCard key={body.key} body={body} />
          ))}
        </CardList>
      </Section>
    </Page>
  )
}

function ChecklistCard({ body, publishedAt }: { body: TemplateBody; publishedAt?: number }) {
  return (
    <IndexCard
      title={body.name}
      to={checklistPath(body.key)}
      meta={[
        jobWords(body.job),
        sayPrompts(promptsOf(body).length),
        publishedAt === undefined ? null : (
          <>
            Version {body.version}, <Time at={publishedAt} form="moment" />
          </>
        ),
      ]}
    >
      {body.about === '' ? undefined : body.about}
    </IndexCard>
  )
}

function Start() {
  const { newId } = useDesk()
  const { ready, copy } = useBeginning()
  const empty = (): TemplateBody => ({
    key: '',
    version: 0,
    name: '',
    job: 'other',
    about: '',
    noPhotos: false,
    sections: [{ id: newId(), title: '', prompts: [] }],
  })
  return (
    <div className={styles.acts}>
      <Button tone="primary" icon={IconPlus} disabled={!ready} onClick={() => copy(empty(), '')}>
        New checklist
      </Button>
      <LinkButton to="/templates/bring-in">Bring in a spreadsheet</LinkButton>
    </div>
  )
}

/** Checklists that somebody is writing: anybody who may can join in. */
function Drafts() {
  const nameOf = usePersonName()
  const open = useRecords(templateDraftRecord, [TEMPLATES]).rows.filter(
    ({ removedAt }) => removedAt === null,
  )
  if (open.length === 0) return null
  return (
    <Section title="Being written" lead="Not in use yet. Several people can write at once.">
      <CardList label="Checklists being written">
        {open.map(({ id, name, job, base, by }) => (
          <IndexCard
            key={id}
            title={name.trim() === '' ? 'Without a name' : name}
            to={draftPath(id)}
            meta={[
              jobWords(settled(job) ?? 'other'),
              base === 0 ? 'New' : `Changes version ${base}`,
              `Begun by ${nameOf(by)}`,
            ]}
          />
        ))}
      </CardList>
    </Section>
  )
}
