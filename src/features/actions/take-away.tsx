import { actionDays, actionTable } from '../../domain/actions/leaving.ts'
import type { Listed } from '../../domain/actions/list.ts'
import { calendarFile } from '../../domain/export/calendar-file.ts'
import { csvOf } from '../../domain/export/table.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconCalendarEvent, IconDownload } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import styles from './actions.module.css'
import type { Names } from './use-names.ts'

interface TakeAwayProps {
  shown: readonly Listed[]
  names: Names
  /** yyyy-mm-dd */
  today: string
}

/** What is shown, for a spreadsheet or a calendar. */
export function TakeAway({ shown, names, today }: TakeAwayProps) {
  const { now } = useDesk()
  const name = `actions-${today}`
  const saveWorkbook = async () => {
    // Only who takes a workbook away waits for what makes one.
    const { workbookOf, XLSX_TYPE } = await import('../../domain/export/workbook.ts')
    saveFile(`${name}.xlsx`, XLSX_TYPE, workbookOf('Actions', actionTable(shown, names, today)))
  }
  return (
    <div className={styles.row}>
      <Button icon={IconDownload} onClick={() => void saveWorkbook()}>
        Save for Excel
      </Button>
      <Button
        icon={IconDownload}
        onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(actionTable(shown, names, today)))}
      >
        Save as CSV
      </Button>
      <Button
        icon={IconCalendarEvent}
        onClick={() =>
          saveFile(
            `${name}.ics`,
            'text/calendar',
            calendarFile('Actions', actionDays(shown, names), now()),
          )
        }
      >
        Save for a calendar
      </Button>
    </div>
  )
}
