import { rowsOf } from '../../domain/checks/sheet/write.ts'
import type { TemplateBody } from '../../domain/checks/template.ts'
import { csvOf } from '../../domain/export/table.ts'
import { workbookOf, XLSX_TYPE } from '../../domain/export/workbook.ts'
import { Button } from '../../ui/button.tsx'
import { IconDownload } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import styles from './templates.module.css'

const fileName = ({ name, version }: TemplateBody, ending: string): string =>
  `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'checklist'}-v${version}.${ending}`

/** The checklist as a spreadsheet; brought in again it is the same. */
export function ExportButtons({ body }: { body: TemplateBody }) {
  return (
    <div className={styles.acts}>
      <Button
        icon={IconDownload}
        onClick={() =>
          saveFile(fileName(body, 'xlsx'), XLSX_TYPE, workbookOf('Checklist', rowsOf(body)))
        }
      >
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
  )
}
