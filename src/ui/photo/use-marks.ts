import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { drawMarks } from './draw.ts'
import { type Box, type Mark, markAt, markDrawn, type Point, type Tool } from './marks.ts'

/** Where on the picture a finger, pen or mouse is. */
function placeOf(event: PointerEvent<HTMLCanvasElement>): Point {
  const canvas = event.currentTarget
  const { left, top, width, height } = canvas.getBoundingClientRect()
  return {
    x: ((event.clientX - left) * canvas.width) / width,
    y: ((event.clientY - top) * canvas.height) / height,
  }
}

/** What is drawn on a picture, and the hands that draw it. */
export function useMarks(picture: HTMLCanvasElement) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const start = useRef<Point | null>(null)
  const [tool, setTool] = useState<Tool>('blur')
  const [words, setWords] = useState('')
  const [marks, setMarks] = useState<readonly Mark[]>([])
  /** The last mark was put there by a button: buttons move it. */
  const [placed, setPlaced] = useState(false)
  useEffect(() => {
    if (canvas.current) drawMarks(canvas.current, picture, marks)
  }, [picture, marks])

  const needsWords = tool === 'words' && words.trim() === ''
  const add = (more: readonly Mark[], byButton: boolean) => {
    setMarks([...marks, ...more])
    setPlaced(byButton)
  }
  const letGo = () => {
    start.current = null
  }
  const changeLast = (mark: Mark) => setMarks([...marks.slice(0, -1), mark])
  return {
    canvas,
    tool,
    setTool,
    words,
    setWords,
    needsWords,
    count: marks.length,
    /** The mark that buttons move, or null. */
    moving: placed ? (marks.at(-1) ?? null) : null,
    changeLast,
    undo: () => setMarks(marks.slice(0, -1)),
    addInTheMiddle() {
      const middle = { x: picture.width / 2, y: picture.height / 2 }
      add([markAt(tool, middle, picture, words)], true)
    },
    blur(boxes: readonly Box[]) {
      const marked = boxes.map(({ x, y, width, height }): Mark => {
        return { tool: 'blur', from: { x, y }, to: { x: x + width, y: y + height }, words: '' }
      })
      add(marked, false)
    },
    hands: {
      onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
        if (needsWords) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = placeOf(event)
        add([markDrawn(tool, start.current, start.current, picture, words)], false)
      },
      onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
        if (start.current)
          changeLast(markDrawn(tool, start.current, placeOf(event), picture, words))
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
  }
}
export type Marks = ReturnType<typeof useMarks>
