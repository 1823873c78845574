import { type Room, roomRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { paths, useGo } from '../paths.ts'
import type { WalkHere } from '../use-walk.ts'

/** Goes into a room: the time writes itself, once. */
export function useGoIn(here: WalkHere): (room: Room) => void {
  const { now } = useDesk()
  const go = useGo()
  return (room) => {
    if (room.arrivedAt === null) here.doc.change(roomRecord, room.id, { arrivedAt: now() })
    go(paths.room(here, room.id))
  }
}
