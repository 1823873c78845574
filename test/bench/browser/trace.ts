import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession } from '@playwright/test'
import { RESULTS } from '../build.ts'

/** What Chromium's own tools show of a page: script by sample, styles, layout, painting. */
const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'blink.user_timing',
  'v8.execute',
]

/** Runs something and leaves a trace of it beside the results, to be opened in Chromium's tools. */
export async function traced<T>(cdp: CDPSession, name: string, work: () => Promise<T>): Promise<T> {
  const events: object[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const over = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  const found = await work()
  await cdp.send('Tracing.end')
  await over
  const folder = path.join(RESULTS, 'profiles', 'qla')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ traceEvents: events }))
  return found
}
