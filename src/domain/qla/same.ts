const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]))
}

/** Whether a record says already what these fields say; whatever else it holds makes no difference. */
export const sameFields = (
  fields: Readonly<Record<string, unknown>>,
  record: Readonly<Record<string, unknown>> | object,
): boolean => {
  const known = new Map(Object.entries(record))
  return Object.entries(fields).every(([key, value]) => same(value, known.get(key)))
}
