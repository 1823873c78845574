import { parseArgs } from 'node:util'
import { runActions } from './actions.ts'
import { runQla } from './browser/qla.ts'
import { runStartUp } from './browser/start-up.ts'
import { runStores } from './browser/stores.ts'
import { buildForNode } from './build.ts'
import { runCold } from './cold.ts'
import { runLoad } from './load.ts'
import { runPhotos } from './photos.ts'
import { loadAverage } from './proc.ts'
import type { Options } from './report.ts'
import { runStorm } from './storm.ts'
import { runSubject } from './subject.ts'

const USAGE = `npm run bench -- [storm|load|cold|stores|start|subject|actions|photos|qla|browser|all] [--small] [--rounds N] [--profile]

  storm    many tablets with findings waiting connect at once; kill -9 after the last ack
  load     2,000 connections, 1,000 pushes a second
  cold     a fresh device opens a document of 5,000 findings
  stores   a real browser writes and lists 5,000 findings
  start    a real browser starts the built app with no signal
  subject  one person is looked for in 100,000 records (T32)
  actions  a list of 10,000 actions is filtered and taken away
  photos   500 photos over a line that breaks every few hundred kilobytes
  qla      240 pupils by 60 questions: opened and typed into in a real browser
  browser  stores and start

--small is for trying it out; --profile leaves the relay's processor profiles beside the
results in node_modules/.cache/bench. Compare only numbers of one run.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
})
const options: Options = {
  small: values.small,
  rounds: Number(values.rounds ?? (values.small ? 1 : 5)),
  profile: values.profile,
}
const parts = {
  storm: runStorm,
  load: runLoad,
  cold: runCold,
  stores: runStores,
  start: runStartUp,
  subject: runSubject,
  actions: runActions,
  photos: runPhotos,
  qla: runQla,
}
type Part = keyof typeof parts
const groups: Readonly<Record<string, readonly Part[]>> = {
  browser: ['stores', 'start'],
  all: ['storm', 'load', 'cold', 'stores', 'start', 'subject', 'actions', 'photos', 'qla'],
}
const isPart = (name: string): name is Part => name in parts

const [asked = 'all'] = positionals
const chosen = groups[asked] ?? (isPart(asked) ? [asked] : [])
if (chosen.length === 0 || !(options.rounds >= 1)) {
  console.log(USAGE)
  process.exitCode = 2
} else {
  console.log(`Node ${process.version}, load of the machine before: ${loadAverage()}`)
  const bundle = await buildForNode()
  for (const part of chosen) await parts[part](bundle, options)
}
