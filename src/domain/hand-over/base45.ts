/** The 45 characters that a code holds most tightly, in the order of RFC 9285. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const BASE = SIGNS.length

const signs = (value: number, many: number): string =>
  Array.from({ length: many }, (_, n) => SIGNS[Math.floor(value / BASE ** n) % BASE]).join('')

/** Bytes as text by RFC 9285: three characters for two bytes, two for a last single one. */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = bytes.subarray(at, at + 2)
    text += second === undefined ? signs(first, 2) : signs(first * 256 + second, 3)
  }
  return text
}

/** The bytes of such a text; null for any other. */
export function fromBase45(text: string): Uint8Array | null {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const group = Array.from(text.slice(at, at + 3), (sign) => SIGNS.indexOf(sign))
    const value = group.reduceRight((sum, sign) => sum * BASE + sign, 0)
    const most = group.length === 3 ? 65_535 : 255
    if (group.length === 1 || group.includes(-1) || value > most) return null
    if (group.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}
