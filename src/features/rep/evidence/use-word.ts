import { type RepWord, repWordRecord } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import type { RepHere } from '../use-rep.ts'

const LONGEST = 400
const UNSIGNED = { signedBy: '', mark: '' }

/** My own word on something, kept like every keystroke and shown to nobody until it is said. */
export function useWord(here: RepHere, of: RepWord['of']) {
  const { me, now } = useDesk()
  const begun = here.unsaid.find((word) => word.by === me.person && word.of.id === of.id)
  const change = (fields: Partial<RepWord>) =>
    begun ? here.workDoc.change(repWordRecord, begun.id, fields) : false
  return {
    text: begun?.text ?? '',
    write(typed: string) {
      const text = typed.slice(0, LONGEST)
      if (!change({ text }))
        here.addToWork(repWordRecord, { of, agrees: false, text, unsaid: true })
    },
    /** @param signed by whom and how on this device, where it is not their own */
    say(agrees: boolean, signed: Pick<RepWord, 'signedBy' | 'mark'> = UNSIGNED) {
      if (!change({ agrees, unsaid: false, madeAt: now(), role: here.role, ...signed }))
        here.addToWork(repWordRecord, { of, agrees, text: '', unsaid: false, ...signed })
    },
    /** Nothing is said after all. */
    clear: () => void change({ text: '' }),
  }
}
