import { useState } from 'react'
import { letterIsIssued } from '../../../domain/access/reviews.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { letterHtml } from '../../../domain/letter/html.ts'
import { mayExport } from '../../../domain/letter/rights.ts'
import { fileName, type LetterSheet } from '../../../domain/letter/sheet.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconDownload, IconPrinter } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../routing.ts'
import type { LetterHere } from './use-letter.ts'
import { useSheet } from './use-sheet.ts'
import styles from './letter.module.css'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function saveWord(sheet: LetterSheet) {
  // Large, and wanted once: it comes when it is asked for, from the device's own copy of the app.
  const { letterDocx } = await import('./letter-docx.ts')
  saveFile(fileName(sheet, 'docx'), WORD, await letterDocx(sheet))
}

/** The letter to take along, made on this device. */
export function Exports({ access, here }: { access: ReviewAccess; here: LetterHere }) {
  const { me } = useDesk()
  const sheet = useSheet(access, here)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  if (!sheet || sheet.parts.length === 0) return null
  if (!mayExport(me, access))
    return (
      <p className={styles.soft}>
        Reviewers can save or print the letter once it is sent: a draft stays here.
      </p>
    )
  const word = () => {
    setState('making')
    saveWord(sheet).then(
      () => setState('idle'),
      () => setState('failed'),
    )
  }
  return (
    <Section
      title="Save or print"
      lead={
        letterIsIssued(access)
          ? 'Made on this device, with no signal too. The headteacher’s reply goes with it.'
          : 'Each copy says that it is a draft.'
      }
    >
      <div className={styles.partWays}>
        <Button icon={IconDownload} busy={state === 'making'} onClick={word}>
          Word document
        </Button>
        <Button
          icon={IconDownload}
          onClick={() => saveFile(fileName(sheet, 'html'), 'text/html', letterHtml(sheet))}
        >
          Web page
        </Button>
        <LinkButton icon={IconPrinter} to={paths.letterPrint(access.id)}>
          Print, or save as PDF
        </LinkButton>
      </div>
      {state === 'failed' ? (
        <Notice tone="warn" title="The Word document could not be made">
          The letter is safe. Save the web page instead, or try again after Corridor was opened
          anew.
        </Notice>
      ) : null}
    </Section>
  )
}
