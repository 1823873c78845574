import { type Context, Hono } from 'hono'
import { bytesOfHex } from '../../src/domain/ids.ts'
import { unpackCarried } from '../../src/domain/wire/carried.ts'
import {
  type DeviceRequest,
  requestBytes,
  SIGNATURE_BYTES,
} from '../../src/domain/wire/signed-row.ts'
import { createNonces } from './nonces.ts'
import type { DevicePorts } from './routes.ts'

/** Uploads of one lost device at most, until the relay starts again. */
const LEFTOVERS = 16

/**
 * What a device may still ask for by its key alone, when its session has ended: whether it was
 * reported lost, to hand over what it had not sent, and to say that it has emptied itself.
 */
export function deviceOnlyRoutes(ports: DevicePorts): Hono {
  const { accounts, log, verify, now } = ports
  const { enrolments } = accounts
  const nonces = createNonces()
  const leftovers = new Map<string, number>()

  /** Who signed the request, or null. An anonymous or forged one has no effect at all. */
  async function proven(c: Context, request: DeviceRequest) {
    const device = c.req.param('id') ?? ''
    const nonce = c.req.header('corridor-nonce') ?? ''
    const signature = bytesOfHex(c.req.header('corridor-signature') ?? '')
    const signer = accounts.signerOf(device)
    if (!signer?.key || signature.length !== SIGNATURE_BYTES) return null
    const good = await verify(signer.key, requestBytes(request, device, nonce), signature)
    return good && nonces.take(nonce, now()) ? { device, ...signer } : null
  }

  async function standing(c: Context) {
    const asks = await proven(c, 'standing')
    if (!asks) return c.json({ error: 'not-proved' }, 401)
    return c.json({ revoked: asks.revoked })
  }

  /** Put aside unread: somebody with a role decides what becomes of it. */
  async function leftover(c: Context) {
    const asks = await proven(c, 'leftover')
    if (!asks) return c.json({ error: 'not-proved' }, 401)
    if (!asks.revoked) return c.json({ error: 'not-revoked' }, 409)
    const count = leftovers.get(asks.device) ?? 0
    if (count >= LEFTOVERS) return c.json({ error: 'too-many' }, 429)
    const rows = unpackCarried(new Uint8Array(await c.req.arrayBuffer()))
    if (!rows.ok) return c.json({ error: rows.error }, 400)
    leftovers.set(asks.device, count + 1)
    const { person } = asks
    const receivedAt = now()
    await log.quarantine(
      rows.value.map((row) => ({ ...row, person, receivedAt, reason: 'device-revoked' })),
    )
    return c.json({ kept: rows.value.length })
  }

  /** The answer empties the browser, so it goes to nobody but the device that asked for it. */
  async function wiped(c: Context) {
    const asks = await proven(c, 'wiped')
    if (!asks) return c.json({ error: 'not-proved' }, 401)
    enrolments.wiped(asks.device, now())
    accounts.endSessionsOfDevice(asks.device)
    ports.dropCookie(c)
    // Somebody else may have work on the same browser: only the device knows.
    if (c.req.query('alone') === 'yes') c.header('Clear-Site-Data', '"storage", "cookies"')
    return c.json({})
  }

  return new Hono()
    .get('/nonce', (c) => c.json({ nonce: nonces.give(now()) }))
    .post('/:id/standing', standing)
    .post('/:id/leftover', leftover)
    .post('/:id/wiped', wiped)
}
