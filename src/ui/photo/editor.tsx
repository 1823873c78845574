import { useEffect, useRef, useState, type PointerEvent } from 'react'
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
import { drawMarks } from './draw.ts'
import { findFaces } from './faces.ts'
import { FullSheet } from './full-sheet.tsx'
import { type Box, type Mark, markAt, markDrawn, type Point, type Tool } from './marks.ts'
import { NudgeMark } from './nudge-mark.tsx'
import { type AddFault, faultWords } from './photo-words.ts'
import { pictureOf } from './picture.ts'
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

/** Where on the picture a finger, pen or mouse is. */
function placeOf(event: PointerEvent<HTMLCanvasElement>): Point {
  const canvas = event.currentTarget
  const { left, top, width, height } = canvas.getBoundingClientRect()
  return {
    x: ((event.clientX - left) * canvas.width) / width,
    y: ((event.clientY - top) * canvas.height) / height,
  }
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
  const canvas = useRef<HTMLCanvasElement>(null)
  const start = useRef<Point | null>(null)
  const [tool, setTool] = useState<Tool>('blur')
  const [words, setWords] = useState('')
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const [placed, setPlaced] = useState(false)
  const faces = useFaces(picture)
  useEffect(() => {
    if (canvas.current) drawMarks(canvas.current, picture, marks)
  }, [picture, marks])

  const needsWords = tool === 'words' && words.trim() === ''
  const add = (more: readonly Mark[], byHand: boolean) => {
    setMarks([...marks, ...more])
    setPlaced(byHand)
  }
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (needsWords) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = placeOf(event)
    add([markDrawn(tool, start.current, start.current, picture, words)], false)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!start.current) return
    const mark = markDrawn(tool, start.current, placeOf(event), picture, words)
    setMarks([...marks.slice(0, -1), mark])
  }
  const keep = async () => {
    const made = canvas.current ? await pictureOf(canvas.current) : null
    if (made) onKeep(made)
  }
  const last = marks.at(-1)
  return (
    <FullSheet title="Before you keep it" onClose={onDiscard}>
      {fault ? (
        <Notice tone="stuck" title={faultWords[fault].say}>
          {faultWords[fault].next}
        </Notice>
      ) : (
        <FaceQuestion
          faces={faces}
          onBlur={(found) =>
            add(
              found.map(({ x, y, width, height }) => ({
                tool: 'blur' as const,
                from: { x, y },
                to: { x: x + width, y: y + height },
                words: '',
              })),
              false,
            )
          }
        />
      )}
      <canvas
        ref={canvas}
        className={styles.picture}
        width={picture.width}
        height={picture.height}
        aria-label={`The photo, with ${marks.length} ${marks.length === 1 ? 'mark' : 'marks'} on it`}
        onPointerDown={down}
        onPointerMove={draw}
        onPointerUp={() => {
          start.current = null
        }}
      />
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
          <Button
            icon={IconPlus}
            disabled={needsWords}
            onClick={() =>
              add(
                [markAt(tool, { x: picture.width / 2, y: picture.height / 2 }, picture, words)],
                true,
              )
            }
          >
            {names[tool]} in the middle
          </Button>
          <Button
            icon={IconArrowBackUp}
            disabled={marks.length === 0}
            onClick={() => setMarks(marks.slice(0, -1))}
          >
            Undo
          </Button>
        </div>
        {placed && last ? (
          <NudgeMark
            mark={last}
            size={picture}
            onChange={(mark) => setMarks([...marks.slice(0, -1), mark])}
          />
        ) : null}
      </div>
      <div className={styles.actions}>
        <Button onClick={onDiscard}>Do not keep it</Button>
        <Button tone="primary" icon={IconCheck} busy={busy} onClick={() => void keep()}>
          Keep the photo
        </Button>
      </div>
    </FullSheet>
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
