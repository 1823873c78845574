import { useEffect, useImperativeHandle, useRef } from 'react'
import { BigText, type BigTextProps } from '../../../ui/big-text.tsx'
import { mergeTyped } from './merge-typed.ts'

/** A box on a text that two people may type into at once: neither takes the other's words away. */
export function SharedText({ value, onChange, ref, ...rest }: Omit<BigTextProps, 'onBlur'>) {
  const box = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => box.current as HTMLTextAreaElement, [])
  const before = useRef<string | null>(null)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    // What the box shows right now is the only sure base of what is typed next.
    const look = () => {
      before.current = element.value
    }
    element.addEventListener('beforeinput', look)
    return () => element.removeEventListener('beforeinput', look)
  }, [])
  const typed = (text: string) => {
    const base = before.current ?? value
    before.current = text
    onChange(mergeTyped(base, text, value))
  }
  return <BigText {...rest} ref={box} value={value} onChange={typed} />
}
