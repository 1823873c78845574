/*
 * What the app imports as `zod` (vite.config.ts). At the first schema the library tries whether it
 * may make code out of text; under our policy it may not, and every page would report the try.
 * Said here, before any schema is made, it does not try.
 */
import { config } from 'zod/v4/core'

config({ jitless: true })

export * from 'zod/v4'
