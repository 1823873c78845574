import { useEffect, useRef, type ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import { IconArrowLeft } from './icons.ts'
import { join } from './join.ts'
import { Link } from './link.tsx'
import styles from './page.module.css'

export interface PageProps {
  title: string
  lead?: ReactNode
  back?: { to: string; label: string } | undefined
  actions?: ReactNode
  children?: ReactNode
  /** 'reading' keeps lines short; 'full' leaves the width to timetables and boards. */
  width?: 'reading' | 'full'
  /** For screens outside the Frame, such as signing in: the page is then the main landmark. */
  standalone?: boolean
}

/**
 * One screen. Its h1 takes focus on mount so that a screen reader says where one is, unless
 * something inside (a capture box) has taken it already. Give it a key to say a new place aloud.
 */
export function Page(props: PageProps) {
  const { title, lead, back, actions, children, width = 'reading', standalone = false } = props
  const root = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Corridor`
  }, [title])
  useEffect(() => {
    if (root.current?.contains(document.activeElement) === true) return
    heading.current?.focus({ preventScroll: true })
  }, [])
  const Root = standalone ? 'main' : 'div'
  return (
    <Root
      ref={(element: HTMLElement | null) => {
        root.current = element
      }}
      className={join(styles.page, width === 'full' && styles.full)}
    >
      {back ? (
        <Link to={back.to} className={styles.back}>
          <Glyph icon={IconArrowLeft} />
          <span>{back.label}</span>
        </Link>
      ) : null}
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        </div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </Root>
  )
}
