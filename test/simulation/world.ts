import { createRecord } from '../../src/crdt/records.ts'
import { reviewRecord } from '../../src/domain/peer-review/pack.ts'
import { seeded, VirtualTime } from './clock.ts'
import { check } from './check.ts'
import { Editor, notesOf, SHARED, SHARED_RECORD } from './editor.ts'
import { Intruder } from './intruder.ts'
import { SimNetwork } from './network.ts'
import type { World } from './parts.ts'
import type { Finding, Plan } from './plan.ts'
import { SimDevice } from './sim-device.ts'
import { personOf, SimRelay } from './sim-relay.ts'
import { Witness } from './witness.ts'

export interface Outcome {
  readonly findings: readonly Finding[]
  readonly log: readonly string[]
  readonly rows: number
  readonly events: number
}

/** The last moment before everything is mended, in virtual milliseconds a step at most. */
const STEP_MS = 1500
const MEND_MS = 240_000

function build(plan: Plan): World {
  const chance = seeded(plan.seed)
  const time = new VirtualTime()
  const relay = new SimRelay(plan, time, chance)
  const network = new SimNetwork({ plan, time, chance, relay })
  const devices: SimDevice[] = []
  const world = { plan, time, chance, network }
  for (let i = 0; i < plan.devices; i++) devices.push(new SimDevice(`d${i}`, personOf(i), world))
  const editor = new Editor(time, chance, plan.bug === 'whole-record-overwrite')
  const witness = new Witness(plan, network)
  return { ...world, relay, devices, editor, witness }
}

/** The shared record lies on the relay before the day. */
async function prepare({ time, devices, relay }: World) {
  relay.start()
  const [first] = devices
  if (!first) return
  await time.until(first.start())
  const opened = first.documents && (await time.until(first.documents.open(SHARED)))
  if (opened)
    createRecord(
      opened.doc,
      reviewRecord,
      SHARED_RECORD,
      { urn: '900001', focus: '' },
      { device: 'd0', at: 0 },
    )
  await time.runFor(3000)
  for (const device of devices.slice(1)) void device.start()
  await time.runFor(5000)
}

type Accident = (world: World, device: SimDevice) => string

const ACCIDENTS: readonly Accident[] = [
  (_, device) => {
    device.online = !device.online
    return `${device.name} ${device.online ? 'online' : 'offline'}`
  },
  (_, device) => {
    if (device.running) device.kill()
    else void device.start()
    return `${device.name} ${device.running ? 'started' : 'killed'}`
  },
  ({ relay }) => {
    if (relay.relay) relay.kill()
    else relay.start()
    return `relay ${relay.relay ? 'started' : 'killed'}`
  },
  (_, device) => {
    device.storageWorks = !device.storageWorks
    return `${device.name} storage ${device.storageWorks ? 'works' : 'fails'}`
  },
]

async function live(world: World, log: string[]) {
  const { plan, chance, time, devices, editor, relay } = world
  const restoreAt = plan.restore ? Math.floor(plan.steps / 2) : -1
  for (let step = 0; step < plan.steps; step++) {
    const device = chance.pick(devices)
    if (step === restoreAt) {
      const keep = Math.floor(relay.stored.length * 0.6)
      await relay.restore(keep)
      relay.start()
      log.push(`relay restored to ${keep} rows`)
    } else if (plan.clone && step === Math.floor(plan.steps / 3)) cloneOne(world, log)
    else if (plan.carry && chance.chance(0.3)) await carryOne(world, device, log)
    else if (chance.chance(0.25)) log.push(chance.pick(ACCIDENTS)(world, device))
    else {
      const typing = editor.type(device).catch(() => false) // The document could not be opened.
      await time.runFor(1)
      if (await settled(typing)) log.push(`${device.name} types`)
    }
    await time.runFor(chance.next() * STEP_MS)
    for (const each of devices) editor.believe(each)
  }
}

/** An edit whose app was killed under it never comes back. */
const settled = (typing: Promise<boolean>): Promise<boolean> =>
  Promise.race([typing, new Promise<boolean>((resolve) => setImmediate(resolve, false))])

/** Somebody walks over with what a tablet holds, sent or not; a store that fails meanwhile leaves it at that. */
async function carryOne({ chance, time, devices }: World, from: SimDevice, log: string[]) {
  const to = chance.pick(devices)
  const [source, target] = [from.documents, to.documents]
  if (!source || !target || from === to) return
  const walk = async () => {
    const rows = await source.rowsOf(from.wanted)
    await target.carryIn(rows.filter(() => chance.chance(0.8)).reverse(), (doc) =>
      to.wanted.includes(doc),
    )
  }
  void walk().catch(() => undefined)
  await time.runFor(200)
  log.push(`${to.name} carries for ${from.name}`)
}

/** The second device wakes up with a copy of the first one's storage, and both write under one clientID. */
function cloneOne({ plan, time, chance, network, devices }: World, log: string[]) {
  const [original] = devices
  if (!original) return
  original.kill()
  const disk = structuredClone(original.disk)
  const copy = new SimDevice('copy', original.person, { plan, time, chance, network }, disk)
  original.forcedClient = copy.forcedClient = 4242
  devices.push(copy)
  void original.start()
  void copy.start()
  log.push('d0 copied')
}

/** Everything is mended and everybody meets. */
async function mend(world: World) {
  const { relay, network, devices, time, editor } = world
  network.calm = true
  if (!relay.relay) relay.start()
  for (const device of devices) {
    device.online = true
    device.calm = true
    if (!device.running) void device.start()
  }
  await time.runFor(MEND_MS)
  for (const device of devices) editor.believe(device)
}

/** Lives one seeded day and says which promises did not hold. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const world = build(plan)
  const log: string[] = []
  await prepare(world)
  const intruder = plan.intruder ? new Intruder(world) : null
  await live(world, log)
  if (plan.rot) {
    const [victim] = world.devices
    victim?.kill()
    if (victim?.rotCache(SHARED) || victim?.rotCache(notesOf(victim.person))) log.push('d0 rots')
    void victim?.start()
  }
  if (intruder) await intruder.strike()
  await mend(world)
  const findings = await check(world)
  for (const device of world.devices) device.kill()
  world.relay.kill()
  return { findings, log, rows: world.relay.stored.length, events: world.time.events }
}
