import { handOverMachine } from '../../../domain/hand-over/machine.ts'
import { receiptText } from '../../../domain/hand-over/receipt.ts'
import type { PersonHandOver } from '../../../domain/hand-over/state.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { notesDocument } from '../use-notes.ts'
import { usePeople } from '../use-pack.ts'
import { sayCount, sayList } from '../words.ts'

/** Devices whose notes lie at the trust and that the head has not signed for. */
const toSign = ({ devices }: PersonHandOver) =>
  devices.flatMap(({ handed, received }) => (handed && !received ? [handed.receipt] : []))

interface ReceiveAllProps {
  review: string
  people: readonly PersonHandOver[]
}

/** The head signs for what came over the network: both sides have then said so. */
export function ReceiveAll({ review, people }: ReceiveAllProps) {
  const { me, propose, readOnly } = useDesk()
  const nameOf = usePeople()
  const waiting = people.filter((one) => toSign(one).length > 0)
  if (waiting.length === 0) return null
  const notes = waiting.reduce((sum, one) => sum + one.notes, 0)
  const receive = async () => {
    for (const one of waiting)
      for (const receipt of toSign(one))
        await propose({
          machine: handOverMachine.name,
          subject: notesDocument(review, one.person),
          from: handOverMachine.start,
          to: 'received',
          reason: receiptText({ ...receipt, to: me.person }),
        })
  }
  return (
    <>
      <p>
        {sayList(waiting.map(({ person }) => nameOf(person)))} handed over {sayCount(notes, 'note')}
        . Sign for them: your name and the time are kept with theirs.
      </p>
      <div>
        <Button disabled={readOnly} onClick={() => void receive()}>
          Receive for the school
        </Button>
      </div>
    </>
  )
}
