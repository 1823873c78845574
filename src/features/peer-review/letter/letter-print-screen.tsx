import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { mayExport } from '../../../domain/letter/rights.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPrinter } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../routing.ts'
import { LetterGate } from './letter-gate.tsx'
import { Paper } from './paper.tsx'
import type { LetterHere } from './use-letter.ts'
import { useSheet } from './use-sheet.ts'

export default function LetterPrintScreen() {
  return <LetterGate>{(access, here) => <ToPrint access={access} here={here} />}</LetterGate>
}

/** The letter alone, for A4: the browser prints it or saves it as a PDF. */
function ToPrint({ access, here }: { access: ReviewAccess; here: LetterHere }) {
  const { me } = useDesk()
  const sheet = useSheet(access, here)
  const back = { to: paths.letter(access.id), label: 'Letter to the school' }
  if (!sheet || !mayExport(me, access))
    return (
      <Page title="Letter, to print" back={back}>
        <EmptyState
          title="There is nothing to print yet"
          action={
            <LinkButton to={back.to} tone="primary">
              Back to the letter
            </LinkButton>
          }
        >
          <p>Reviewers can print the letter once it is sent.</p>
        </EmptyState>
      </Page>
    )
  return (
    <Page
      title={sheet.title}
      lead={sheet.about}
      back={back}
      actions={
        <Button tone="primary" icon={IconPrinter} onClick={() => window.print()}>
          Print on A4
        </Button>
      }
    >
      <Paper sheet={sheet} titled />
    </Page>
  )
}
