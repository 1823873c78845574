/** How long a window that holds the pen may take to write what was typed and let go. */
const POLITE_MS = 3000

export interface Pen {
  /** Whether this window writes. Two writers would number rows alike. */
  readonly mine: boolean
  /** Asks the other window for the pen; `onTurn` follows. */
  take(): void
  release(): void
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
  const channel = new BroadcastChannel(name)
  let letGo: () => void = () => undefined
  let over = false

  const hold = (granted: (mine: boolean) => void) => (lock: Lock | null) => {
    granted(lock !== null)
    return lock ? new Promise<void>((resolve) => (letGo = resolve)) : undefined
  }
  const turn = () => {
    if (!over) onTurn()
  }
  const mine = await new Promise<boolean>((granted) => {
    // Rejects when the pen is taken by force from a window that did not answer.
    navigator.locks.request(name, { ifAvailable: true }, hold(granted)).catch(turn)
  })
  if (!mine) void navigator.locks.request(name, turn)
  channel.onmessage = () => {
    if (mine)
      void onAsked().then(() => {
        letGo()
        turn()
      })
  }
  return {
    mine,
    take() {
      channel.postMessage('pen')
      setTimeout(() => {
        if (!over) void navigator.locks.request(name, { steal: true }, turn)
      }, POLITE_MS)
    },
    release() {
      over = true
      letGo()
      channel.close()
    },
  }
}
