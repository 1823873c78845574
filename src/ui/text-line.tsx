import { useImperativeHandle, useRef, type HTMLInputTypeAttribute, type Ref } from 'react'
import { FieldShell, type FieldWords } from './field-shell.tsx'
import { join } from './join.ts'
import { useLiveText } from './use-live-text.ts'
import { useStartHere } from './use-start-here.ts'
import styles from './field.module.css'

export interface TextLineProps extends FieldWords {
  value: string
  onChange: (text: string) => void
  type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'password' | 'search' | 'tel' | 'url'>
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | undefined
  autoComplete?: string | undefined
  placeholder?: string | undefined
  /** Takes focus when the screen opens: at most one box on a screen. */
  startHere?: boolean | undefined
  readOnly?: boolean | undefined
  /** For codes and numbers: a box as wide as what goes in it. */
  short?: boolean | undefined
  onBlur?: (() => void) | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

const noMore = () => undefined

/** One line of text, kept as it is typed. */
export function TextLine(props: TextLineProps) {
  const { value, onChange, type = 'text', short = false, startHere = false, ref, ...rest } = props
  const { inputMode, autoComplete = 'off', placeholder, readOnly, onBlur, ...words } = rest
  const box = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLInputElement, [])
  const live = useLiveText(box, value, onChange, noMore)
  useStartHere(box, startHere)
  return (
    <FieldShell {...words}>
      {(control) => (
        <input
          {...control}
          ref={box}
          type={type}
          className={join(styles.input, short && styles.short)}
          defaultValue={value}
          inputMode={inputMode}
          autoComplete={autoComplete}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={(event) => live.typed(event.currentTarget.value)}
          onCompositionStart={() => live.composing(true)}
          onCompositionEnd={() => live.composing(false)}
          onBlur={onBlur}
        />
      )}
    </FieldShell>
  )
}
