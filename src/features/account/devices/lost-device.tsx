import { useEffect, useState } from 'react'
import { type DeviceView, type LostReport, sayDocument } from '../../../domain/devices.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { IconAlertOctagon, IconDownload } from '../../../ui/icons.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { fetchReport, reportLost } from './device-calls.ts'
import { nameOf, useNames } from './device-words.ts'
import { reportFacts, reportText } from './report-text.ts'

interface LostDeviceProps {
  device: DeviceView
  /** It is the one in hand. */
  here: boolean
  onLost: () => void
}

/** Reporting a device lost, or what became of one that was. */
export function LostDevice({ device, here, onLost }: LostDeviceProps) {
  const { me } = useDesk()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  if (device.revokedAt !== null) return <AfterLost device={device} onAgain={onLost} />
  if (here) return null
  const report = async () => {
    setBusy(true)
    const answer = await reportLost(me.person, device.device)
    setBusy(false)
    setAsking(false)
    setFailed(answer.kind !== 'got')
    onLost()
  }
  return (
    <>
      {failed ? (
        <Notice tone="stuck" title="Not reported yet: the trust did not answer">
          Look for signal and press “Report lost” again, or ring a trust leader: any of them can
          report it.
        </Notice>
      ) : null}
      <Button tone="danger" icon={IconAlertOctagon} onClick={() => setAsking(true)}>
        Report lost
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Report “${nameOf(device)}” lost?`}
        closeLabel="It is not lost"
        confirm={{ label: 'Report lost', tone: 'danger', busy, onConfirm: () => void report() }}
      >
        <p>
          At once it is signed out, and nothing more is taken from it or sent to it. The next time
          it finds signal, it hands over what it had not sent, and deletes everything.
        </p>
        <p>
          You get a list of what was on it. This cannot be taken back: if the device turns up, its
          owner signs in on it anew.
        </p>
      </Dialog>
    </>
  )
}

function AfterLost({ device, onAgain }: { device: DeviceView; onAgain: () => void }) {
  const { me } = useDesk()
  const [report, setReport] = useState<LostReport | null>(null)
  const { wipedAt } = device
  useEffect(() => {
    let gone = false
    void fetchReport(me.person, device.device).then((answer) => {
      if (!gone && answer.kind === 'got') setReport(answer.value)
    })
    return () => {
      gone = true
    }
  }, [me.person, device.device, wipedAt])
  const when = device.revokedAt === null ? '' : sayTime(device.revokedAt, 'moment')
  return (
    <>
      <Notice
        tone={wipedAt === null ? 'stuck' : 'ok'}
        title={`Reported lost ${when}`}
        action={wipedAt === null ? <Button onClick={onAgain}>Ask again</Button> : undefined}
      >
        {wipedAt === null
          ? 'It is signed out. Everything on it is deleted the next time it finds signal; it has not said so yet.'
          : `It found signal and deleted everything, ${sayTime(wipedAt, 'moment')}.`}
      </Notice>
      {report ? <Report report={report} /> : null}
    </>
  )
}

function Report({ report }: { report: LostReport }) {
  const names = useNames(report)
  const { now } = useDesk()
  const facts = reportFacts(report)
  const docs = report.device.docs.map((doc) => sayDocument(doc, names))
  const save = () => {
    const stamp = new Date(now()).toISOString().slice(0, 10)
    saveFile(`lost-device-${stamp}.txt`, 'text/plain', reportText(facts, docs, now()))
  }
  return (
    <>
      <Section
        title="What was on it when it was reported"
        lead="Your data protection lead needs this today: there are 72 hours to decide whether the Information Commissioner must be told."
        actions={
          <Button icon={IconDownload} onClick={save}>
            Save the report
          </Button>
        }
      >
        <KeyValue items={facts} />
      </Section>
      <Section title={`Documents on it: ${docs.length}`}>
        {docs.length === 0 ? (
          <p>None.</p>
        ) : (
          <ul>
            {docs.map((said, index) => (
              <li key={index}>{said}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
