import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { FieldShell, type FieldWords } from './field-shell.tsx'
import { join } from './join.ts'
import { useLiveText } from './use-live-text.ts'
import { useStartHere } from './use-start-here.ts'
import styles from './field.module.css'

export interface BigTextProps extends FieldWords {
  value: string
  onChange: (text: string) => void
  /** Words so far, under the box. */
  count?: 'words' | 'none'
  minRows?: number
  placeholder?: string | undefined
  /** Takes focus when the screen opens: at most one box on a screen. */
  startHere?: boolean | undefined
  readOnly?: boolean | undefined
  onBlur?: (() => void) | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** The box for capture: large text, grows as one writes, never loses the caret to an outside change. */
export function BigText(props: BigTextProps) {
  const { value, onChange, count = 'none', minRows = 4, startHere = false, ref, ...rest } = props
  const { placeholder, readOnly, onBlur, ...words } = rest
  const box = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLTextAreaElement, [])
  const live = useLiveText(box, value, onChange, () => grow(box.current))
  useGrowWithWidth(box)
  useStartHere(box, startHere)
  return (
    <FieldShell
      {...words}
      after={
        count === 'words' ? <span className={styles.count}>{sayWords(value)}</span> : undefined
      }
    >
      {(control) => (
        <textarea
          {...control}
          ref={box}
          rows={minRows}
          className={join(styles.input, styles.big)}
          defaultValue={value}
          placeholder={placeholder}
          readOnly={readOnly}
          autoCapitalize="sentences"
          // Or the browser keeps what is typed for a tab that it opens again.
          autoComplete="off"
          onChange={(event) => live.typed(event.currentTarget.value)}
          onCompositionStart={() => live.composing(true)}
          onCompositionEnd={() => live.composing(false)}
          onBlur={onBlur}
        />
      )}
    </FieldShell>
  )
}

function grow(box: HTMLTextAreaElement | null): void {
  if (box === null) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
}

// A turned tablet makes lines wrap anew; without this the last of them would be out of sight.
function useGrowWithWidth(ref: { current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const box = ref.current
    if (box === null || typeof ResizeObserver === 'undefined') return
    let width = box.clientWidth
    const watch = new ResizeObserver(() => {
      if (box.clientWidth === width) return
      width = box.clientWidth
      grow(box)
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [ref])
}

function sayWords(text: string): string {
  const words = text.trim() === '' ? 0 : text.trim().split(/\s+/).length
  return words === 1 ? '1 word' : `${words} words`
}
