import { documentsOf } from '../../domain/access/documents-of.ts'
import { documentName, type DocumentRef, parseDocumentName } from '../../domain/documents.ts'
import { byHalfTerm, themeRecord } from '../../domain/learning-walk/themes.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { paths } from './paths.ts'
import { useSchools } from './use-people.ts'
import { sayCount } from './words.ts'
import styles from './walk.module.css'

type OfSchool = Extract<DocumentRef, { kind: 'school' }>

/** Published themes by school and half-term: for planning what staff learn next. */
export default function OverTimeScreen() {
  const { me } = useDesk()
  const refs = documentsOf(me).flatMap((name) => {
    const ref = parseDocumentName(name)
    return ref.ok && ref.value.kind === 'school' ? [ref.value] : []
  })
  const { rows, loading } = useRecords(themeRecord, refs.map(documentName))
  return (
    <Page
      title="Themes over time"
      lead="By half-term, for planning what staff learn next. Each has three rooms or more behind it."
      back={{ to: paths.walks, label: 'Walks' }}
    >
      {rows.length === 0 && !loading ? (
        <EmptyState
          title="No theme is published yet"
          action={
            <LinkButton tone="primary" to={paths.walks}>
              See the walks
            </LinkButton>
          }
        >
          <p>Themes come from Sum up, on each walk.</p>
        </EmptyState>
      ) : null}
      {refs.map((ref) => (
        <OneSchool key={documentName(ref)} of={ref} />
      ))}
    </Page>
  )
}

function OneSchool({ of }: { of: OfSchool }) {
  const schoolOf = useSchools()
  const terms = byHalfTerm(useRecords(themeRecord, [documentName(of)]).rows)
  if (terms.length === 0) return null
  const title = `${schoolOf(of.urn).name}, ${of.year}`
  return (
    <Section title={title}>
      {terms.map(({ halfTerm, themes }) => (
        <div key={halfTerm} className={styles.term}>
          <h3>{halfTerm}</h3>
          <CardList label={`Themes, ${halfTerm}`} columns="one">
            {themes.map((theme) => (
              <IndexCard
                key={theme.id}
                headingLevel={4}
                title={theme.focus}
                meta={[`seen in ${sayCount(theme.rooms, 'room')}`]}
                chips={<Badge>{theme.kind === 'question' ? 'Question' : 'Pattern'}</Badge>}
              >
                {theme.text}
              </IndexCard>
            ))}
          </CardList>
        </div>
      ))}
    </Section>
  )
}
