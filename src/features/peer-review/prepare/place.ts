/** The id on the page of a field of the pack, or of a key question: "Before you send" leads there. */
export const placeOf = (about: string): string => `prepare-${about}`

export function goToPlace(about: string): void {
  document.getElementById(placeOf(about))?.focus()
}

type Box = HTMLInputElement | HTMLTextAreaElement

/** For a box's `ref`: no more characters than the record can keep, so that nothing typed is lost. */
export const fullAt = (length: number) => (box: Box | null) => {
  if (box) box.maxLength = length
}

/** Said under a box that is full. */
export const sayFull = (text: string, length: number): string | undefined =>
  text.length >= length
    ? `This box is full at ${length} characters. Shorten it to go on.`
    : undefined
