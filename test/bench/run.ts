import { parseArgs } from 'node:util'
import { buildForNode } from './build.ts'
import { runStores } from './browser/stores.ts'
import { runCold } from './cold.ts'
import { runLoad } from './load.ts'
import type { Options } from './report.ts'
import { runStorm } from './storm.ts'

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
const bundle = await buildForNode()
if (positionals[0] === 'storm') await runStorm(bundle, options)
if (positionals[0] === 'load') await runLoad(bundle, options)
if (positionals[0] === 'cold') await runCold(bundle, options)
if (positionals[0] === 'browser') await runStores(options)
