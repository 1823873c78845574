import { useId } from 'react'
import fields from '../field.module.css'
import { join } from '../join.ts'
import { UNREMEMBERED } from '../unremembered.tsx'

export interface PasteBoxProps {
  onText: (text: string) => void
}

/** A place to paste cells that were copied in a spreadsheet; it takes them and stays empty. */
export function PasteBox({ onText }: PasteBoxProps) {
  const id = useId()
  return (
    <div className={fields.field}>
      <label htmlFor={id} className={fields.label}>
        Or paste them from a spreadsheet
      </label>
      <textarea
        id={id}
        rows={2}
        form={UNREMEMBERED}
        className={join(fields.input, fields.big)}
        placeholder="Copy the cells with their headings, click here and paste"
        value=""
        onChange={(event) => {
          if (event.currentTarget.value.trim() !== '') onText(event.currentTarget.value)
        }}
      />
    </div>
  )
}
