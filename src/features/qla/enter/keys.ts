/** Where the next cell is. */
export type Step = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'page-up' | 'page-down'

export type Command =
  | { readonly do: 'mark'; readonly value: number }
  | { readonly do: 'left-blank' | 'full' | 'rub-out' | 'rub-out-back' | 'undo' }
  | { readonly do: 'go'; readonly step: Step }
  | { readonly do: 'next' | 'previous' | 'next-line' | 'leave' }
  | { readonly do: 'corner'; readonly end: 'first' | 'last' }

export interface Pressed {
  readonly key: string
  readonly shift: boolean
  /** Ctrl, or Command on a Mac. */
  readonly control: boolean
  readonly alt: boolean
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
}

/** A number pad's point is a comma where Windows is set to another country. */
const LEFT_BLANK = new Set(['.', ',', 'Decimal', 'Separator'])
const FULL = new Set(['+', 'f', 'F', 'Add'])

function withControl({ key }: Pressed): Command | null {
  if (key === 'z' || key === 'Z') return { do: 'undo' }
  if (key === 'Home') return { do: 'corner', end: 'first' }
  return key === 'End' ? { do: 'corner', end: 'last' } : null
}

/** What a key means in the grid of marks; null for one that is the browser's own. */
export function commandOf(pressed: Pressed): Command | null {
  const { key, shift, control, alt } = pressed
  if (alt) return null
  if (control) return withControl(pressed)
  if (/^\d$/.test(key)) return { do: 'mark', value: Number(key) }
  if (LEFT_BLANK.has(key)) return { do: 'left-blank' }
  if (FULL.has(key)) return { do: 'full' }
  const step = STEPS[key]
  if (step) return { do: 'go', step }
  switch (key) {
    case 'Tab':
      return { do: shift ? 'previous' : 'next' }
    case 'Enter':
      return { do: 'next-line' }
    case 'Delete':
      return { do: 'rub-out' }
    case 'Backspace':
      return { do: 'rub-out-back' }
    case 'Escape':
      return { do: 'leave' }
    default:
      return null
  }
}
