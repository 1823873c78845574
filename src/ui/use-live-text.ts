import { useLayoutEffect, useRef, type RefObject } from 'react'
import { replaceKeepingCaret } from './keep-caret.ts'

const MOST = 100

type Box = HTMLTextAreaElement | HTMLInputElement

interface LiveText {
  typed: (text: string) => void
  composing: (on: boolean) => void
}

/**
 * Lets a text box and a value that may lag or change elsewhere live together. The box is not
 * controlled by React: an echo of what was typed never rewinds it, and a colleague's words come in
 * round the caret.
 */
export function useLiveText(
  ref: RefObject<Box | null>,
  value: string,
  onChange: (text: string) => void,
  afterChange: () => void,
): LiveText {
  // What was typed and has not come back yet: an echo of any of these is old news.
  const sent = useRef<string[]>([])
  const busy = useRef(false)
  const latest = useRef({ value, onChange, afterChange })
  useLayoutEffect(() => {
    latest.current = { value, onChange, afterChange }
  })

  const take = useRef(() => {
    const box = ref.current
    if (box === null || busy.current) return
    const incoming = latest.current.value
    const echo = sent.current.indexOf(incoming)
    if (box.value === incoming) sent.current = []
    else if (echo >= 0) sent.current = sent.current.slice(echo + 1)
    else {
      sent.current = []
      replaceKeepingCaret(box, incoming)
    }
    latest.current.afterChange()
  })
  useLayoutEffect(() => take.current(), [value])

  return {
    typed: (text) => {
      sent.current = [...sent.current.slice(-MOST), text]
      latest.current.onChange(text)
      latest.current.afterChange()
    },
    composing: (on) => {
      busy.current = on
      if (!on) take.current()
    },
  }
}
