/** The mark: a corridor drawn in perspective, its door at the end in the accent. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 36 36" fill="none" aria-hidden focusable="false">
      <rect x="1.5" y="1.5" width="33" height="33" rx="2" stroke="var(--ink)" strokeWidth="2.5" />
      <path d="M2 2 12 10M34 2 24 10M2 34 12 26M34 34 24 26" stroke="var(--ink)" strokeWidth="2" />
      <path d="M12 10h12v16H12z" fill="var(--accent)" stroke="var(--ink)" strokeWidth="2" />
      <circle cx="21" cy="18.5" r="1.4" fill="var(--card)" />
    </svg>
  )
}
