import { documentsOf } from '../../domain/access/documents-of.ts'
import { may } from '../../domain/access/table.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { Page } from '../../ui/page.tsx'
import { paths } from './paths.ts'
import { SharedWithMe, type Visited } from './share/shared-with-me.tsx'
import { SchoolWalks, type Walks } from './school-walks.tsx'

/** Walks to lead, by school, and what others shared with me. */
export default function WalksScreen() {
  const { me } = useDesk()
  const refs = documentsOf(me).flatMap((name) => {
    const ref = parseDocumentName(name)
    return ref.ok ? [ref.value] : []
  })
  const walks = refs.filter((ref): ref is Walks => ref.kind === 'walks')
  const visited = refs.filter((ref): ref is Visited => ref.kind === 'visited')
  const leads = walks.some((ref) => may(me, 'write', ref))
  return (
    <Page
      title="Walks"
      lead="Learning walks, book looks and pupil voice: what pupils do, say and make. No grades, and nobody’s appraisal."
      actions={
        leads ? (
          <>
            <LinkButton to={paths.overTime}>Themes over time</LinkButton>
            <LinkButton tone="primary" icon={IconPlus} to={paths.start}>
              Start a walk
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {leads ? <SchoolWalks walks={walks} /> : null}
      {visited.length > 0 ? <SharedWithMe visited={visited} /> : null}
      {!leads && visited.length === 0 ? (
        <p>Walks are for those who lead or work at a school. Nothing of them is open to you.</p>
      ) : null}
    </Page>
  )
}
