import { Hono } from 'hono'
import { z } from 'zod'

/** Where browsers say what the policy stopped. */
export const CSP_REPORTS = '/api/csp'

const WINDOW_MS = 60_000
/** Reports of one minute that are looked at; the rest are only counted. */
const PER_WINDOW = 20

const legacySchema = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
    'blocked-uri': z.string().optional(),
  }),
})
const reportingSchema = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({
      effectiveDirective: z.string().optional(),
      blockedURL: z.string().nullish(),
    }),
  }),
)

interface Violation {
  readonly directive: string
  readonly blocked: string
}

const DIRECTIVE = /^[a-z-]{1,40}/
const WORDS = new Set(['inline', 'eval', 'wasm-eval', 'self', 'data', 'blob', 'trusted-types-sink'])

/** A report quotes addresses and script text: only what kind of thing it was is kept. */
function kindOf(blocked: string): string {
  if (WORDS.has(blocked)) return blocked
  if (blocked.startsWith('trusted-types-')) return 'trusted-types'
  return URL.canParse(blocked) ? new URL(blocked).protocol.replace(':', '') : 'other'
}

const violation = (directive: string | undefined, blocked: string | null | undefined) => ({
  directive: DIRECTIVE.exec(directive ?? '')?.[0] ?? 'unknown',
  blocked: kindOf(blocked ?? ''),
})

function read(json: unknown): Violation[] {
  const legacy = legacySchema.safeParse(json)
  if (legacy.success) {
    const report = legacy.data['csp-report']
    const directive = report['effective-directive'] ?? report['violated-directive']
    return [violation(directive, report['blocked-uri'])]
  }
  const reports = reportingSchema.safeParse(json)
  if (!reports.success) return []
  return reports.data
    .slice(0, PER_WINDOW)
    .map(({ body }) => violation(body.effectiveDirective, body.blockedURL))
}

interface ReportPorts {
  readonly now: () => number
  /** What the operator should know: kinds and counts, never content. */
  readonly note: (event: string, facts: Readonly<Record<string, unknown>>) => void
}

/** Takes reports from anybody, as browsers send them without a session; looks at a few a minute. */
export function cspReports({ now, note }: ReportPorts): Hono {
  let since = 0
  let heard = 0
  const inTime = () => {
    if (now() - since >= WINDOW_MS) {
      if (heard > PER_WINDOW) note('csp-flood', { reports: heard })
      since = now()
      heard = 0
    }
    heard += 1
    return heard <= PER_WINDOW
  }
  return new Hono().post('/', async (c) => {
    const json: unknown = inTime() ? await c.req.json().catch(() => null) : null
    for (const one of read(json)) note('csp-violation', { ...one })
    return c.body(null, 204)
  })
}
