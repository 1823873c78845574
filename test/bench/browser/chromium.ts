import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CHROMIUM_ARGS } from '../../e2e/support/chromium-args.ts'
import { at } from '../build.ts'

const ARGS = [...CHROMIUM_ARGS, '--enable-precise-memory-info']

/** Asked once; in a process of its own, because it may have to install one. */
let executable: string | undefined
const chromiumPath = () =>
  (executable ??= execFileSync(process.execPath, [at('.ci/ensure-chromium.mjs')], {
    encoding: 'utf8',
  }).trim())

/** Opens a browser on a profile that may have been used before, and closes it afterwards. */
export async function withBrowser<T>(
  profile: string,
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'allow',
    args: ARGS,
  })
  try {
    return await work(context.pages()[0] ?? (await context.newPage()), context)
  } finally {
    await context.close()
  }
}

/** Serves a folder's scripts and one empty page. Always on the same port, for storage belongs to it. */
export async function servePage(folder: string, port: number) {
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '')
    if (name.endsWith('.js')) {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      return response.end(readFileSync(path.join(folder, name)))
    }
    response.writeHead(200, { 'content-type': 'text/html' })
    return response.end(
      '<!doctype html><title>bench</title><script type=module src=/page.js></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
