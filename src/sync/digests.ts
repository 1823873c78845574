import type { Documents } from '../store/documents.ts'
import type { Surroundings } from '../store/ports.ts'

const QUIET_MS = 1200
const ANSWER_MS = 8000
/** Every document is compared again this often: a line can lose something and stay open. */
const PATROL_MS = 60_000

interface Check {
  /** Cursor at which the fingerprints were last equal, or -1. */
  seq: number
  /** Cures tried since they were last equal: fetch again, send again, then tell a person. */
  cures: number
  differs: boolean
  /** Calls off the wait for an answer, or null when none is due. */
  asked: (() => void) | null
  /** Something was written here since it was asked. */
  touched: boolean
}

export interface DigestPorts {
  readonly documents: Documents
  readonly around: Surroundings
  /** Documents that are followed now. */
  readonly followed: () => readonly string[]
  readonly ask: (doc: string) => void
  /** Whether nothing of it is unsent or in memory. */
  readonly isSettled: (doc: string) => boolean
  /** The relay has rows that did not arrive. */
  readonly catchUp: (doc: string) => Promise<void>
  readonly refetch: (doc: string) => Promise<void>
  readonly resend: () => Promise<void>
  readonly onCure: () => void
  readonly onChange: () => void
}

function checkIn(checks: Map<string, Check>, doc: string): Check {
  const fresh = { seq: -1, cures: 0, differs: false, asked: null, touched: false }
  const check = checks.get(doc) ?? fresh
  checks.set(doc, check)
  return check
}

/** Whether a document is to be compared: quiet, no answer under way, and not known to be equal where it is now. */
async function isDue(doc: string, check: Check, ports: DigestPorts): Promise<boolean> {
  if (check.asked || !ports.isSettled(doc)) return false
  return check.seq !== (await ports.documents.cursorOf(doc)) || check.differs
}

/** They differ: fetch it again, then send everything again, then tell a person. */
async function cure(doc: string, check: Check, ports: DigestPorts) {
  check.seq = -1
  check.cures++
  ports.onCure()
  if (check.cures === 1) await ports.refetch(doc)
  else if (check.cures === 2) await ports.resend()
  else check.differs = true
}

/**
 * Behind "all saved": when a document is quiet, its content fingerprint must equal the
 * relay's at the same row. Equal state vectors would not prove that.
 */
export function createDigests(ports: DigestPorts) {
  const checks = new Map<string, Check>()
  let cancelQuiet: (() => void) | null = null
  let cancelPatrol: (() => void) | null = null

  const checkOf = (doc: string) => checkIn(checks, doc)
  const ask = (doc: string) => {
    const check = checkOf(doc)
    check.asked?.()
    check.touched = false
    check.asked = ports.around.after(ANSWER_MS, () => {
      check.asked = null
      soon()
    })
    ports.ask(doc)
  }
  const askAll = async () => {
    let asked = false
    for (const doc of ports.followed()) {
      if (!(await isDue(doc, checkOf(doc), ports))) continue
      ask(doc)
      asked = true
    }
    // All may be equal already, as after a line that broke: no answer comes that would say so.
    if (!asked) ports.onChange()
  }
  const soon = () => {
    cancelQuiet?.()
    // Storage trouble while asking: it is asked again when it is quiet again.
    cancelQuiet = ports.around.after(QUIET_MS, () => void askAll().catch(soon))
  }
  const patrol = () => {
    cancelPatrol?.()
    cancelPatrol = ports.around.after(PATROL_MS, () => {
      for (const doc of ports.followed()) if (ports.isSettled(doc)) ask(doc)
      patrol()
    })
  }

  return {
    /** Something arrived or was acknowledged: ask once it is quiet. */
    soon,
    /** A local edit: the document is not known to be equal any more. */
    touched(doc: string) {
      Object.assign(checkOf(doc), { seq: -1, touched: true })
      ports.onChange()
    },
    restart() {
      soon()
      patrol()
    },
    stop() {
      cancelQuiet?.()
      cancelPatrol?.()
      for (const check of checks.values()) {
        check.asked?.()
        check.asked = null
      }
    },
    async answered(doc: string, seq: number, digest: string) {
      const check = checkOf(doc)
      check.asked?.()
      check.asked = null
      // What was written here since the question is not in the answer, whatever row it stands at.
      if (check.touched) return soon()
      const { documents } = ports
      const cursor = await documents.cursorOf(doc)
      if (ports.isSettled(doc) && cursor < seq) await ports.catchUp(doc)
      if (!ports.isSettled(doc) || cursor !== seq) return soon()
      if ((await documents.digest(doc)) === digest)
        Object.assign(check, { seq, cures: 0, differs: false })
      else {
        await cure(doc, check, ports)
        soon()
      }
      ports.onChange()
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
