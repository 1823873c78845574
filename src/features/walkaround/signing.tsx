import { useState } from 'react'
import { type Signature, signatureRecord, signaturesOf } from '../../domain/checks/signature.ts'
import { useDesk } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { IconPencil, IconTrash } from '../../ui/icons.ts'
import { Section } from '../../ui/section.tsx'
import { SignatureLine, SignatureShown } from '../../ui/signature.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import type { RunHere } from './use-run.ts'
import styles from './walk.module.css'

const LENGTH = 120

/** Whoever walked signs on the glass, the site manager too. */
export function Signing({ here }: { here: RunHere }) {
  const { now } = useDesk()
  const [open, setOpen] = useState(false)
  const signed = signaturesOf(here.document.all(signatureRecord).rows, here.run.id)
  if (!here.writes && signed.length === 0) return null
  return (
    <Section title="Signed by" lead={signed.length === 0 ? 'Nobody yet.' : undefined}>
      {signed.map((signature) => (
        <Signed
          key={signature.id}
          signature={signature}
          onRemove={
            here.writes
              ? () => here.document.change(signatureRecord, signature.id, { removedAt: now() })
              : undefined
          }
        />
      ))}
      {!here.writes ? null : open ? (
        <Sign here={here} onDone={() => setOpen(false)} />
      ) : (
        <Button icon={IconPencil} onClick={() => setOpen(true)}>
          {signed.length === 0 ? 'Sign on the glass' : 'One more signature'}
        </Button>
      )}
    </Section>
  )
}

function Signed({
  signature,
  onRemove,
}: {
  signature: Signature
  onRemove?: (() => void) | undefined
}) {
  const { name, role, image, madeAt } = signature
  return (
    <div>
      <SignatureShown mark={image} name={name} />
      <p>
        {name}
        {role === '' ? '' : `, ${role}`}, {sayTime(madeAt, 'moment')}
      </p>
      {onRemove ? (
        <Button tone="plain" icon={IconTrash} onClick={onRemove}>
          Take the signature of {name} back
        </Button>
      ) : null}
    </div>
  )
}

/** A signature is made whole: until it is kept, it is only on the glass. */
function Sign({ here, onDone }: { here: RunHere; onDone: () => void }) {
  const { me, now } = useDesk()
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const [image, setImage] = useState('')
  const [tried, setTried] = useState(false)
  const keep = () => {
    if (name.trim() === '' || image === '') return setTried(true)
    here.document.create(signatureRecord, {
      run: here.run.id,
      name: name.trim().slice(0, LENGTH),
      role: role.trim().slice(0, LENGTH),
      image,
      by: me.person,
      madeAt: now(),
    })
    onDone()
  }
  return (
    <>
      <div className={styles.two}>
        <TextLine
          label="Who signs"
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? 'Write who signs' : undefined}
        />
        <TextLine label="As" hint="For example, site manager" value={role} onChange={setRole} />
      </div>
      <SignatureLine
        label="Signature"
        value={image}
        onChange={setImage}
        error={tried && image === '' ? 'Sign on the line, or type the name' : undefined}
      />
      <div className={styles.row}>
        <Button tone="primary" onClick={keep}>
          Keep the signature
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </div>
    </>
  )
}
