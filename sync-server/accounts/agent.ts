const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/CrOS/, 'Chromebook'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac or iPad'],
  [/Linux|X11/, 'Linux'],
]

const nameIn = (list: typeof BROWSERS, agent: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1]

/** "Chrome on Android", from what a browser says of itself. What it says may be wrong: it only helps to recognise. */
export function sayAgent(agent: string | undefined): string {
  const browser = nameIn(BROWSERS, agent ?? '') ?? 'A browser'
  const machine = nameIn(MACHINES, agent ?? '')
  return machine === undefined ? browser : `${browser} on ${machine}`
}
