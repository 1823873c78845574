import type { Content, ContentText, TableCell } from 'pdfmake/interfaces'
import {
  MARK_HEIGHT,
  MARK_WIDTH,
  type PaperBlock,
  type PaperImage,
  type PaperSignature,
  readMark,
} from '../../domain/paper.ts'
import { runsOf } from './fonts.ts'

/** Width of what is printed on A4 between the margins, points. */
const PRINTED = 515
const PICTURE = { width: 250, height: 220 } as const
const SIGNATURE_WIDTH = 150

type Style = Omit<ContentText, 'text'> & { width?: number }

export const said = (text: string, style: Style = {}): ContentText => ({
  text: runsOf(text),
  ...style,
})

const cell = (text: string, style: Style = {}): TableCell => said(text, style)

/** How much room things take: 1 and 1 as usual; less on a sheet that is to be one page. */
export interface Room {
  /** Of letters. */
  readonly type: number
  /** Of what is left between things. */
  readonly air: number
  /** Of a line, as a multiple of its letters. */
  readonly line: number
  /** Short facts stand beside each other, two in a row. */
  readonly pairs: boolean
}

const ruled = ({ air }: Room) => ({
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
  hLineColor: () => '#857c6c',
  paddingTop: () => 4 * air,
  paddingBottom: () => 4 * air,
  paddingLeft: () => 3,
  paddingRight: () => 6,
})

type Table = Extract<PaperBlock, { kind: 'table' }>

function table({ head, rows, shares }: Table, room: Room): Content {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const padding = 9 * shares.length
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: shares.map((share) => ((PRINTED - padding) * share) / all),
      body: [
        head.map((text) => cell(text, { bold: true })),
        ...rows.map((row) => row.map((text) => cell(text))),
      ],
    },
    layout: ruled(room),
    fontSize: 10 * room.type,
    margin: [0, 2 * room.air, 0, 8 * room.air],
  }
}

function facts({ rows }: Extract<PaperBlock, { kind: 'facts' }>, { air, pairs }: Room): Content {
  const cells = rows.map(([name, value]) => [cell(name, { bold: true }), cell(value)])
  const half = Math.ceil(cells.length / 2)
  const inPairs = cells
    .slice(0, half)
    .map((left, at) => [...left, ...(cells[half + at] ?? [cell(''), cell('')])])
  return {
    table: {
      widths: pairs ? [55, '*', 130, '*'] : [90, '*'],
      body: pairs ? inPairs : cells,
    },
    layout: 'noBorders',
    margin: [0, 0, 0, 6 * air],
    unbreakable: true,
  }
}

const START = { jpeg: [0xff, 0xd8, 0xff], png: [0x89, 0x50, 0x4e, 0x47] } as const

/** The picture as an address that holds it whole, or null if it is no picture that can be printed. */
function addressOf({ bytes }: PaperImage): string | null {
  const kind = (['jpeg', 'png'] as const).find((name) =>
    START[name].every((byte, index) => bytes[index] === byte),
  )
  if (kind === undefined) return null
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `data:image/${kind};base64,${btoa(binary)}`
}

function picture(image: PaperImage): Content {
  const address = addressOf(image)
  const caption = said(image.caption, { fontSize: 10, margin: [0, 2, 0, 8] })
  if (address === null) return { stack: [said('A photo that cannot be printed.'), caption] }
  return {
    stack: [{ image: address, fit: [PICTURE.width, PICTURE.height] }, caption],
    unbreakable: true,
  }
}

/** Two beside each other. */
function pictures({ images }: Extract<PaperBlock, { kind: 'images' }>): Content {
  const pairs = images.flatMap((image, index) =>
    index % 2 === 0 ? [{ first: image, second: images[index + 1] }] : [],
  )
  return pairs.map(({ first, second }) => ({
    columns: [picture(first), second === undefined ? said('') : picture(second)],
    columnGap: 15,
  }))
}

function signature({ name, role, when, mark }: PaperSignature): Content {
  const read = readMark(mark)
  const drawn =
    read?.kind === 'drawn'
      ? {
          svg: `<svg viewBox="0 0 ${MARK_WIDTH} ${MARK_HEIGHT}"><path d="${read.path}" fill="none" stroke="#1e2430" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
          width: SIGNATURE_WIDTH,
        }
      : said(read?.kind === 'typed' ? `Signed by typing: ${read.name}` : 'Not signed', {
          margin: [0, 18, 0, 14],
        })
  return {
    stack: [
      drawn,
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: 230, y2: 0, lineWidth: 0.5 }],
        margin: [0, 2, 0, 3],
      },
      said([name, role].filter((part) => part !== '').join(', '), { bold: true }),
      said(when, { margin: [0, 0, 0, 10] }),
    ],
    unbreakable: true,
  }
}

function signatures(block: Extract<PaperBlock, { kind: 'signatures' }>): Content {
  const pairs = block.signatures.flatMap((one, index) =>
    index % 2 === 0 ? [[one, block.signatures[index + 1]]] : [],
  )
  return pairs.map(([first, second]) => ({
    columns: [first, second].map((one) => (one === undefined ? said('') : signature(one))),
    columnGap: 15,
  }))
}

/** One block of a sheet as it is printed. */
export function printed(block: PaperBlock, room: Room): Content {
  switch (block.kind) {
    case 'heading':
      return said(block.text, { style: 'heading', headlineLevel: 1 })
    case 'item':
      return said(block.text, { style: 'item', headlineLevel: 1 })
    case 'paragraph':
      return said(block.text, { margin: [0, 0, 0, 6 * room.air] })
    case 'list':
      return { ul: block.lines.map((line) => said(line)), margin: [0, 0, 0, 6 * room.air] }
    case 'facts':
      return facts(block, room)
    case 'table':
      return table(block, room)
    case 'images':
      return pictures(block)
    case 'signatures':
      return signatures(block)
  }
}
