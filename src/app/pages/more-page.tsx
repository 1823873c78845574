import { useDesk } from '../../store/react.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { navFor } from '../nav.tsx'
import styles from '../app.module.css'

/** Every place of the app, for phones, whose bar holds five. */
export function MorePage() {
  const { me } = useDesk()
  return (
    <Page title="More" lead="Every place in Corridor that is yours.">
      <ul className={styles.places}>
        {navFor('/more', me).map(({ to, label, icon }) => (
          <li key={to}>
            <LinkButton to={to} icon={icon}>
              {label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Page>
  )
}
