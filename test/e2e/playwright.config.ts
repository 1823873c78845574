import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS } from './support/chromium-args.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: here('.'),
  testMatch: '**/*.spec.ts',
  outputDir: here('../../test-results'),
  workers: 2,
  fullyParallel: true,
  // Real browsers and relays on a shared machine: slow is not wrong, but nothing may hang.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['line'],
    ['json', { outputFile: here('../../node_modules/.cache/results/playwright.json') }],
  ],
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    headless: true,
    serviceWorkers: 'allow',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'off',
    trace: 'off',
    video: 'off',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: CHROMIUM_ARGS,
    },
  },
})
