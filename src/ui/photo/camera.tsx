import { useEffect, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { IconCamera } from '../icons.ts'
import { Notice } from '../notice.tsx'
import { FullSheet } from './full-sheet.tsx'
import { pictureOf } from './picture.ts'
import styles from './sheet.module.css'

interface CameraProps {
  onPicture: (picture: Blob) => void
  /** The device's own camera app. */
  onOther: () => void
  onClose: () => void
}

const REAR = { video: { facingMode: 'environment', width: { ideal: 2048 } }, audio: false } as const

/** Whether this browser shows a camera inside the page. */
export const hasCamera = (): boolean => navigator.mediaDevices?.getUserMedia !== undefined

/** The rear camera while the sheet is open; the light goes out with it. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening')
  useEffect(() => {
    let over = false
    let stream: MediaStream | null = null
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    navigator.mediaDevices.getUserMedia(REAR).then(
      (opened) => {
        stream = opened
        if (over) return stop()
        if (video.current) video.current.srcObject = opened
      },
      () => setState('failed'),
    )
    return () => {
      over = true
      stop()
    }
  }, [])
  // Before its first picture there is nothing to take.
  return { video, state, onLoadedData: () => setState('open') }
}

async function stillOf(video: HTMLVideoElement): Promise<Blob | null> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0) return null
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return pictureOf(canvas)
}

/** A camera inside the page: nothing else has to make room for it, so no typed word is at risk. */
export function Camera({ onPicture, onOther, onClose }: CameraProps) {
  const { video, state, onLoadedData } = useCamera()
  const take = async () => {
    const still = video.current ? await stillOf(video.current) : null
    if (still) onPicture(still)
  }
  return (
    <FullSheet title="Take a photo" onClose={onClose}>
      {state === 'failed' ? (
        <Notice tone="warn" title="The camera did not open in Corridor">
          Everything you wrote is saved. Use the device’s own camera, or let this site use the
          camera in the browser’s settings.
        </Notice>
      ) : (
        <video
          ref={video}
          className={styles.picture}
          autoPlay
          playsInline
          muted
          onLoadedData={onLoadedData}
          aria-label="What the camera sees"
        />
      )}
      <p className={styles.hint}>Things, not people. No names on labels or screens.</p>
      <div className={styles.actions}>
        <Button onClick={onClose}>Go back</Button>
        <Button onClick={onOther}>Device’s own camera</Button>
        {state === 'failed' ? null : (
          <Button
            tone="primary"
            icon={IconCamera}
            busy={state === 'opening'}
            onClick={() => void take()}
          >
            Take it
          </Button>
        )}
      </div>
    </FullSheet>
  )
}
