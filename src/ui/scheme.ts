const KEY = 'corridor-colour-scheme'

/** Light, dark, or whichever the device has now. */
export type Scheme = 'auto' | 'light' | 'dark'

const isScheme = (text: string | null): text is Scheme =>
  text === 'auto' || text === 'light' || text === 'dark'

function kept(): Scheme {
  try {
    const text = localStorage.getItem(KEY)
    return isScheme(text) ? text : 'auto'
  } catch {
    return 'auto' // Storage is forbidden: as the device.
  }
}

const listeners = new Set<() => void>()
let chosen: Scheme = 'auto'

function paint(device: { readonly matches: boolean }) {
  const dark = chosen === 'dark' || (chosen === 'auto' && device.matches)
  document.documentElement.dataset['scheme'] = dark ? 'dark' : 'light'
}

/** The colour scheme of the whole page, kept on this device. */
export const scheme = {
  get: () => chosen,
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
  choose(wanted: Scheme) {
    chosen = wanted
    try {
      localStorage.setItem(KEY, wanted)
    } catch {
      // It holds until the window is closed.
    }
    paint(matchMedia('(prefers-color-scheme: dark)'))
    for (const tell of listeners) tell()
  },
  /** Paints the page as it was chosen, and follows the device from then on. */
  start() {
    chosen = kept()
    const device = matchMedia('(prefers-color-scheme: dark)')
    paint(device)
    device.addEventListener('change', paint)
    addEventListener('storage', ({ key }) => {
      if (key !== KEY) return
      chosen = kept()
      paint(device)
      for (const tell of listeners) tell()
    })
  },
}
