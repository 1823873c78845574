import { useEffect, useState } from 'react'
import type { CorridorDatabase } from '../db.ts'
import { useDesk } from '../react.tsx'
import { RESERVE_BYTES } from './reserve.ts'

/** A photo as this device shrinks them; its own are the better measure once there are some. */
const USUAL_BYTES = 350_000
/** Of what the browser says is free: it promises more than it gives. */
const TRUSTED = 0.5

/** For how many photos there is room; null where the browser does not say. */
export function roomForPhotos(
  { quota, usage }: StorageEstimate,
  ownSizes: readonly number[],
): number | null {
  if (quota === undefined || usage === undefined) return null
  const sum = ownSizes.reduce((all, size) => all + size, 0)
  const each = ownSizes.length > 0 ? Math.max(sum / ownSizes.length, 1) : USUAL_BYTES
  return Math.max(0, Math.floor(((quota - usage) * TRUSTED - RESERVE_BYTES) / each))
}

async function askBrowser(db: CorridorDatabase): Promise<number | null> {
  try {
    const sizes: number[] = []
    await db.photos.limit(50).each(({ size }) => void sizes.push(size))
    return roomForPhotos(await navigator.storage.estimate(), sizes)
  } catch {
    return null
  }
}

/** Room for about so many photos on this device, asked once when the screen opens. */
export function useRoom(): number | null {
  const { db } = useDesk()
  const [room, setRoom] = useState<number | null>(null)
  useEffect(() => {
    let over = false
    void askBrowser(db).then((found) => {
      if (!over) setRoom(found)
    })
    return () => {
      over = true
    }
  }, [db])
  return room
}
