import { useEffect } from 'react'
import './no-print.css'

/** While this screen is open nothing of it is printed: a blank sheet that says why. */
export function useNoPrint(): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['print'] = 'off'
    return () => {
      delete dataset['print']
    }
  }, [])
}
