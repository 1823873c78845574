import type { IconType } from './glyph.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from './icons.ts'

/** How things stand. Always shown with an icon and a word too. */
export type Tone = 'info' | 'ok' | 'warn' | 'stuck'

export const toneIcon: Record<Tone, IconType> = {
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  stuck: IconAlertOctagon,
}
