const KEPT_MS = 60_000

/** Puts a file into the downloads. */
export function saveFile(name: string, type: string, text: BlobPart): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
