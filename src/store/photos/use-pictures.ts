import { useEffect, useState } from 'react'
import type { PhotoRow } from '../ports.ts'

type Pictures = ReadonlyMap<string, string>
const NONE: Pictures = new Map()

/** Addresses of pictures that lie on this device, by fingerprint; given back when the screen goes. */
export function usePictures(rows: readonly PhotoRow[] | undefined): Pictures {
  const [urls, setUrls] = useState(NONE)
  const here = (rows ?? []).filter(({ bytes }) => bytes.length > 0)
  const key = here.map(({ sha256 }) => sha256).join()
  useEffect(() => {
    const made = new Map(
      here.map(({ sha256, bytes, mime }) => [
        sha256,
        URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime })),
      ]),
    )
    setUrls(made)
    return () => made.forEach((url) => URL.revokeObjectURL(url))

    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the bytes behind a fingerprint never change
  }, [key])
  return urls
}
