import { holdsKind } from '../../../domain/access/documents-of.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import styles from '../analysis/table.module.css'
import { paths } from '../paths.ts'

/** What is looked at now and then, under the papers that are worked on every day. @param keeps whether classes are kept by this person */
export function MoreWays({ keeps }: { keeps: boolean }) {
  const { me } = useDesk()
  return (
    <Section title="Over several papers">
      <div className={styles.row}>
        {keeps ? <LinkButton to={paths.below}>Below target</LinkButton> : null}
        <LinkButton to={paths.moderation}>Moderation</LinkButton>
        {holdsKind(me, ['qla-counts']) ? (
          <LinkButton to={paths.trust}>Across schools</LinkButton>
        ) : null}
        <LinkButton to={paths.settings}>Settings</LinkButton>
      </div>
    </Section>
  )
}
