import type { DeviceKey } from '../store/device-key.ts'
import type { SyncClient } from '../sync/client.ts'
import { askStanding, enrolDevice } from './device-api.ts'

interface Standing {
  readonly sync: SyncClient
  readonly key: DeviceKey
  readonly device: string
  readonly app: string
  /** This device was reported lost, and the trust has said so itself. */
  readonly onLost: () => void
}

/**
 * At the first contact the device makes its key known; whenever the trust does not know its
 * session any more, it asks whether that is because it was reported lost.
 */
export function watchStanding({ sync, key, device, app, onLost }: Standing): () => void {
  let enrolled = false
  let busy = false
  let over = false
  let asked = false

  const lost = () => {
    if (over) return
    over = true
    onLost()
  }
  const act = async () => {
    const { link, signedOut } = sync.status.get()
    if (link === 'live') asked = false
    if (link === 'live' && !enrolled) {
      const answer = await enrolDevice(key, device, app)
      enrolled = answer === 'enrolled' || answer === 'refused'
      if (answer === 'revoked') lost()
    } else if (signedOut && !asked) {
      const revoked = await askStanding(key, device)
      asked = revoked !== null
      if (revoked) lost()
    }
  }
  const look = () => {
    if (busy || over) return
    busy = true
    void act().finally(() => {
      busy = false
    })
  }
  const off = sync.status.subscribe(look)
  return () => {
    over = true
    off()
  }
}
