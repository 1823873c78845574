import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { IconDownload } from '../ui/icons.ts'
import { saveCopy } from './copy-file.ts'
import type { AppDevice } from './device.ts'

/** Saves a copy of unsent work as a file; works from memory too when the store has failed. */
export function CopyOutButton({ device, disabled }: { device: AppDevice; disabled?: boolean }) {
  const [made, setMade] = useState<number | null>(null)
  const save = async () => setMade(await saveCopy(device))
  return (
    <>
      <Button icon={IconDownload} disabled={disabled} onClick={() => void save()}>
        Copy out unsent work
      </Button>
      <span role="status">
        {made === null
          ? null
          : made === 0
            ? 'There is nothing unsent to copy out.'
            : `A file with ${made} ${made === 1 ? 'change' : 'changes'} is in your downloads.`}
      </span>
    </>
  )
}
