import { useEffect, useState } from 'react'
import { Glyph, type IconType } from './glyph.tsx'
import { IconAlertOctagon, IconDeviceTablet, IconPencil, IconShieldCheck } from './icons.ts'
import { join } from './join.ts'
import { Link } from './link.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import type { WhereTone, WhereWords } from './where-words.ts'
import hidden from './visually-hidden.module.css'
import styles from './where-word.module.css'

const icons: Record<WhereTone, IconType> = {
  memory: IconPencil,
  device: IconDeviceTablet,
  trust: IconShieldCheck,
  stuck: IconAlertOctagon,
}

export interface WhereWordProps extends WhereWords {
  /** compact: one line for a header or a card. full: the word with its sentence under it. */
  form?: 'compact' | 'full'
  /** Says changes aloud, politely. Only one on a screen should. */
  live?: boolean
}

/** Where the work is, in one of four honest words, each with its own icon and colour. */
export function WhereWord({ tone, label, detail, form = 'compact', live = false }: WhereWordProps) {
  return (
    <>
      <Words tone={tone} label={label} detail={detail} form={form} />
      {live ? <Announce tone={tone} label={label} detail={detail} /> : null}
    </>
  )
}

/** WhereWord as a link to the screen that explains it: the status slot of the Frame. */
export function WhereLink({ to, ...words }: WhereWords & { to: string }) {
  return (
    <>
      <Link to={to} className={styles.link}>
        <Words {...words} form="compact" />
      </Link>
      <Announce {...words} />
    </>
  )
}

function Words({ tone, label, detail, form }: WhereWords & { form: 'compact' | 'full' }) {
  return (
    <span className={join(styles.where, styles[tone], styles[form])}>
      <Glyph icon={icons[tone]} size={form === 'full' ? 30 : 22} />
      <span className={styles.words}>
        <span className={styles.label}>
          {label}
          {detail === undefined ? null : <VisuallyHidden>:</VisuallyHidden>}
        </span>
        {/* The layout hides this space from the eye; a screen reader needs it. */}
        {detail === undefined ? null : ' '}
        {detail === undefined ? null : <span className={styles.detail}>{detail}</span>}
      </span>
    </span>
  )
}

const SETTLE_MS = 1500

// Every keystroke passes through "Saving…": only what has settled is worth saying aloud.
function Announce({ tone, label, detail }: WhereWords) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (tone === 'memory') return
    const words = detail === undefined ? label : `${label}: ${detail}`
    const timer = setTimeout(() => setSaid(words), tone === 'stuck' ? 0 : SETTLE_MS)
    return () => clearTimeout(timer)
  }, [tone, label, detail])
  return <output className={hidden.hidden}>{said}</output>
}
