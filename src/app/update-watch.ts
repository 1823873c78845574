import { Workbox } from 'workbox-window'
import type { Watched } from '../store/react.tsx'
import { trustedWorker } from './trusted-worker.ts'
import { untilInstalled } from './until-installed.ts'
import { settable } from './watched.ts'

export interface UpdateState {
  /** A new version is on the device and waits for a word. */
  readonly waiting: boolean
  /** Another window put a new version in: this one still runs the old one. */
  readonly replaced: boolean
}

export interface UpdateWatch extends Watched<UpdateState> {
  /** Puts the new version in and reloads. Only call it when everything is on disk. */
  accept(): void
}

const AGAIN_MS = 30 * 60_000
const OPTIONS: RegistrationOptions = { updateViaCache: 'none' }

/** Watches for new versions of the app. None is ever put in without a word from the person. */
export function watchForUpdates(): UpdateWatch {
  const state = settable<UpdateState>({ waiting: false, replaced: false })
  if (!import.meta.env.PROD || !('serviceWorker' in navigator))
    return { ...state, accept: () => undefined }
  const script = trustedWorker()
  const worker = new Workbox(script, OPTIONS)
  let accepted = false
  // The very first worker takes over a page that had none: that replaces nothing.
  let controlled = navigator.serviceWorker.controller !== null
  let asked = Date.now()
  worker.addEventListener('waiting', () => state.set({ ...state.get(), waiting: true }))
  worker.addEventListener('controlling', (event) => {
    // The usual "reload on update" would also reload the other windows, under somebody's hands.
    if (accepted) location.reload()
    else if (controlled && (event.isUpdate || event.isExternal))
      state.set({ waiting: false, replaced: true })
    controlled = true
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < AGAIN_MS) return
    asked = Date.now()
    void worker.update().catch(() => undefined) // No signal: the next time will do.
  })
  void worker.register().catch(() => undefined) // Works without; only offline start needs it.
  untilInstalled(navigator.serviceWorker, () => navigator.serviceWorker.register(script, OPTIONS))
  return {
    get: state.get,
    subscribe: state.subscribe,
    accept() {
      accepted = true
      worker.messageSkipWaiting()
    },
  }
}
