import { useState } from 'react'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconDownload } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useReport } from './use-report.ts'
import type { RunHere } from './use-run.ts'

/** The report that is left on site: a PDF made on this device, with no signal too. */
export function ReportButton({ here }: { here: RunHere }) {
  const { now } = useDesk()
  const report = useReport(here)
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle')
  const make = async () => {
    const sheet = await report()
    // Large, and wanted once: it comes when it is asked for, from the device's own copy of the app.
    const { pdfOf } = await import('../../ui/pdf/pdf.ts')
    const bytes = await pdfOf(sheet, now())
    saveFile(`${sheet.title}, ${here.run.date}.pdf`, 'application/pdf', new Uint8Array(bytes))
  }
  return (
    <>
      <Button
        icon={IconDownload}
        busy={state === 'making'}
        onClick={() => {
          setState('making')
          make().then(
            () => setState('idle'),
            () => setState('failed'),
          )
        }}
      >
        Report as PDF
      </Button>
      {state === 'failed' ? (
        <Notice tone="warn" title="The report could not be made">
          Nothing is lost: the walk is kept as it is. Load the page again and try once more; if it
          fails again, free some room on the device.
        </Notice>
      ) : null}
    </>
  )
}
