import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Readers } from './readers.ts'

export interface DigestRoutePorts {
  readonly readers: Readers
  /** Whether this relay sends any mail. */
  readonly sends: boolean
  readonly now: () => number
  /** Who asks, or null without a session. */
  readonly personOf: (c: Context) => string | null
  readonly emailOf: (person: string) => string | null
}

const wantSchema = z.object({ wanted: z.boolean() })

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>
`

/** The weekly mail on and off: by oneself in the app, and by the link in the mail without signing in. */
export function digestRoutes({ readers, sends, now, personOf, emailOf }: DigestRoutePorts): Hono {
  function state(c: Context) {
    const person = personOf(c)
    if (person === null) return c.json({ error: 'signed-out' }, 401)
    return c.json({
      sends,
      address: emailOf(person) !== null,
      wanted: readers.wants(person),
    })
  }

  async function set(c: Context) {
    const person = personOf(c)
    if (person === null) return c.json({ error: 'signed-out' }, 401)
    const asked = wantSchema.safeParse(await c.req.json().catch(() => null))
    if (!asked.success) return c.json({ error: 'malformed' }, 400)
    readers.setWants(person, asked.data.wanted, now())
    return c.json({})
  }

  const unknown = (c: Context) =>
    c.html(
      page('This link is not known', '<p>Open Corridor, and turn the weekly e-mail off there.</p>'),
      404,
    )

  // Programs that look through mail follow links: only the button stops anything.
  function ask(c: Context) {
    const known = readers.personOf(c.req.param('code') ?? '')
    return known === null
      ? unknown(c)
      : c.html(
          page(
            'Stop the weekly e-mail?',
            '<form method="post"><button type="submit">Stop it</button></form>',
          ),
        )
  }

  function stop(c: Context) {
    const person = readers.personOf(c.req.param('code') ?? '')
    if (person === null) return unknown(c)
    readers.setWants(person, false, now())
    return c.html(
      page(
        'The weekly e-mail is off',
        '<p>You can turn it on again in Corridor, under Actions.</p>',
      ),
    )
  }

  return new Hono().get('/', state).put('/', set).get('/stop/:code', ask).post('/stop/:code', stop)
}
