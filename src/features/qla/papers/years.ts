/** Year groups as people say them, 0 for Reception. */
export const sayYear = (year: number): string => (year === 0 ? 'Reception' : `Year ${year}`)

export const years: readonly { readonly value: string; readonly label: string }[] = Array.from(
  { length: 14 },
  (_, year) => ({ value: String(year), label: sayYear(year) }),
)
