import { type ComponentType, createContext, Suspense, useContext } from 'react'

const Parts = createContext<readonly ComponentType[]>([])

/** What the jobs of the app have to say on the home screen, in order. */
export const TodayPartsProvider = Parts.Provider

/** All of it; each part shows nothing until it is here, and where it has nothing to say. */
export function TodayParts() {
  const parts = useContext(Parts)
  return parts.map((Part, index) => (
    // The list is the same for as long as the app runs.
    <Suspense key={index} fallback={null}>
      <Part />
    </Suspense>
  ))
}
