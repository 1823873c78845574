import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import { saySample } from '../plan/say-sample.ts'
import { SeenCards } from '../seen/seen-cards.tsx'
import { TellDsl } from '../tell-dsl.tsx'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'

/** The sample of books against the prompts: patterns, with how many of how many. */
export default function BooksScreen() {
  return (
    <WalkGate>
      {(here) => (
        <Page
          title="Books"
          lead={saySample(here.walk)}
          back={{ to: paths.walk(here), label: 'The walk' }}
          actions={here.writes ? <TellDsl here={here} /> : undefined}
        >
          <NewerRecords here={here} />
          {here.prompts.length === 0 ? (
            <EmptyState
              title="This walk has no prompts yet"
              action={
                <LinkButton tone="primary" to={paths.plan(here)}>
                  Add prompts and a sample
                </LinkButton>
              }
            >
              <p>Prompts say what to look at in every book. Three or four are plenty.</p>
            </EmptyState>
          ) : (
            <SeenCards here={here} strand="books" />
          )}
        </Page>
      )}
    </WalkGate>
  )
}
