import type { DeviceMessage } from '../domain/wire/messages.ts'
import type { SyncPorts } from './client.ts'
import type { createDigests } from './digests.ts'
import type { Outbox } from './outbox.ts'
import type { StatusStore } from './status.ts'

/** What the parts of an exchange share while there is a line. */
export interface ExchangePorts extends SyncPorts {
  readonly outbox: Outbox
  readonly digests: ReturnType<typeof createDigests>
  readonly status: StatusStore
  readonly send: (message: DeviceMessage) => void
  readonly pump: () => void
}
