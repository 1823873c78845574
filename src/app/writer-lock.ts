/** How long a window that holds the pen may take to write what was typed and let go. */
const POLITE_MS = 3000

export interface Pen {
  /** Whether this window writes. Two writers would number rows alike. */
  readonly mine: boolean
  /** Asks the other window for the pen; `onTurn` follows. */
  take(): void
  release(): void
}

interface Hold {
  letGo: () => void
  /** Called when another window took the lock by force. */
  onStolen: () => void
}

/** Locks that were granted to a waiting window; its next start goes on with them instead of racing for them. */
const granted = new Map<string, Hold>()

/** @param answer the lock, or null if it is asked for at once and not free */
function request(name: string, options: LockOptions, answer: (hold: Hold | null) => void) {
  const hold: Hold = { letGo: () => undefined, onStolen: () => undefined }
  const keep = (lock: Lock | null) => {
    if (!lock) return answer(null)
    return new Promise<void>((done) => {
      hold.letGo = done
      answer(hold)
    })
  }
  // Rejects when it is called off, and when the lock is stolen.
  navigator.locks.request(name, options, keep).catch(() => hold.onStolen())
}

/**
 * One window of a profile writes; the others show.
 * @param onAsked the other window wants the pen: write down what is typed, then it is given
 * @param onTurn whether this window may write has changed: it must start afresh
 */
export async function askForPen(
  person: string,
  onAsked: () => Promise<void>,
  onTurn: () => void,
): Promise<Pen> {
  if (!('locks' in navigator)) return { mine: true, take: onTurn, release: () => undefined }
  const name = `corridor-pen-${person}`
  let over = false
  const turn = () => {
    if (over) return
    over = true
    onTurn()
  }
  const kept = granted.get(name)
  granted.delete(name)
  const held =
    kept ?? (await new Promise<Hold | null>((got) => request(name, { ifAvailable: true }, got)))
  const channel = new BroadcastChannel(name)
  const queue = new AbortController()
  const keep = (hold: Hold | null) => {
    if (hold) granted.set(name, hold)
    turn()
  }
  if (held) {
    held.onStolen = turn
    channel.onmessage = () =>
      void onAsked().then(() => {
        held.letGo()
        turn()
      })
  } else request(name, { signal: queue.signal }, keep)
  return {
    mine: held !== null,
    take() {
      channel.postMessage('pen')
      setTimeout(() => {
        if (over) return
        queue.abort()
        request(name, { steal: true }, keep)
      }, POLITE_MS)
    },
    release() {
      over = true
      queue.abort()
      held?.letGo()
      channel.close()
    },
  }
}
