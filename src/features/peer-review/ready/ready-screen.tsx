import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { readyRecord } from '../../../domain/peer-review/members.ts'
import { type Checked, checksOf, type DeviceCheck } from '../../../domain/peer-review/ready.ts'
import { rolesAt } from '../../../domain/roles.ts'
import { urn } from '../../../domain/ids.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconRefresh } from '../../../ui/icons.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { subjectOf } from '../use-stage.ts'
import { CheckList } from './check-list.tsx'
import { TeamReady } from './team-ready.tsx'
import { useDeviceCheck } from './use-device-check.ts'
import { useReceipt } from './use-receipt.ts'

export default function ReadyScreen() {
  return <ReviewGate>{(here) => <Ready {...here} />}</ReviewGate>
}

/** The pack that counts: the lead's, where the lead's device has spoken; else the one that is here. */
function useLeadsPack(access: ReviewAccess): string | null {
  const { me } = useDesk()
  const receipts = useRecords(readyRecord, [subjectOf(access.id)]).rows
  if (access.lead === me.person) return null
  return receipts.find(({ person }) => person === access.lead)?.pack ?? null
}

/** An own pack that differs from the lead's last word may be the older or the newer one. */
function checksHere(found: DeviceCheck, leads: string | null): Checked[] {
  const differs = leads !== null && found.pack !== '' && leads !== found.pack
  return checksOf(found, found.pack).map((check) =>
    check.part === 'pack' && differs ? { part: 'pack', is: 'care' } : check,
  )
}

function Ready({ access, mine, school }: ReviewHere) {
  const { me } = useDesk()
  const device = useDeviceCheck(access.id)
  useReceipt(access, mine, device.found)
  const leads = useLeadsPack(access)
  const held = [
    ...rolesAt(me.roles, me.today, urn(access.urn)),
    ...rolesAt(me.roles, me.today, null),
  ]
  const seesTeam =
    access.lead === me.person ||
    held.some((role) => role === 'Head' || role === 'HoS' || role === 'CEO' || role === 'EHT')
  const { found } = device
  if (!found) return <LoadingState label="Looking at this device" />
  const checks = checksHere(found, leads)
  return (
    <Page
      title="Ready with no signal"
      lead="Look here the evening before, where there is signal."
      back={{ to: paths.pack(access.id), label: school }}
    >
      <Section title="This device">
        <Verdict checks={checks} />
        <CheckList checks={checks} found={found} onKeep={device.askToKeep} />
      </Section>
      {seesTeam ? <TeamReady access={access} print={found.pack} /> : null}
      <ActionBar>
        <Button icon={IconRefresh} onClick={device.lookAgain}>
          Look again
        </Button>
      </ActionBar>
    </Page>
  )
}

function Verdict({ checks }: { checks: readonly Checked[] }) {
  const stops = checks.filter(({ is }) => is === 'stop').length
  return stops === 0 ? (
    <Notice tone="ok" title="Ready with no signal">
      You can open the pack and take notes all day without a network.
    </Notice>
  ) : (
    <Notice tone="warn" title="Not ready yet">
      What is missing stands below, with what to do. Notes can be taken all the same.
    </Notice>
  )
}
