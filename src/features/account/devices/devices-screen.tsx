import type { DeviceView } from '../../../domain/devices.ts'
import { useDesk } from '../../../store/react.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconDeviceTablet } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { nameOf, sayHeard, sayHolds, sayUnsent } from './device-words.ts'
import { NoList } from './no-list.tsx'
import { useDevices } from './use-devices.ts'

/** Whose devices these are: one's own, and for trust leaders everybody's. */
export default function DevicesScreen() {
  const { me } = useDesk()
  const { answer, again } = useDevices()
  const devices = answer?.kind === 'got' ? answer.value.devices : []
  const mine = devices.filter(({ person }) => person === me.person)
  const others = devices.filter(({ person }) => person !== me.person)
  return (
    <Page
      title="Devices"
      lead="Open one to see what is on it, to name it, or to report it lost."
      back={{ to: '/account', label: 'Account' }}
      actions={<Button onClick={again}>Ask again</Button>}
    >
      {answer === null ? <LoadingState label="Asking the trust for the devices" /> : null}
      {answer !== null && answer.kind !== 'got' ? <NoList answer={answer} onAgain={again} /> : null}
      {answer?.kind === 'got' ? (
        <>
          <Section title="My devices">
            {mine.length === 0 ? (
              <NoDevices onAgain={again} />
            ) : (
              <Cards devices={mine} label="My devices" />
            )}
          </Section>
          {others.length > 0 ? (
            <Section title="Devices of other people" lead="You see these as a leader of the trust.">
              <Cards devices={others} label="Devices of other people" />
            </Section>
          ) : null}
        </>
      ) : null}
    </Page>
  )
}

function Cards({ devices, label }: { devices: readonly DeviceView[]; label: string }) {
  const { me, documents } = useDesk()
  return (
    <CardList label={label}>
      {devices.map((device) => (
        <IndexCard
          key={device.device}
          title={nameOf(device)}
          to={`/account/devices/${device.device}`}
          meta={[
            device.person === me.person ? null : device.personName,
            sayHeard(device),
            sayHolds(device),
          ]}
          chips={
            <>
              {device.device === documents.device ? <Badge>This device</Badge> : null}
              {device.revokedAt === null ? null : <Badge tone="stuck">Reported lost</Badge>}
            </>
          }
        >
          Not sent, as it last said: {sayUnsent(device).toLowerCase()}.
        </IndexCard>
      ))}
    </CardList>
  )
}

function NoDevices({ onAgain }: { onAgain: () => void }) {
  return (
    <EmptyState
      icon={IconDeviceTablet}
      title="The trust has not met a device of yours yet"
      action={
        <Button tone="primary" onClick={onAgain}>
          Ask again
        </Button>
      }
    >
      <p>A device appears here once it has been in touch with the trust.</p>
    </EmptyState>
  )
}
