import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { ChoiceChips } from '../choice-chips.tsx'
import {
  IconArrowBackUp,
  IconArrowUpRight,
  IconBlur,
  IconCheck,
  IconCircle,
  IconPlus,
  IconTypography,
} from '../icons.ts'
import { Notice } from '../notice.tsx'
import { TextLine } from '../text-line.tsx'
import { findFaces } from './faces.ts'
import { FullSheet } from './full-sheet.tsx'
import type { Box, Tool } from './marks.ts'
import { NudgeMark } from './nudge-mark.tsx'
import { type AddFault, faultWords } from './photo-words.ts'
import { pictureOf } from './picture.ts'
import { type Marks, useMarks } from './use-marks.ts'
import styles from './sheet.module.css'

interface EditorProps {
  picture: HTMLCanvasElement
  fault: AddFault | null
  busy: boolean
  /** What is drawn is part of the picture now; the one underneath is not kept anywhere. */
  onKeep: (picture: Blob) => void
  onDiscard: () => void
}

const tools = [
  { value: 'blur', label: 'Blur', icon: IconBlur },
  { value: 'arrow', label: 'Arrow', icon: IconArrowUpRight },
  { value: 'circle', label: 'Circle', icon: IconCircle },
  { value: 'words', label: 'Words', icon: IconTypography },
] as const satisfies readonly { value: Tool; label: string; icon: unknown }[]

const names: Record<Tool, string> = {
  blur: 'Blur',
  arrow: 'Arrow',
  circle: 'Circle',
  words: 'Words',
}

function useFaces(picture: HTMLCanvasElement): readonly Box[] | null {
  const [faces, setFaces] = useState<readonly Box[] | null>(null)
  useEffect(() => {
    let over = false
    void findFaces(picture).then((found) => {
      if (!over) setFaces(found)
    })
    return () => {
      over = true
    }
  }, [picture])
  return faces
}

/** A photo before it is kept: faces blurred, what matters pointed at. */
export function Editor({ picture, fault, busy, onKeep, onDiscard }: EditorProps) {
  const marks = useMarks(picture)
  const { canvas, count, hands } = marks
  const faces = useFaces(picture)
  const keep = async () => {
    const made = canvas.current ? await pictureOf(canvas.current) : null
    if (made) onKeep(made)
  }
  return (
    <FullSheet title="Before you keep it" onClose={onDiscard}>
      {fault ? (
        <Notice tone="stuck" title={faultWords[fault].say}>
          {faultWords[fault].next}
        </Notice>
      ) : (
        <FaceQuestion faces={faces} onBlur={marks.blur} />
      )}
      <canvas
        ref={canvas}
        className={styles.picture}
        width={picture.width}
        height={picture.height}
        aria-label={`The photo, with ${count} ${count === 1 ? 'mark' : 'marks'} on it`}
        {...hands}
      />
      <Tools marks={marks} picture={picture} />
      <div className={styles.actions}>
        <Button onClick={onDiscard}>Do not keep it</Button>
        <Button tone="primary" icon={IconCheck} busy={busy} onClick={() => void keep()}>
          Keep the photo
        </Button>
      </div>
    </FullSheet>
  )
}

function Tools({ marks, picture }: { marks: Marks; picture: HTMLCanvasElement }) {
  const { tool, setTool, words, setWords, moving } = marks
  return (
    <div className={styles.tools}>
      <ChoiceChips
        label="Draw on it"
        options={tools}
        value={tool}
        clearable={false}
        onChange={(next) => setTool(next ?? tool)}
      />
      {tool === 'words' ? (
        <TextLine label="Words on the photo" value={words} onChange={setWords} />
      ) : null}
      <div className={styles.actions}>
        <Button icon={IconPlus} disabled={marks.needsWords} onClick={marks.addInTheMiddle}>
          {names[tool]} in the middle
        </Button>
        <Button icon={IconArrowBackUp} disabled={marks.count === 0} onClick={marks.undo}>
          Undo
        </Button>
      </div>
      {moving ? <NudgeMark mark={moving} size={picture} onChange={marks.changeLast} /> : null}
    </div>
  )
}

/** Asked of every photo: a device that looks for faces misses some. */
function FaceQuestion(props: {
  faces: readonly Box[] | null
  onBlur: (faces: readonly Box[]) => void
}) {
  const faces = props.faces ?? []
  if (faces.length > 0)
    return (
      <Notice
        tone="warn"
        title={`This device sees ${faces.length} ${faces.length === 1 ? 'face' : 'faces'} in it`}
        action={<Button onClick={() => props.onBlur(faces)}>Blur what it sees</Button>}
      >
        Look for others yourself. Blurred is blurred for good: the photo underneath is not kept.
      </Notice>
    )
  return (
    <Notice tone="info" live={false} title="Is a face in it? Blur it.">
      Names and screens too. Draw over them with a finger, pen or mouse. Blurred is blurred for
      good: the photo underneath is not kept.
    </Notice>
  )
}
