import { useState } from 'react'
import { ClockLine } from '../clock-line.tsx'
import { TimetableBoard } from '../timetable/timetable-board.tsx'
import { Timetable } from '../timetable/timetable.tsx'
import type { Lane, Slot, Spot, TimetableCell } from '../timetable/timetable-types.ts'

const slots: Slot[] = [
  { id: 's1', start: '08:15', end: '08:45' },
  { id: 's2', start: '09:15', end: '10:15', title: 'Lesson 1' },
  { id: 's3', start: '10:45', end: '11:15', title: 'Lesson 2' },
  { id: 's4', start: '12:15', end: '13:00', title: 'Lunch' },
  { id: 's5', start: '13:00', end: '14:15', title: 'Lesson 3' },
]

const lanes: Lane[] = [
  { id: 'a', label: 'Rufus and Ivy', pattern: 'solid' },
  { id: 'b', label: 'Otto and Juno', pattern: 'stripe' },
  { id: 'c', label: 'Barnaby', pattern: 'dots' },
]

const more: Lane[] = [
  ...lanes,
  { id: 'd', label: 'Wilhelmina', pattern: 'grid' },
  { id: 'e', label: 'Primrose', pattern: 'dash' },
  { id: 'f', label: 'Clement', pattern: 'bars' },
]

const cells: TimetableCell[] = [
  { id: '1', slot: 's1', lanes: 'all', title: 'Briefing', detail: 'Library, with Primrose' },
  {
    id: '2',
    slot: 's2',
    lanes: ['a'],
    title: 'Year 3 reading',
    detail: 'Willow',
    current: true,
    mine: true,
    to: '#s2',
  },
  { id: '3', slot: 's2', lanes: ['b'], title: 'Year 5 mathematics', detail: 'Oak' },
  { id: '4', slot: 's2', lanes: ['c'], title: 'Book look', detail: 'Base room' },
  {
    id: '5',
    slot: 's3',
    lanes: ['a', 'b'],
    title: 'Six Year 3 pupils',
    detail: 'Library',
    mine: true,
  },
  { id: '6', slot: 's4', lanes: 'all', title: 'Keep-in-touch meeting', detail: 'Base room' },
  { id: '7', slot: 's5', lanes: ['a'], title: 'Year 5 second round', detail: 'Ash', mine: true },
  {
    id: '8',
    slot: 's5',
    lanes: ['c'],
    title: 'Year 5 second round',
    detail: 'Ash',
    warning: 'Third visit to this class',
  },
]

/** A day for three lanes that fit, and for six that scroll. */
export function KitTimetable() {
  return (
    <>
      <Timetable
        caption="Tuesday 18 November, in pairs"
        slots={slots}
        lanes={lanes}
        cells={cells}
        now="s2"
      />
      <Timetable
        caption="The same day, six lanes"
        slots={slots.slice(0, 3)}
        lanes={more}
        cells={cells}
        now="s2"
      />
      <KitBoard />
    </>
  )
}

const names = [
  { id: 'p1', name: 'Rufus' },
  { id: 'p2', name: 'Ivy' },
]

/** The same day to work on: arrows, Enter, and names that can be dragged. */
function KitBoard() {
  const [picked, setPicked] = useState<Spot | null>(null)
  const [start, setStart] = useState('09:15')
  return (
    <TimetableBoard
      caption="The same day, to change"
      slots={slots.slice(0, 3)}
      lanes={lanes}
      cells={cells.map((cell) => (cell.id === '2' ? { ...cell, people: names } : cell))}
      picked={picked}
      onPick={setPicked}
      onMove={() => undefined}
      editor={
        picked ? <ClockLine label="Starts at" value={start} onChange={setStart} /> : undefined
      }
    />
  )
}
