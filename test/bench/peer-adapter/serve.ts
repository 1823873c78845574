import { seedWorld } from '../world.ts'
import { everyTeam } from './seats.ts'

// Before the relay opens the same file: from here on it is the relay as it is delivered.
seedWorld(process.env['DATA_DIR'] ?? 'data', everyTeam())
process.env['DEMO'] = '0'
process.env['LOG_LEVEL'] ??= 'warn'
await import('../../../sync-server/main.ts')
