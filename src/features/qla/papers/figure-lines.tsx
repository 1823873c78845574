import { useState } from 'react'
import { readShare } from '../../../domain/qla/comparisons.ts'
import { type PaperItem, sayItem } from '../../../domain/qla/paper.ts'
import { rounded } from '../../../domain/qla/totals.ts'
import { TextLine } from '../../../ui/text-line.tsx'
import styles from './papers.module.css'
import type { Figure, Figures } from './use-figures.ts'

interface FigureLinesProps {
  source: string
  figures: Figures
  items: readonly PaperItem[]
  writes: boolean
}

const sayFigure = (figure: Figure | undefined): string =>
  figure === undefined ? '' : `${rounded(figure.facility * 100, 1)}%`

/** A box for each question of the paper. */
export function FigureLines({ source, figures, items, writes }: FigureLinesProps) {
  const own = figures.of(source)
  if (!writes)
    return (
      <p>
        {items
          .flatMap((item) =>
            own.has(item.id) ? [`${sayItem(item)}: ${sayFigure(own.get(item.id))}`] : [],
          )
          .join(', ')}
      </p>
    )
  return (
    <div className={styles.labels}>
      {items.map((item) => (
        <FigureBox
          key={item.id}
          label={`Question ${sayItem(item)}`}
          figure={own.get(item.id)}
          onChange={(figure) => figures.put(source, item.id, figure)}
        />
      ))}
    </div>
  )
}

interface FigureBoxProps {
  label: string
  figure: Figure | undefined
  onChange: (figure: Figure | null) => void
}

/** What cannot be read stays in the box and is said; nothing changes by it. */
function FigureBox({ label, figure, onChange }: FigureBoxProps) {
  const [text, setText] = useState(sayFigure(figure))
  const read = text.trim() === '' ? null : readShare(text)
  const type = (next: string) => {
    setText(next)
    if (next.trim() === '') return onChange(null)
    const share = readShare(next)
    if (share.ok) onChange({ facility: share.value, n: figure?.n ?? null })
  }
  return (
    <TextLine
      label={label}
      short
      inputMode="text"
      value={text}
      error={read?.ok === false ? `This ${read.error}.` : undefined}
      onChange={type}
    />
  )
}
