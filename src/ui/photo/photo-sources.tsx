import { useRef, useState, type ChangeEvent, type Ref } from 'react'
import { Button } from '../button.tsx'
import { IconCamera, IconPhoto } from '../icons.ts'
import { Notice } from '../notice.tsx'
import { Camera, hasCamera } from './camera.tsx'
import { Editor } from './editor.tsx'
import { type Added, type AddFault, faultWords } from './photo-words.ts'
import { canDraw, openPicture } from './picture.ts'
import styles from './photo.module.css'

interface PhotoSourcesProps {
  onAdd: (picture: Blob) => Promise<Added>
  /** Everything typed is on the disk when it resolves: another app's camera may end this page. */
  onBefore: (() => Promise<void>) | undefined
}

/** The camera in the page, the device's own, and pictures that it already has. */
export function PhotoSources({ onAdd, onBefore }: PhotoSourcesProps) {
  const own = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [camera, setCamera] = useState(false)
  const [picture, setPicture] = useState<HTMLCanvasElement | null>(null)
  const [fault, setFault] = useState<AddFault | null>(null)
  const [busy, setBusy] = useState(false)

  const keep = async (blob: Blob) => {
    setBusy(true)
    const added = await onAdd(blob).finally(() => setBusy(false))
    setFault(added.ok ? null : added.error)
    if (added.ok) setPicture(null)
  }
  const look = async (blob: Blob) => {
    setCamera(false)
    setFault(null)
    if (!canDraw()) return keep(blob)
    const opened = await openPicture(blob)
    setPicture(opened)
    if (!opened) setFault('not-a-picture')
  }
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [blob] = event.currentTarget.files ?? []
    // The same file may be chosen again.
    event.currentTarget.value = ''
    if (blob) void look(blob)
  }
  const openOwn = async () => {
    await onBefore?.()
    setCamera(false)
    own.current?.click()
  }
  return (
    <>
      {fault && !picture ? (
        <Notice tone="stuck" title={faultWords[fault].say}>
          {faultWords[fault].next}
        </Notice>
      ) : null}
      <div className={styles.sources}>
        <Button
          icon={IconCamera}
          busy={busy}
          onClick={() => (hasCamera() ? setCamera(true) : void openOwn())}
        >
          Take a photo
        </Button>
        <Button icon={IconPhoto} busy={busy} onClick={() => files.current?.click()}>
          Choose a picture
        </Button>
        <PictureInput ref={own} label="Device’s own camera" camera onChange={chosen} />
        <PictureInput ref={files} label="Picture file" onChange={chosen} />
      </div>
      {camera ? (
        <Camera
          onPicture={(blob) => void look(blob)}
          onOther={() => void openOwn()}
          onClose={() => setCamera(false)}
        />
      ) : null}
      {picture ? (
        <Editor
          picture={picture}
          fault={fault}
          busy={busy}
          onKeep={(blob) => void keep(blob)}
          onDiscard={() => setPicture(null)}
        />
      ) : null}
    </>
  )
}

function PictureInput(props: {
  ref: Ref<HTMLInputElement>
  label: string
  camera?: boolean
  onChange: (event: ChangeEvent<HTMLInputElement>) => void
}) {
  return (
    <input
      ref={props.ref}
      hidden
      type="file"
      accept="image/*"
      capture={props.camera === true ? 'environment' : undefined}
      aria-label={props.label}
      onChange={props.onChange}
    />
  )
}
