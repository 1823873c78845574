/** As much of the browser's speech recognition as is used here. */
export interface Recogniser {
  lang: string
  continuous: boolean
  interimResults: boolean
  processLocally: boolean
  onresult: ((event: RecogniserResults) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}

interface RecogniserResults {
  readonly resultIndex: number
  readonly results: ArrayLike<
    ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }
  >
}

export interface RecogniserClass {
  new (): Recogniser
  available(options: { langs: readonly string[]; processLocally: boolean }): Promise<string>
}

const LANGUAGE = 'en-GB'

const isLocal = (found: unknown): found is RecogniserClass =>
  typeof found === 'function' &&
  'available' in found &&
  typeof found.available === 'function' &&
  typeof found.prototype === 'object' &&
  found.prototype !== null &&
  'processLocally' in found.prototype

/**
 * The recogniser, but only where this device understands English by itself: what is said in a
 * school must not travel to a speech service.
 * @param scope the browser's global object
 */
export async function localRecogniser(scope: object): Promise<RecogniserClass | null> {
  const found = 'SpeechRecognition' in scope ? scope.SpeechRecognition : null
  if (!isLocal(found)) return null
  try {
    const state = await found.available({ langs: [LANGUAGE], processLocally: true })
    return state === 'available' ? found : null
  } catch {
    return null // A browser that cannot even answer cannot be trusted with it.
  }
}

/** Adds what was said to what stands there; nothing that was typed is touched. */
export function withSpoken(text: string, spoken: string): string {
  const words = spoken.trim()
  if (words === '') return text
  const opens = text.trim() === '' || /[.!?\n]\s*$/.test(text)
  const said = opens ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return text === '' || /\s$/.test(text) ? text + said : `${text} ${said}`
}

/**
 * Listens until it is stopped.
 * @param onWords told each finished phrase
 * @returns stops it
 */
export function listen(
  Local: RecogniserClass,
  onWords: (words: string) => void,
  onEnd: () => void,
): () => void {
  const recogniser = new Local()
  recogniser.lang = LANGUAGE
  recogniser.continuous = true
  recogniser.interimResults = false
  recogniser.processLocally = true
  recogniser.onresult = ({ results, resultIndex }) => {
    for (let i = resultIndex; i < results.length; i++) {
      const result = results[i]
      if (result?.isFinal) onWords(result[0]?.transcript ?? '')
    }
  }
  recogniser.onend = onEnd
  recogniser.start()
  return () => recogniser.stop()
}
