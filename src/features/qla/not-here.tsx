import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

interface NotHereProps {
  /** Of the page. */
  page: string
  back: { readonly to: string; readonly label: string }
  title: string
  /** Why it may be, in a sentence. */
  children: ReactNode
  /** Where to go on. */
  next: { readonly to: string; readonly label: string }
}

/** An address of which there is nothing to show: why, and the next step. */
export function NotHere({ page, back, title, children, next }: NotHereProps) {
  return (
    <Page title={page} back={back}>
      <EmptyState
        title={title}
        action={
          <LinkButton tone="primary" to={next.to}>
            {next.label}
          </LinkButton>
        }
      >
        <p>{children}</p>
      </EmptyState>
    </Page>
  )
}
