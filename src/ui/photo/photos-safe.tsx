import { Badge } from '../badge.tsx'

interface PhotosSafeProps {
  /** Photos taken with this device, and those of them that the trust has. */
  tally: { readonly all: number; readonly safe: number; readonly refused: number }
}

/** "12 of 12 photos safe", with what becomes of the others. */
export function PhotosSafe({ tally: { all, safe, refused } }: PhotosSafeProps) {
  if (all === 0) return null
  const done = safe === all
  const waiting = all - safe - refused
  return (
    <div role="status">
      <Badge tone={done ? 'ok' : refused > 0 ? 'warn' : 'info'}>
        {safe} of {all} photos safe
      </Badge>
      {waiting > 0 ? <p>The rest are on this device and go by themselves with signal.</p> : null}
      {refused > 0 ? <p>{refused} not taken by the trust: see This device for why.</p> : null}
    </div>
  )
}
