import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { PEOPLE, TRIES } from './demo/world.ts'
import { providersFrom } from './accounts/oidc.ts'
import { type Running, start } from './start.ts'

const env = (name: string): string | undefined => process.env[name]?.trim() || undefined
const here = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

function readPort(): number {
  const port = Number(env('PORT') ?? 8787)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Error(`PORT must be a number from 0 to 65535, not '${env('PORT')}'`)
}

function readDemo(): { demo?: boolean; demoWork?: boolean } {
  const demo = env('DEMO')
  // People, schools and a review, with nothing that anybody has done before today.
  if (demo === 'bare') return { demo: true, demoWork: false }
  return demo === undefined ? {} : { demo: !['0', 'false', 'off', 'no'].includes(demo) }
}

/** A passkey is bound to a name, never to a number: so localhost, not 127.0.0.1. */
const sayHowToSetUp = (path: string, port: number): string[] => [
  '',
  'Nobody is set up here yet. Open this link to make your trust and your own sign-in.',
  'It works once, for 24 hours; the next start prints a new one.',
  '',
  `  ${publicUrl ?? `http://localhost:${port}`}${path}`,
]

/** A short table: who somebody can be, and what there is to try. */
function welcome({ port, demo, setUpPath }: Running, host: string): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const lines = ['', `Corridor is at http://${shown}:${port}`]
  if (setUpPath !== null) lines.push(...sayHowToSetUp(setUpPath, port))
  if (!demo) return [...lines, ''].join('\n')
  const people = TRIES.map(([id, tries]) => {
    const { name = id, job = '' } = PEOPLE.find((one) => one.id === id) ?? {}
    return { name, job, tries }
  })
  const wide = (of: 'name' | 'job') => Math.max(...people.map((one) => one[of].length)) + 2
  const rows = people.map(
    ({ name, job, tries }) => `  ${name.padEnd(wide('name'))}${job.padEnd(wide('job'))}${tries}`,
  )
  return [
    ...lines,
    '',
    'Demonstration: all people and schools are invented. Open the address and tap a name.',
    '',
    ...rows,
    '',
  ].join('\n')
}

function readPublicUrl(): string | undefined {
  const text = env('PUBLIC_URL')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new Error(`PUBLIC_URL must be an address such as https://corridor.example, not '${text}'`)
}

/** The trust's mail server; without it and PUBLIC_URL there is no weekly e-mail. */
function readMail(): { mail?: { url: string; from: string } } {
  const [url, from] = [env('SMTP_URL'), env('MAIL_FROM')]
  if (url === undefined) return {}
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    throw new Error('SMTP_URL must be an address such as smtps://mail.example')
  if (from === undefined) throw new Error('MAIL_FROM must say who the weekly e-mail is from')
  if (publicUrl === undefined)
    throw new Error('SMTP_URL needs PUBLIC_URL: the links of the weekly e-mail lead there')
  return { mail: { url, from } }
}

const publicUrl = readPublicUrl()
const host = env('HOST') ?? '127.0.0.1'
const logger = pino({ level: env('LOG_LEVEL') ?? 'info', base: null }, pino.destination(2))
const app = env('SERVE_APP') ?? here('../app')

const running = await start({
  port: readPort(),
  host,
  dataDir: env('DATA_DIR') ?? here('../../data'),
  app: existsSync(app) ? app : null,
  allowedOrigins: (env('ALLOWED_ORIGINS') ?? '').split(',').filter((origin) => origin !== ''),
  worker: new URL('./worker.js', import.meta.url),
  logger,
  providers: providersFrom(env),
  behindProxy: env('BEHIND_PROXY') === '1',
  ...(publicUrl !== undefined && { publicUrl }),
  ...readMail(),
  ...readDemo(),
}).catch((error: unknown) => {
  process.stderr.write(`Corridor did not start. ${error instanceof Error ? error.message : ''}\n`)
  process.exit(1)
})
process.stdout.write(welcome(running, host))

let stopping = false
const stop = (signal: string) => {
  if (stopping) return
  stopping = true
  logger.info({ signal }, 'stopping')
  running.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      logger.error({ error: String(error) }, 'stop-failed')
      process.exit(1)
    },
  )
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
