import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import type { Refusal } from '../../domain/refusals.ts'
import type { Where } from '../../domain/where.ts'
import type { PhotoTally } from '../../store/photos/photo-rows.ts'
import { useStorePart, useStoreState, useWatched } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconRefresh, IconSend } from '../../ui/icons.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { useApp } from '../app-context.ts'
import { RefusedPhotos } from './device-photos.tsx'
import { refusalWords, sayStuck } from '../say-refusal.ts'
import styles from '../app.module.css'

const sayPhotos = ({ all, safe }: PhotoTally) =>
  all === 0 ? 'None' : `${safe} of ${all} photos safe`

const changes = (n: number) => (n === 0 ? 'None' : `${n} ${n === 1 ? 'change' : 'changes'}`)

/** How much is where, and the buttons that move it. */
export function Counts() {
  const { device } = useApp()
  const { inMemory, tally } = useStoreState()
  const where = useWatched(device.where)
  const photos = useWatched(device.photos)
  const proposals = useLiveQuery(() => device.db.proposals.toArray(), [device.db]) ?? []
  const waiting = proposals.filter((p) => p.declined === null).length
  const lost = device.lost.kind === 'rows' ? device.lost.unsent : 0
  return (
    <Section title="Your work">
      <AllSaved where={where} />
      <div>
        <KeyValue
          items={[
            { label: 'Not on the disk yet', value: changes(inMemory) },
            { label: 'On this device, not sent', value: changes(tally.unsent) },
            {
              label: 'Steps waiting for the trust’s word',
              value: waiting === 0 ? 'None' : waiting,
            },
            { label: 'Photos', value: sayPhotos(photos) },
            { label: 'Put aside by the trust', value: changes(tally.refused) },
            { label: 'Lost or damaged', value: changes(lost + tally.damaged) },
          ]}
        />
      </div>
      <Stuck where={where} />
      <Refused />
      <RefusedPhotos />
      <SendNow />
    </Section>
  )
}

function AllSaved({ where }: { where: Where }) {
  if (where.at !== 'trust' || where.checkedAt === null) return null
  return (
    <Notice
      tone="ok"
      live={false}
      title={`All saved: fingerprints agree, checked ${sayTime(where.checkedAt, 'clock')}`}
    >
      This device and the trust worked out the same fingerprint of every document held here.
    </Notice>
  )
}

function Stuck({ where }: { where: Where }) {
  if (where.at !== 'stuck' || where.trouble.why === 'refused') return null
  const { say, next } = sayStuck(where.trouble)
  return (
    <Notice tone="stuck" title={say}>
      {next}
    </Notice>
  )
}

function Refused() {
  const { device } = useApp()
  const tally = useStorePart('tally')
  const rows = useLiveQuery(
    () => (tally.refused > 0 ? device.documents.journal.rows(['refused']) : []),
    [device.documents, tally.refused],
  )
  if (!rows || rows.length === 0) return null
  const reasons = new Map<Refusal, number>()
  for (const { reason } of rows) if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return [...reasons].map(([reason, n]) => (
    <Notice
      key={reason}
      tone="stuck"
      title={`${changes(n)} put aside: ${refusalWords[reason].say}`}
      action={
        <Button icon={IconRefresh} onClick={() => void device.documents.sendRefusedAgain()}>
          Send again
        </Button>
      }
    >
      {refusalWords[reason].next}
    </Notice>
  ))
}

function SendNow() {
  const { device } = useApp()
  const { link } = useWatched(device.sync.status)
  const [asked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    device.documents.retryNow()
    device.sync.nudge()
  }
  return (
    <div className={styles.buttons}>
      <Button icon={IconSend} disabled={device.readOnly} onClick={send}>
        Send now
      </Button>
      <span role="status">{asked ? sayLink[link] : null}</span>
    </div>
  )
}

const sayLink = {
  live: 'In touch with the trust.',
  connecting: 'Looking for the trust…',
  offline: 'No signal. It is sent by itself as soon as there is.',
} as const
