import pdfMake from 'pdfmake/build/pdfmake.js'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { PaperSheet } from '../../domain/paper.ts'
import { printed, said } from './blocks.ts'
import { fontFiles, fonts } from './fonts.ts'

pdfMake.addVirtualFileSystem(fontFiles)
pdfMake.setFonts(fonts)
// Everything that is printed is on the device: no address is ever fetched.
pdfMake.setUrlAccessPolicy(() => false)

/** Room for this many points must be left under a heading, or it goes to the next page. */
const UNDER_HEADING = 110
const A4_HEIGHT = 842

/**
 * The sheet as the bytes of a PDF, A4, made here without a network. Large: load this file when it is wanted.
 * @param madeAt milliseconds since 1970
 */
export function pdfOf(sheet: PaperSheet, madeAt: number): Promise<Uint8Array> {
  const page: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 50],
    info: { title: `${sheet.title}, ${sheet.about}`, creationDate: new Date(madeAt) },
    language: 'en-GB',
    displayTitle: true,
    defaultStyle: { font: 'Page', fontSize: 11, lineHeight: 1.2, color: '#1e2430' },
    styles: {
      title: { fontSize: 22, bold: true },
      about: { fontSize: 13, margin: [0, 2, 0, 10] },
      heading: { fontSize: 15, bold: true, margin: [0, 10, 0, 4] },
      item: { fontSize: 12, bold: true, margin: [0, 6, 0, 3] },
    },
    content: [
      said(sheet.title, { style: 'title' }),
      said(sheet.about, { style: 'about' }),
      ...sheet.blocks.map(printed),
    ],
    footer: (current, all) => ({
      columns: [
        said(sheet.foot),
        said(`Page ${current} of ${all}`, { alignment: 'right', width: 80 }),
      ],
      fontSize: 9,
      margin: [40, 15, 40, 0],
    }),
    pageBreakBefore: (node) =>
      node.headlineLevel === 1 && (node.startPosition.top ?? 0) > A4_HEIGHT - 50 - UNDER_HEADING,
  }
  return pdfMake.createPdf(page).getBuffer()
}
