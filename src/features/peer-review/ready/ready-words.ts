import type { Checked, DeviceCheck, ReadyPart } from '../../../domain/peer-review/ready.ts'

interface PartWords {
  readonly label: string
  /** What is well. */
  readonly ok: string
  /** What is not, and what to do about it. */
  readonly not: string
}

export const partWords: Record<ReadyPart, PartWords> = {
  app: {
    label: 'Corridor opens with no signal',
    ok: 'The whole app is on this device.',
    not: 'The app is not all here yet. Stay in signal, close this page and open it again; adding Corridor to the Home Screen is safest.',
  },
  pack: {
    label: 'The pack is here',
    ok: 'Focus, questions, timetable and contacts are on this device.',
    not: 'The pack on this device is not the newest. Stay in signal with this page open: it comes by itself.',
  },
  room: {
    label: 'Room for the day',
    ok: 'There is room for the day’s notes.',
    not: 'The device is almost full. Remove photographs or apps that you do not need.',
  },
  clock: {
    label: 'The clock is right',
    ok: 'The same as the trust’s, within five minutes.',
    not: 'The clock differs from the trust’s, or could not be compared yet. Come into signal; in the device’s settings, let it set the time by itself.',
  },
  session: {
    label: 'Signed in',
    ok: 'The trust knows you on this device.',
    not: 'You are signed out. Sign in again while there is signal; your work stays here.',
  },
  keeps: {
    label: 'Kept for good',
    ok: 'The browser has promised not to clear Corridor.',
    not: 'The browser may clear Corridor when the device runs short of room. Ask it to keep Corridor, or add Corridor to the Home Screen.',
  },
}

/** The same, short, for a colleague's device. */
export const partMissing: Record<ReadyPart, string> = {
  app: 'app not all there',
  pack: 'pack not the newest',
  room: 'device almost full',
  clock: 'clock wrong',
  session: 'signed out',
  keeps: 'may be cleared',
}

export const sayChecked = ({ part, is }: Checked): string =>
  is === 'ok' ? partWords[part].ok : partWords[part].not

export const isWords = { ok: 'Ready', care: 'To look at', stop: 'Not yet' } as const
export const isTones = { ok: 'ok', care: 'info', stop: 'warn' } as const

/** Megabytes left, as people say them. */
export const sayRoom = ({ roomMb }: DeviceCheck): string =>
  roomMb < 1000 ? `${roomMb} MB left` : `${(roomMb / 1000).toFixed(1)} GB left`
