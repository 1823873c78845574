import { createContext, useContext } from 'react'
import type { AppDevice } from './device.ts'
import type { Session } from './session.ts'

export interface App {
  readonly device: AppDevice
  readonly session: Session
  /** All people, pupils and schools here are made up. */
  readonly demo: boolean
  /** Name of whoever else is signed in here than whose work is open, or null. */
  readonly other: string | null
}

export const AppContext = createContext<App | null>(null)

/** The open device, for the app's own pages. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('No device is open here')
  return app
}
