import { useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { MARK_HEIGHT, MARK_WIDTH, readMark, typedMark, withStroke } from '../domain/paper.ts'
import { Button } from './button.tsx'
import { FieldError } from './field-shell.tsx'
import { IconPencil, IconTrash } from './icons.ts'
import { TextLine } from './text-line.tsx'
import styles from './signature.module.css'

export interface SignatureLineProps {
  /** Whose signature: "Signature of the site manager". */
  label: string
  /** A mark as `readMark` reads it, or ''. */
  value: string
  /** After each stroke or letter; '' once it is cleared. */
  onChange: (mark: string) => void
  error?: string | undefined
}

/** A line to sign on with a finger, a pen or the mouse; or to type a name on, which counts the same here. */
export function SignatureLine({ label, value, onChange, error }: SignatureLineProps) {
  const own = useId()
  const mark = readMark(value)
  const [typing, setTyping] = useState(mark?.kind === 'typed')
  const turn = () => {
    setTyping(!typing)
    onChange('')
  }
  return (
    <fieldset className={styles.field} aria-describedby={`${own}-error`}>
      <legend className={styles.label}>{label}</legend>
      {typing ? (
        <TextLine
          label="Your name, typed by you"
          hint="Counts as your signature here."
          value={mark?.kind === 'typed' ? mark.name : ''}
          onChange={(name) => onChange(typedMark(name))}
          autoComplete="name"
        />
      ) : (
        <Glass label={label} value={value} onChange={onChange} />
      )}
      <FieldError id={`${own}-error`} error={error} />
      <div className={styles.ways}>
        <Button icon={IconPencil} tone="plain" onClick={turn}>
          {typing ? 'Sign on the glass instead' : 'Type the name instead'}
        </Button>
        {value === '' ? null : (
          <Button icon={IconTrash} tone="plain" onClick={() => onChange('')}>
            Clear the signature
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** The pad draws the stroke under the pen; strokes that are done are lines of their own beneath it. */
function Glass({ label, value, onChange }: Omit<SignatureLineProps, 'error'>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  }, [value, onChange])
  useEffect(() => {
    const glass = canvas.current
    if (glass === null) return
    const pad = new SignaturePad(glass, { minDistance: 3, minWidth: 1.5, maxWidth: 3 })
    // A turned tablet has another width: measured anew before each stroke.
    pad.addEventListener('beginStroke', () => {
      const ratio = window.devicePixelRatio
      glass.width = glass.clientWidth * ratio
      glass.height = glass.clientHeight * ratio
      glass.getContext('2d')?.scale(ratio, ratio)
      pad.penColor = getComputedStyle(glass).color
    })
    pad.addEventListener('endStroke', () => {
      const spots = pad.toData().flatMap(({ points }) => points)
      const { value: before, onChange: tell } = latest.current
      tell(withStroke(before, spots, glass.clientWidth))
      pad.clear()
    })
    return () => pad.off()
  }, [])
  const empty = value === ''
  return (
    <div className={styles.glass}>
      <Strokes path={value} />
      <canvas
        ref={canvas}
        className={styles.canvas}
        role="img"
        aria-label={`${label}: ${empty ? 'nothing drawn yet' : 'signed'}`}
      />
      {empty ? <span className={styles.here}>Sign here with a finger or a pen</span> : null}
    </div>
  )
}

function Strokes({ path }: { path: string }) {
  const mark = readMark(path)
  return (
    <svg viewBox={`0 0 ${MARK_WIDTH} ${MARK_HEIGHT}`} className={styles.strokes} aria-hidden>
      {mark?.kind === 'drawn' ? <path d={mark.path} /> : null}
    </svg>
  )
}

/** A signature to look at. */
export function SignatureShown({ mark, name }: { mark: string; name: string }) {
  const read = readMark(mark)
  if (read?.kind === 'typed') return <p className={styles.typed}>{read.name}</p>
  return (
    <div className={styles.shown} role="img" aria-label={`Signature of ${name}`}>
      <Strokes path={mark} />
    </div>
  )
}
