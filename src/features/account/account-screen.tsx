import { mayInvite, mayManageDevices } from '../../domain/access/admin.ts'
import { may } from '../../domain/access/table.ts'
import { tendsRelay } from '../../domain/relay-care.ts'
import { useDesk } from '../../store/react.tsx'
import { IconDeviceTablet } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'

/** Nobody’s id: whoever may manage it may manage everybody’s. */
const ANYBODY = ''

/** What belongs to the person, whatever job they are at. */
export default function AccountScreen() {
  const { me } = useDesk()
  const everybody = mayManageDevices(me, ANYBODY)
  return (
    <Page
      title="Account"
      lead={me.name}
      actions={
        <LinkButton to="/account/devices" icon={IconDeviceTablet}>
          A device is lost
        </LinkButton>
      }
    >
      <CardList label="Your account" columns="one">
        <IndexCard
          headingLevel={2}
          title={everybody ? 'Devices of the trust' : 'My devices'}
          to="/account/devices"
        >
          {everybody
            ? 'Every tablet, phone and computer that Corridor is used on: what is on each, and what to do when one is lost.'
            : 'Where you have signed in, what is on each device, and what to do when one is lost.'}
        </IndexCard>
        <IndexCard headingLevel={2} title="How I sign in" to="/account/sign-in">
          Passkeys, the trust’s accounts, and where you are signed in now.
        </IndexCard>
        <IndexCard headingLevel={2} title="E-mail on Mondays" to="/actions/email">
          How many of your actions are open, once a week. On or off.
        </IndexCard>
        {mayInvite(me) ? (
          <IndexCard headingLevel={2} title="People and roles" to="/people">
            Who works here, from when to when, and invitations that wait.
          </IndexCard>
        ) : null}
        {may(me, 'write', { kind: 'trust' }) ? (
          <IndexCard headingLevel={2} title="Name and logo of the trust" to="/people/trust">
            As they stand at the head of its letters.
          </IndexCard>
        ) : null}
        {tendsRelay(me) ? (
          <IndexCard headingLevel={2} title="Work that was put aside" to="/quarantine">
            What the trust did not take: whose, why and how much, never what it says.
          </IndexCard>
        ) : null}
        <IndexCard headingLevel={2} title="What is on this device" to="/device">
          Where your work is, copies, signing out, and removing your work from here.
        </IndexCard>
      </CardList>
    </Page>
  )
}
