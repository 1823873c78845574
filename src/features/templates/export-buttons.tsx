import { useState } from 'react'
import { rowsOf } from '../../domain/checks/sheet/write.ts'
import type { TemplateBody } from '../../domain/checks/template.ts'
import { csvOf } from '../../domain/export/table.ts'
import { Button } from '../../ui/button.tsx'
import { saveWorkbook } from '../../ui/export/save-workbook.ts'
import { IconDownload } from '../../ui/icons.ts'
import { Notice } from '../../ui/notice.tsx'
import { saveFile } from '../../ui/save-file.ts'
import styles from './templates.module.css'

const fileName = ({ name, version }: TemplateBody, ending: string): string =>
  `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'checklist'}-v${version}.${ending}`

/** The checklist as a spreadsheet; brought in again it is the same. */
export function ExportButtons({ body }: { body: TemplateBody }) {
  const [failed, setFailed] = useState(false)
  const excel = async () => {
    try {
      await saveWorkbook(fileName(body, 'xlsx'), 'Checklist', rowsOf(body))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <div className={styles.acts}>
        <Button icon={IconDownload} onClick={() => void excel()}>
          Save for Excel
        </Button>
        <Button
          icon={IconDownload}
          onClick={() =>
            saveFile(fileName(body, 'csv'), 'text/csv;charset=utf-8', csvOf(rowsOf(body)))
          }
        >
          Save as CSV
        </Button>
      </div>
      {failed ? (
        <Notice tone="warn" title="The Excel file could not be made">
          Save it as CSV: Excel opens that too.
        </Notice>
      ) : null}
    </>
  )
}
