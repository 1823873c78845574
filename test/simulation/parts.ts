import type { Chance, VirtualTime } from './clock.ts'
import type { Editor } from './editor.ts'
import type { SimNetwork } from './network.ts'
import type { Plan } from './plan.ts'
import type { SimDevice } from './sim-device.ts'
import type { SimRelay } from './sim-relay.ts'
import type { Witness } from './witness.ts'

/** Everything that lives in one simulated day. */
export interface World {
  readonly plan: Plan
  readonly time: VirtualTime
  readonly chance: Chance
  readonly relay: SimRelay
  readonly network: SimNetwork
  readonly devices: SimDevice[]
  readonly editor: Editor
  readonly witness: Witness
}
