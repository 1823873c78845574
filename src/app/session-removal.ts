import type { AppDevice } from './device.ts'
import type { OpenState } from './session-lock.ts'

/** Reported lost, asked for by the person here, or done by another window. */
export type RemovedWhy = 'lost' | 'asked' | 'elsewhere'
export type RemovedStage = 'waiting' | 'busy' | 'done'

/** This person's work is taken off the device, or is being. */
export interface RemovedState {
  readonly at: 'removed'
  readonly why: RemovedWhy
  readonly stage: RemovedStage
}

export interface RemovalPorts {
  /** Hands over what a lost device has not sent; null while there is no answer. */
  readonly deliverLeftover: (device: AppDevice) => Promise<number | null>
  /** Between two tries. */
  readonly pause: () => Promise<void>
  readonly wipeDevice: (device: AppDevice) => Promise<void>
}

interface Screen {
  get(): OpenState | { readonly at: 'opening' | 'nobody' | 'locked' | 'no-storage' | 'removed' }
  set(state: RemovedState): void
}

/** Nothing of it is shown any more from here on. A lost device hands over what it has not sent first. */
export async function removeFrom(screen: Screen, why: RemovedWhy, ports: RemovalPorts) {
  const now = screen.get()
  if (now.at !== 'open') return
  const { device } = now
  const say = (stage: RemovedStage) => screen.set({ at: 'removed', why, stage })
  say('busy')
  if (why === 'elsewhere') await device.letGo()
  else {
    while (why === 'lost' && (await ports.deliverLeftover(device)) === null) {
      say('waiting')
      await ports.pause()
    }
    say('busy')
    await ports.wipeDevice(device)
  }
  say('done')
}
