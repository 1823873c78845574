import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { DeviceList, DeviceView } from '../../../domain/devices.ts'
import { DEVICE_NAME_MAX } from '../../../domain/devices.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { nameDevice } from './device-calls.ts'
import { nameOf, sayHeard, sayLock, sayUnsent } from './device-words.ts'
import { LostDevice } from './lost-device.tsx'
import { NoList } from './no-list.tsx'
import { OnIt } from './on-it.tsx'
import { useDevices } from './use-devices.ts'

const back = { to: '/account/devices', label: 'Devices' }

/** One device: what is on it, its name, and "Device lost". */
export default function DeviceScreen() {
  const { device: id = '' } = useParams({ strict: false })
  const { answer, again } = useDevices()
  if (answer === null) return <LoadingState label="Asking the trust for the device" />
  if (answer.kind !== 'got')
    return (
      <Page title="Device" back={back}>
        <NoList answer={answer} onAgain={again} />
      </Page>
    )
  const found = answer.value.devices.find(({ device }) => device === id)
  if (!found) return <NoSuchDevice />
  return <Found key={found.device} device={found} list={answer.value} onChanged={again} />
}

interface FoundProps {
  device: DeviceView
  list: DeviceList
  onChanged: () => void
}

function Found({ device, list, onChanged }: FoundProps) {
  const { me, documents } = useDesk()
  const here = device.device === documents.device
  return (
    <Page
      title={nameOf(device)}
      lead={`${device.person === me.person ? 'Yours' : device.personName}, ${sayHeard(device)}.${here ? ' You are holding it.' : ''}`}
      back={back}
    >
      <LostDevice device={device} here={here} onLost={onChanged} />
      <Section title="About it">
        <KeyValue
          items={[
            { label: 'Not sent, as it last said', value: sayUnsent(device) },
            { label: 'How it is locked', value: sayLock(device) },
            {
              label: 'Known since',
              value: device.enrolledAt === null ? 'Not known' : sayTime(device.enrolledAt, 'date'),
            },
            { label: 'Version of Corridor', value: device.app || 'Not known' },
          ]}
        />
        <NameIt device={device} onChanged={onChanged} />
      </Section>
      {device.revokedAt === null ? (
        <OnIt docs={device.docs} wipedAt={device.wipedAt} list={list} />
      ) : null}
    </Page>
  )
}

function NameIt({ device, onChanged }: { device: DeviceView; onChanged: () => void }) {
  const { me } = useDesk()
  const [name, setName] = useState(device.name)
  const [said, setSaid] = useState<string | null>(null)
  const trimmed = name.trim().slice(0, DEVICE_NAME_MAX)
  const keep = async () => {
    const answer = await nameDevice(me.person, device.device, trimmed)
    setSaid(answer.kind === 'got' ? 'Named.' : 'Not named: the trust did not answer. Try again.')
    if (answer.kind === 'got') onChanged()
  }
  return (
    <>
      <TextLine
        label="Name"
        hint="So that you know which one it is: “School iPad 4”, “My phone”."
        value={name}
        onChange={setName}
      />
      <Button disabled={trimmed === '' || trimmed === device.name} onClick={() => void keep()}>
        Name this device
      </Button>
      <p role="status">{said}</p>
    </>
  )
}

function NoSuchDevice() {
  return (
    <Page title="No such device" back={back}>
      <EmptyState
        title="This device is not on your list"
        action={
          <LinkButton tone="primary" to="/account/devices">
            See the devices
          </LinkButton>
        }
      >
        <p>It may belong to somebody else. Only they and the trust’s leaders see it.</p>
      </EmptyState>
      <Notice tone="info" live={false} title="Lost a device?">
        Any leader of the trust can report it for you.
      </Notice>
    </Page>
  )
}
