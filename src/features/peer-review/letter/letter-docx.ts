import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { LetterSheet, SheetPart } from '../../../domain/letter/sheet.ts'
import { pictureBytes, type SmallPicture } from '../../../domain/small-picture.ts'

const BULLETS = 'bullets'
const FONT = 'Arial'
// Word counts pages in twentieths of a point, type in half points.
const A4 = { width: 11_906, height: 16_838 }
const MARGIN = { top: 1134, right: 1134, bottom: 1247, left: 1134 }
const INK = '1E2430'

const paragraph = (text: string) => new Paragraph({ text, spacing: { after: 160 } })
const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text, heading: level, keepNext: true })
const strong = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], spacing: { after: 160 } })

const partOf = ({ heading: title, block }: SheetPart): Paragraph[] => [
  ...(title === '' ? [] : [heading(title, HeadingLevel.HEADING_2)]),
  ...block.lines.map((text) =>
    block.kind === 'list'
      ? new Paragraph({ text, numbering: { reference: BULLETS, level: 0 }, spacing: { after: 80 } })
      : paragraph(text),
  ),
]

const pictureOf = (logo: SmallPicture, trust: string) =>
  new Paragraph({
    // A line as high as the picture: the page's own line height would cut it off.
    spacing: { after: 200, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: logo.kind === 'png' ? 'png' : 'jpg',
        data: pictureBytes(logo),
        transformation: { width: logo.width, height: logo.height },
        altText: { name: 'Logo', title: 'Logo', description: `Logo of ${trust}` },
      }),
    ],
  })

const bodyOf = ({
  trust,
  logo,
  title,
  about,
  issued,
  draft,
  parts,
  reply,
}: LetterSheet): Paragraph[] => [
  ...(logo ? [pictureOf(logo, trust)] : []),
  heading(title, HeadingLevel.HEADING_1),
  strong(about),
  ...(issued === '' ? [] : [paragraph(issued)]),
  ...(draft === '' ? [] : [strong(draft)]),
  ...parts.flatMap(partOf),
  ...(reply ? [heading(reply.heading, HeadingLevel.HEADING_2), ...reply.lines.map(paragraph)] : []),
]

const styles = {
  default: {
    document: {
      run: { font: FONT, size: 22, color: INK, language: { value: 'en-GB' } },
      paragraph: { spacing: { line: 300 } },
    },
    heading1: {
      run: { font: FONT, size: 36, bold: true, color: INK },
      paragraph: { spacing: { before: 120, after: 120 } },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: INK },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
  },
}

const numbering = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 567, hanging: 283 } } },
        },
      ],
    },
  ],
}

function documentOf(sheet: LetterSheet): Document {
  const { trust, title, about, draft } = sheet
  const top = [trust, draft === '' ? '' : 'DRAFT'].filter((part) => part !== '').join('  ·  ')
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
  return new Document({
    title: `${draft === '' ? '' : 'Draft: '}${title}, ${about}`,
    subject: about,
    creator: trust,
    lastModifiedBy: trust,
    description: draft === '' ? 'Letter of a peer review' : draft,
    styles,
    numbering,
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        headers: { default: new Header({ children: [strong(top)] }) },
        footers: { default: new Footer({ children: [page] }) },
        children: bodyOf(sheet),
      },
    ],
  })
}

/** The letter as a Word document. */
export const letterDocx = (sheet: LetterSheet): Promise<ArrayBuffer> =>
  Packer.toArrayBuffer(documentOf(sheet))
