/** Where a caret at `at` in `before` belongs in `after`, if the two differ in one place. */
export function moveCaret(before: string, after: string, at: number): number {
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && before[head] === after[head]) head += 1
  if (at <= head) return at
  let tail = 0
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const fromEnd = before.length - at
  return fromEnd <= tail ? after.length - fromEnd : after.length - tail
}

/** Puts text from elsewhere into the box without throwing the caret to the end. */
export function replaceKeepingCaret(
  box: HTMLTextAreaElement | HTMLInputElement,
  text: string,
): void {
  const before = box.value
  if (before === text) return
  const start = moveCaret(before, text, box.selectionStart ?? before.length)
  const end = moveCaret(before, text, box.selectionEnd ?? before.length)
  box.value = text
  if (box.ownerDocument.activeElement === box) box.setSelectionRange(start, end)
}
