import bold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff?inline'
import boldMore from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff?inline'
import plain from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff?inline'
import plainMore from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff?inline'

const base64 = (address: string): string => address.slice(address.indexOf(',') + 1)

/** The font of the screen as files, base64; woff because the maker of PDFs cannot read woff2. */
export const fontFiles: Readonly<Record<string, string>> = {
  'plain.woff': base64(plain),
  'bold.woff': base64(bold),
  'plain-more.woff': base64(plainMore),
  'bold-more.woff': base64(boldMore),
}

/** The font, and the same one for letters of other languages: each file holds a part. */
export const fonts = {
  Page: { normal: 'plain.woff', bold: 'bold.woff' },
  More: { normal: 'plain-more.woff', bold: 'bold-more.woff' },
} as const

// What the files hold; a letter beyond both is printed as a question mark, not as an empty box.
const UNKNOWN = /[^\t\n\u{20}-\u{ff}\u0100-\u02af\u1e00-\u1eff\u2010-\u2026\u20ac\u2122\u2212]/gu
const MORE = /([\u0100-\u0130\u0132-\u0151\u0154-\u02af\u1e00-\u1eff]+)/u

/** Text as runs of one font each. */
export function runsOf(text: string): { text: string; font: keyof typeof fonts }[] {
  return text
    .normalize('NFC')
    .replaceAll(UNKNOWN, '?')
    .split(MORE)
    .filter((run) => run !== '')
    .map((run) => ({ text: run, font: MORE.test(run) ? ('More' as const) : ('Page' as const) }))
}
