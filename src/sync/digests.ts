import type { Documents } from '../store/documents.ts'
import type { Surroundings } from '../store/ports.ts'

const QUIET_MS = 1200
const ANSWER_MS = 8000

interface Check {
  /** Cursor at which the fingerprints were last equal, or -1. */
  seq: number
  /** Cures tried since they were last equal: fetch again, send again, then tell a person. */
  cures: number
  differs: boolean
  asked: boolean
}

export interface DigestPorts {
  readonly documents: Documents
  readonly around: Surroundings
  /** Documents that are followed now. */
  readonly followed: () => readonly string[]
  readonly ask: (doc: string) => void
  /** Whether nothing of it is unsent or in memory. */
  readonly isSettled: (doc: string) => boolean
  readonly refetch: (doc: string) => Promise<void>
  readonly resend: () => Promise<void>
  readonly onCure: () => void
  readonly onChange: () => void
}

/**
 * Behind "all saved": when a document is quiet, its content fingerprint must equal the
 * relay's at the same row. Equal state vectors would not prove that.
 */
export function createDigests(ports: DigestPorts) {
  const checks = new Map<string, Check>()
  let cancelQuiet: (() => void) | null = null

  const checkOf = (doc: string): Check => {
    const known = checks.get(doc)
    if (known) return known
    const fresh = { seq: -1, cures: 0, differs: false, asked: false }
    checks.set(doc, fresh)
    return fresh
  }

  const askAll = async () => {
    cancelQuiet = null
    for (const doc of ports.followed()) {
      const check = checkOf(doc)
      if (check.asked || !ports.isSettled(doc)) continue
      if (check.seq === (await ports.documents.cursorOf(doc)) && !check.differs) continue
      check.asked = true
      ports.around.after(ANSWER_MS, () => (check.asked = false))
      ports.ask(doc)
    }
  }

  const soon = () => {
    cancelQuiet?.()
    cancelQuiet = ports.around.after(QUIET_MS, () => void askAll())
  }

  return {
    /** Something arrived or was acknowledged: ask once it is quiet. */
    soon,
    /** A local edit: the document is not known to be equal any more. */
    touched(doc: string) {
      checkOf(doc).seq = -1
      ports.onChange()
    },
    restart() {
      for (const check of checks.values()) check.asked = false
      soon()
    },
    stop() {
      cancelQuiet?.()
    },
    async answered(doc: string, seq: number, digest: string) {
      const check = checkOf(doc)
      check.asked = false
      const { documents } = ports
      if (!ports.isSettled(doc) || (await documents.cursorOf(doc)) !== seq) return soon()
      if ((await documents.digest(doc)) === digest) {
        Object.assign(check, { seq, cures: 0, differs: false })
        return ports.onChange()
      }
      check.seq = -1
      check.cures++
      ports.onCure()
      if (check.cures === 1) await ports.refetch(doc)
      else if (check.cures === 2) await ports.resend()
      else check.differs = true
      ports.onChange()
      soon()
    },
    /** Whether every followed document was equal at the row where it is now. */
    async allEqual(): Promise<boolean> {
      for (const doc of ports.followed())
        if (!ports.isSettled(doc) || checkOf(doc).seq !== (await ports.documents.cursorOf(doc)))
          return false
      return true
    },
    differing: () => ports.followed().filter((doc) => checkOf(doc).differs),
  }
}
