import {
  type DeviceList,
  deviceListSchema,
  type DeviceView,
  deviceViewSchema,
  type LostReport,
  lostReportSchema,
} from '../../../domain/devices.ts'
import type { z } from 'zod'

const PATIENCE_MS = 10_000

export type Answer<T> =
  | { readonly kind: 'got'; readonly value: T }
  | { readonly kind: 'no-answer' }
  /** The trust said no: signed out, not allowed, or no such device. */
  | { readonly kind: 'refused'; readonly status: number }

async function ask<T>(
  schema: z.ZodType<T>,
  person: string,
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  try {
    const answer = await fetch(`/api/devices${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', 'corridor-person': person },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok) return { kind: 'refused', status: answer.status }
    const read = schema.safeParse(await answer.json())
    return read.success ? { kind: 'got', value: read.data } : { kind: 'no-answer' }
  } catch {
    return { kind: 'no-answer' }
  }
}

export const fetchDevices = (person: string): Promise<Answer<DeviceList>> =>
  ask(deviceListSchema, person, '')

export const nameDevice = (
  person: string,
  device: string,
  name: string,
): Promise<Answer<DeviceView>> =>
  ask(deviceViewSchema, person, `/${device}`, { method: 'PUT', body: JSON.stringify({ name }) })

export const reportLost = (person: string, device: string): Promise<Answer<LostReport>> =>
  ask(lostReportSchema, person, `/${device}/lost`, { method: 'POST' })

export const fetchReport = (person: string, device: string): Promise<Answer<LostReport>> =>
  ask(lostReportSchema, person, `/${device}/report`)
