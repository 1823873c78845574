const startsWith = (bytes: Uint8Array, ...sign: number[]) =>
  sign.every((byte, at) => bytes[at] === byte)

const UTF16_SAMPLE = 1000

/** UTF-16 without its mark: nearly every second byte of English text is nought. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE)
  if (sample.length < 4) return null
  const noughts = (from: number) => {
    let count = 0
    for (let at = from; at < sample.length; at += 2) if (sample[at] === 0) count++
    return count / (sample.length / 2)
  }
  if (noughts(1) > 0.7 && noughts(0) < 0.1) return 'utf-16le'
  return noughts(0) > 0.7 && noughts(1) < 0.1 ? 'utf-16be' : null
}

/** The text of a CSV file in whatever way it was saved, or null where the bytes are no text. */
export function textOf(bytes: Uint8Array): string | null {
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : bareUtf16(bytes)
  const text = marked === null ? eightBits(bytes) : new TextDecoder(marked).decode(bytes)
  // A tab, a line feed and a carriage return belong in a table; no other control character does.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? null : text
}

function eightBits(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What Excel and the government's school register write in the United Kingdom.
    return windows1252(bytes)
  }
}

const FROM_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** By hand: some engines' decoder of this name reads Latin-1, which has no curly quotes. */
function windows1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? FROM_80.charAt(byte - 0x80) : String.fromCharCode(byte)
  return text
}
