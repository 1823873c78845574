import type { ReactNode } from 'react'
import { LinkButton } from '../../../ui/button.tsx'
import { IconSchool } from '../../../ui/icons.ts'
import { useNoPrint } from '../../../ui/no-print.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { useLeft } from './use-hand-over.ts'

interface WhileHeldProps {
  here: ReviewHere
  title: string
  children: ReactNode
}

/** Screens for my own notes, as long as they are mine. They are never printed. */
export function WhileHeld({ here, title, children }: WhileHeldProps) {
  useNoPrint()
  const { access, school } = here
  return useLeft(access) ? (
    <Page title={title} lead={school} back={{ to: paths.pack(access.id), label: school }}>
      <EmptyState
        icon={IconSchool}
        title="Your notes are with the school"
        action={
          <LinkButton tone="primary" to={paths.handOver(access.id)}>
            See the receipt
          </LinkButton>
        }
      >
        <p>
          They have been handed over, so nothing more is written on this device. Tell the
          headteacher in person if you remember something else.
        </p>
      </EmptyState>
    </Page>
  ) : (
    children
  )
}
