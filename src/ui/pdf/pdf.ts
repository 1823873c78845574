import pdfMake from 'pdfmake/build/pdfmake.js'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { PaperSheet } from '../../domain/paper.ts'
import { printed, type Room, said } from './blocks.ts'
import { fontFiles, fonts } from './fonts.ts'

pdfMake.addVirtualFileSystem(fontFiles)
pdfMake.setFonts(fonts)
// Everything that is printed is on the device: no address is ever fetched.
pdfMake.setUrlAccessPolicy(() => false)

/** Room for this many points must be left under a heading, or it goes to the next page. */
const UNDER_HEADING = 110
const A4_HEIGHT = 842

const USUAL: Room = { type: 1, air: 1, line: 1.2, pairs: false }
/** A sheet that is to be one page is printed smaller and smaller; below the last nobody reads it on a wall. */
const FOR_ONE_PAGE = [1, 0.95, 0.9, 0.85, 0.8, 0.75].map((type): Room => ({
  type,
  air: type / 2,
  line: 1.1,
  pairs: true,
}))

/**
 * The sheet as the bytes of a PDF, A4, made here without a network. Large: load this file when it is wanted.
 * @param madeAt milliseconds since 1970
 */
export async function pdfOf(sheet: PaperSheet, madeAt: number): Promise<Uint8Array> {
  for (const room of sheet.onePage === true ? FOR_ONE_PAGE : []) {
    const { bytes, pages } = await draw(sheet, madeAt, room)
    if (pages === 1) return bytes
  }
  return (await draw(sheet, madeAt, USUAL)).bytes
}

async function draw(sheet: PaperSheet, madeAt: number, room: Room) {
  const { type, air, line } = room
  let pages = 0
  const page: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [40, 40 * air, 40, 50],
    info: { title: `${sheet.title}, ${sheet.about}`, creationDate: new Date(madeAt) },
    language: 'en-GB',
    displayTitle: true,
    defaultStyle: { font: 'Page', fontSize: 11 * type, lineHeight: line, color: '#1e2430' },
    styles: {
      title: { fontSize: 22 * type, bold: true },
      about: { fontSize: 13 * type, margin: [0, 2, 0, 10 * air] },
      heading: { fontSize: 15 * type, bold: true, margin: [0, 10 * air, 0, 4 * air] },
      item: { fontSize: 12 * type, bold: true, margin: [0, 6 * air, 0, 3 * air] },
    },
    content: [
      said(sheet.title, { style: 'title' }),
      said(sheet.about, { style: 'about' }),
      ...sheet.blocks.map((block) => printed(block, room)),
    ],
    footer: (current, all) => {
      pages = all
      return {
        columns: [
          said(sheet.foot),
          said(`Page ${current} of ${all}`, { alignment: 'right', width: 80 }),
        ],
        fontSize: 9,
        margin: [40, 15, 40, 0],
      }
    },
    pageBreakBefore: (node) =>
      node.headlineLevel === 1 &&
      (node.startPosition.top ?? 0) > A4_HEIGHT - 50 - UNDER_HEADING * type,
  }
  return { bytes: await pdfMake.createPdf(page).getBuffer(), pages }
}
