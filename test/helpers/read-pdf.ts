import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another library than the one that made it reads in a PDF. */
export async function readPdf(bytes: Uint8Array) {
  const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const info = (await file.getMetadata()).info as Record<string, unknown>
  const pages: string[] = []
  let pictures = 0
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    pages.push(words.join('').replace(/\s+/g, ' '))
    const { fnArray } = await page.getOperatorList()
    pictures += fnArray.filter((each) => each === OPS.paintImageXObject).length
  }
  await file.destroy()
  return { title: info['Title'], pages, text: pages.join(' '), pictures }
}
