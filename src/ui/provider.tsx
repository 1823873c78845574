import type { ReactNode } from 'react'
import './base.css'
import './fonts.css'
import './tokens.css'
import './global.css'
import { LinkContext, type LinkComponent } from './link.tsx'
import { Unremembered } from './unremembered.tsx'

export interface UiProviderProps {
  children: ReactNode
  /** The router's link; a plain anchor is used without it. */
  link?: LinkComponent
}

/** Wraps the app once: styles and the link. */
export function UiProvider({ children, link }: UiProviderProps) {
  const inside = (
    <>
      {children}
      <Unremembered />
    </>
  )
  return link === undefined ? inside : <LinkContext value={link}>{inside}</LinkContext>
}
