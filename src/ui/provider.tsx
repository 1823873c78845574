import type { ReactNode } from 'react'
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import './layers.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import './fonts.css'
import './tokens.css'
import './mantine.css'
import './global.css'
import { LinkContext, type LinkComponent } from './link.tsx'
import { theme } from './theme.ts'

const schemeManager = localStorageColorSchemeManager({ key: 'corridor-colour-scheme' })

export interface UiProviderProps {
  children: ReactNode
  /** The router's link; a plain anchor is used without it. */
  link?: LinkComponent
  /** 'test' switches Mantine's transitions off. */
  env?: 'default' | 'test'
}

/** Wraps the app once: theme, colour scheme (as the device, or as chosen here), styles and the link. */
export function UiProvider({ children, link, env = 'default' }: UiProviderProps) {
  const inner = (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={schemeManager}
      env={env}
    >
      {children}
    </MantineProvider>
  )
  return link === undefined ? inner : <LinkContext value={link}>{inner}</LinkContext>
}
