import { useState } from 'react'
import { EXAMPLE_ROOM, exampleRecord } from '../../domain/checks/example.ts'
import { sha256Of } from '../../store/photos/keep-photo.ts'
import { useDesk } from '../../store/react.tsx'
import { useExample } from '../../store/use-example.ts'
import { pictureBytes } from '../../domain/small-picture.ts'
import { Button } from '../../ui/button.tsx'
import { IconTrash } from '../../ui/icons.ts'
import { FileDrop } from '../../ui/import/file-drop.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SmallPhoto } from '../../ui/small-photo.tsx'
import { type PictureFault, smallPicture } from '../../store/small-picture.ts'
import type { DraftHere } from './use-draft.ts'
import styles from './templates.module.css'

const FAULTS: Readonly<Record<PictureFault, string>> = {
  'not-a-picture': 'This file is no picture that the tablet can open. Choose a photo, PNG or JPEG.',
  'too-large':
    'This picture has too much in it to be carried by every tablet. Choose a smaller one.',
}

interface ExampleProps {
  document: DraftHere['document']
  /** Words of the prompt. */
  name: string
  /** SHA-256 of the picture that it names, or ''. */
  example: string
  onChange: (example: string) => void
}

/** A photo of what is meant, which the walker sees beside the help, with no signal too. */
export function ExamplePart({ document, name, example, onChange }: ExampleProps) {
  const { now } = useDesk()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<PictureFault | null>(null)
  const shown = useExample(example)
  const take = async (file: File) => {
    setBusy(true)
    const made = await smallPicture(file, EXAMPLE_ROOM)
    setFault(made.ok ? null : made.error)
    if (made.ok) {
      const { picture, width, height } = made.value
      const sha256 = await sha256Of(pictureBytes(made.value))
      if (!document.all(exampleRecord).rows.some((one) => one.sha256 === sha256))
        document.create(exampleRecord, { sha256, picture, width, height, madeAt: now() })
      onChange(sha256)
    }
    setBusy(false)
  }
  return (
    <div className={styles.example}>
      {shown ? <SmallPhoto picture={shown} words={`Example photo for: ${name}`} /> : null}
      {fault === null ? null : (
        <Notice key={fault} tone="warn" title="The photo was not taken">
          {FAULTS[fault]}
        </Notice>
      )}
      <FileDrop
        label={shown ? 'Choose another example photo' : 'Choose an example photo'}
        accept="image/*"
        hint={<p>A room or a thing, never a person. It shows with the help.</p>}
        busy={busy}
        onFile={(file) => void take(file)}
      />
      {example === '' ? null : (
        <div>
          <Button tone="plain" icon={IconTrash} onClick={() => onChange('')}>
            Take the example photo out
          </Button>
        </div>
      )}
    </div>
  )
}
