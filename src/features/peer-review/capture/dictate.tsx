import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { listen, localRecogniser, type RecogniserClass, withSpoken } from './dictation.ts'
import type { NoteWriter } from './note-writer.ts'
import styles from './capture.module.css'

/** Speech into the note, only where the device does it alone; silent until it is pressed. */
export function Dictate({ writer }: { writer: NoteWriter }) {
  const [Local, setLocal] = useState<RecogniserClass | null>(null)
  const [listening, setListening] = useState(false)
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => {
    let gone = false
    void localRecogniser(window).then((found) => {
      if (!gone && found) setLocal(() => found)
    })
    return () => {
      gone = true
      stop.current()
    }
  }, [])
  if (!Local) return null
  const begin = () => {
    setListening(true)
    const add = (words: string) => writer.type(withSpoken(writer.get().text, words))
    stop.current = listen(Local, add, () => setListening(false))
  }
  return (
    <div className={styles.dictate}>
      <Button aria-pressed={listening} onClick={() => (listening ? stop.current() : begin())}>
        {listening ? 'Stop dictating' : 'Dictate'}
      </Button>
      <span role="status">
        {listening ? 'Listening. This device turns speech into words by itself.' : ''}
      </span>
    </div>
  )
}
