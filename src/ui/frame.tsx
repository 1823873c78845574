import type { MouseEvent, ReactNode } from 'react'
import { Glyph, type IconType } from './glyph.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import styles from './frame.module.css'

export interface NavItem {
  to: string
  label: string
  icon: IconType
  current?: boolean
}

export interface FrameProps {
  /** Where one is, beside the mark: the school or the trust. */
  title: ReactNode
  /** One line above everything, such as "Demonstration: all people and schools are made up". */
  banner?: ReactNode
  /** Where the work is: a WhereLink. */
  status?: ReactNode
  /** A rail at the side; on phones a bar under the thumb, for which five are the most. */
  nav: readonly NavItem[]
  /** Where a phone finds the places that its bar has no room for. */
  more: NavItem
  homeTo?: string
  children: ReactNode
}

/** The frame round every screen: banner, header, navigation and the main landmark. */
export function Frame({ title, banner, status, nav, more, homeTo = '/', children }: FrameProps) {
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip} onClick={skipToContent}>
        Skip to content
      </a>
      {banner === undefined ? null : (
        <aside className={styles.banner} aria-label="About this copy of the app">
          {banner}
        </aside>
      )}
      <header className={styles.header}>
        <Link to={homeTo} className={styles.home} aria-label="Corridor: home">
          <Mark />
        </Link>
        <div className={styles.title}>{title}</div>
        <div className={styles.status}>{status}</div>
      </header>
      <nav className={styles.nav} aria-label="Main">
        <ul>
          {nav.map((item, n) => (
            <Place
              key={item.to}
              item={item}
              where={nav.length > ON_A_PHONE && n >= ON_A_PHONE - 1 ? styles.wide : undefined}
            />
          ))}
          {nav.length > ON_A_PHONE ? <Place item={more} where={styles.narrow} /> : null}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}

const ON_A_PHONE = 5

function Place({ item, where }: { item: NavItem; where: string | undefined }) {
  return (
    <li className={where}>
      <Link to={item.to} className={styles.item} aria-current={item.current ? 'page' : undefined}>
        <Glyph icon={item.icon} size={26} />
        <span>{item.label}</span>
      </Link>
    </li>
  )
}

// Moves focus itself: changing the address would wake the router.
function skipToContent(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
