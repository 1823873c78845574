import { useState } from 'react'
import type { PaperSheet } from '../../domain/paper.ts'
import { Button } from '../button.tsx'
import { IconDownload } from '../icons.ts'
import { Notice } from '../notice.tsx'
import { saveFile } from '../save-file.ts'

export interface PdfButtonProps {
  /** "Save the report as PDF" */
  label: string
  /** Name of the file, ".pdf" included. */
  name: string
  /** Asked for when it is pressed: photos are read then. */
  sheet: () => PaperSheet | Promise<PaperSheet>
  /** Milliseconds since 1970. */
  now: () => number
}

/** Puts a sheet into the downloads as PDF, made on this device with no signal too. */
export function PdfButton({ label, name, sheet, now }: PdfButtonProps) {
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const make = async () => {
    // Large, and wanted once: it comes when it is asked for, from the device's own copy of the app.
    const { pdfOf } = await import('./pdf.ts')
    const bytes = await pdfOf(await sheet(), now())
    saveFile(name, 'application/pdf', Uint8Array.from(bytes))
  }
  const press = () => {
    setState('making')
    make().then(
      () => setState('idle'),
      () => setState('failed'),
    )
  }
  return (
    <>
      <Button icon={IconDownload} busy={state === 'making'} onClick={press}>
        {label}
      </Button>
      {state === 'failed' ? (
        <Notice tone="warn" title="The PDF could not be made">
          Everything you wrote is safe. Open Corridor anew and try again.
        </Notice>
      ) : null}
    </>
  )
}
