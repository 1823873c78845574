import type { ComponentProps, ReactNode, Ref } from 'react'
import { Glyph, type IconType } from './glyph.tsx'
import { join } from './join.ts'
import { Link } from './link.tsx'
import styles from './button.module.css'

/** primary: the one thing to do here. quiet: everything else. danger: cannot be undone. plain: text only. */
export type ButtonTone = 'primary' | 'quiet' | 'danger' | 'plain'

interface Look {
  children: ReactNode
  tone?: ButtonTone | undefined
  icon?: IconType | undefined
  /** Fills the width: for thumbs on a phone. */
  wide?: boolean | undefined
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'ref'> {
  /** Shows that the work goes on, and takes no second press. */
  busy?: boolean | undefined
  ref?: Ref<HTMLButtonElement> | undefined
}

function look(tone: ButtonTone, wide: boolean | undefined, className: string | undefined): string {
  return join(styles.button, styles[tone], wide === true && styles.wide, className)
}

/** A button of the kit, 48 px high. Say what it does: "Add note", never "OK". */
export function Button(props: ButtonProps) {
  const { children, tone = 'quiet', icon, wide, busy, className, type = 'button', ...rest } = props
  const hold = busy === true ? { 'aria-busy': true, 'aria-disabled': true, onClick: undefined } : {}
  return (
    <button className={look(tone, wide, className)} type={type} {...rest} {...hold}>
      <Inside icon={icon} busy={busy}>
        {children}
      </Inside>
    </button>
  )
}

export interface LinkButtonProps extends Look {
  to: string
  className?: string | undefined
}

/** A link that looks like a button: it goes somewhere, it does nothing else. */
export function LinkButton({
  children,
  to,
  tone = 'quiet',
  icon,
  wide,
  className,
}: LinkButtonProps) {
  return (
    <Link to={to} className={look(tone, wide, className)}>
      <Inside icon={icon}>{children}</Inside>
    </Link>
  )
}

function Inside(props: {
  icon: IconType | undefined
  busy?: boolean | undefined
  children: ReactNode
}) {
  return (
    <>
      {props.busy === true ? <span className={styles.busy} aria-hidden /> : null}
      {props.busy !== true && props.icon ? <Glyph icon={props.icon} /> : null}
      <span>{props.children}</span>
    </>
  )
}
