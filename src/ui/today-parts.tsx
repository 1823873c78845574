import { type ComponentType, createContext, Suspense, useContext, useEffect, useState } from 'react'

const Parts = createContext<readonly ComponentType[]>([])

/** What the jobs of the app have to say on the home screen, in order. */
export const TodayPartsProvider = Parts.Provider

/** True once the screen around it has been drawn: what comes after holds up nobody's first tap. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setDrawn(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return drawn
}

/** All of it; each part shows nothing until it is here, and where it has nothing to say. */
export function TodayParts() {
  const parts = useContext(Parts)
  const drawn = useDrawn()
  if (!drawn) return null
  return parts.map((Part, index) => (
    // The list is the same for as long as the app runs.
    <Suspense key={index} fallback={null}>
      <Part />
    </Suspense>
  ))
}
