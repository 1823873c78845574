import { useWatched } from '../../store/react.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { SchemeChoice } from '../../ui/scheme-choice.tsx'
import { Section } from '../../ui/section.tsx'
import { WhereWord } from '../../ui/where-word.tsx'
import { useApp } from '../app-context.ts'
import { LockSection } from '../lock/lock-section.tsx'
import { explainWhere, sayWhereIs } from '../say-where.ts'
import { AboutDevice } from './device-about.tsx'
import { Copies } from './device-copies.tsx'
import { Counts } from './device-counts.tsx'
import { DocumentsHeld } from './device-documents.tsx'
import { RemoveWork } from './remove-work.tsx'
import { SignOut } from './sign-out.tsx'

/** Where the work is, in full, and everything a person can do about it. */
export function DevicePage() {
  const { device } = useApp()
  const where = useWatched(device.where)
  return (
    <Page title="What is on this device" lead={`Open for ${device.name}.`}>
      <div>
        <WhereWord {...sayWhereIs(where)} form="full" />
        <p>{explainWhere(where)}</p>
      </div>
      <Counts />
      <Copies />
      <LockSection />
      <DocumentsHeld />
      <AboutDevice />
      <Section title="Light and dark">
        <SchemeChoice />
      </Section>
      <SignOut />
      <RemoveWork />
      <p>
        <Link to="/promises">Seven promises about your notes</Link>
      </p>
    </Page>
  )
}
