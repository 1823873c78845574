import { useState } from 'react'
import { may } from '../../domain/access/table.ts'
import { LOGO_ROOM, type LogoRecord, logoOf, logoRecord } from '../../domain/logo.ts'
import { trustRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconLock, IconTrash } from '../../ui/icons.ts'
import { FileDrop } from '../../ui/import/file-drop.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { SmallPhoto } from '../../ui/small-photo.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { type PictureFault, smallPicture } from '../../store/small-picture.ts'

const TRUST = ['trust']
const BACK = { to: '/account', label: 'Account' }
const TITLE = 'Name and logo'

const FAULTS: Readonly<Record<PictureFault, string>> = {
  'not-a-picture':
    'This file is no picture that the tablet can open. Save the logo as PNG or JPEG and choose that file.',
  'too-large':
    'This picture is too large for a letterhead. Save it with at most 600 pixels across and choose that file.',
}

/** The trust's name and logo, as they stand on its letters. */
export default function TrustScreen() {
  const { me } = useDesk()
  const { rows, loading } = useRecords(trustRecord, TRUST)
  const [trust] = rows
  if (!may(me, 'write', { kind: 'trust' })) return <NotYours />
  return (
    <Page title={TITLE} lead="As they stand at the head of the trust’s letters." back={BACK}>
      {trust ? <Name id={trust.id} name={trust.name} /> : null}
      {trust === undefined && loading ? <LoadingState label="Opening the trust’s list" /> : null}
      <LogoPart />
    </Page>
  )
}

function Name({ id, name }: { id: string; name: string }) {
  const { change, readOnly } = useDocument('trust')
  return (
    <TextLine
      label="Name of the trust"
      hint="Letters that were begun before keep the name that they have."
      value={name}
      readOnly={readOnly}
      onChange={(next) => {
        // Half a name while it is typed is no harm; none at all would leave letters without a sender.
        if (next.trim() !== '') change(trustRecord, id, { name: next })
      }}
    />
  )
}

function LogoPart() {
  const { now } = useDesk()
  const { ready, readOnly, create, change } = useDocument('trust')
  const { rows } = useRecords(logoRecord, TRUST)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<PictureFault | null>(null)
  const logo = logoOf(rows)
  const put = (fields: Omit<LogoRecord, 'id' | 'madeAt'>) => {
    const [old] = rows
    const written = { ...fields, madeAt: now() }
    if (old) change(logoRecord, old.id, written)
    else create(logoRecord, written)
  }
  const take = async (file: File) => {
    setBusy(true)
    const made = await smallPicture(file, LOGO_ROOM)
    setBusy(false)
    setFault(made.ok ? null : made.error)
    if (!made.ok) return
    const { picture, width, height } = made.value
    put({ picture, width, height })
  }
  return (
    <Section
      title="Logo"
      lead="Kept on every device of the trust, so that letters carry it with no signal too."
    >
      {logo ? (
        <SmallPhoto picture={logo} words="The trust’s logo as it stands on letters" />
      ) : (
        <p>No logo yet: letters carry the trust’s name alone.</p>
      )}
      {fault === null ? null : (
        <Notice key={fault} tone="warn" title="The logo was not taken">
          {FAULTS[fault]}
        </Notice>
      )}
      <FileDrop
        label={logo ? 'Choose another logo' : 'Choose the logo'}
        accept="image/*"
        hint={<p>PNG, JPEG or SVG. Or drop the file here.</p>}
        busy={busy || !ready || readOnly}
        onFile={(file) => void take(file)}
      />
      {logo ? (
        <div>
          <Button
            tone="plain"
            icon={IconTrash}
            onClick={() => put({ picture: '', width: 1, height: 1 })}
          >
            Take the logo away
          </Button>
        </div>
      ) : null}
    </Section>
  )
}

function NotYours() {
  return (
    <Page title={TITLE} back={BACK}>
      <EmptyState
        icon={IconLock}
        title="The trust’s name and logo are set by its leaders"
        action={
          <LinkButton tone="primary" to="/account">
            Back to your account
          </LinkButton>
        }
      >
        <p>Ask the chief executive or the chief operations officer.</p>
      </EmptyState>
    </Page>
  )
}
