import type { LetterSheet, SheetPart } from './sheet.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const safe = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

/** Ink on white paper; a sheet of A4 when it is printed. No script, no font and no picture from elsewhere. */
const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1e2430; font: 1.125rem/1.55 "Atkinson Hyperlegible Next", "Segoe UI", Arial, sans-serif; }
.page { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
header { border-bottom: 3px solid #8f3514; padding-bottom: 1rem; margin-bottom: 1.5rem; }
/* The trust's name follows in words, so that the picture is silent. */
.logo { display: block; max-width: 100%; height: auto; margin: 0 0 .75rem; }
.trust { margin: 0; font-weight: 700; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: .75rem 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 1.75rem 0 .5rem; break-after: avoid; }
p { margin: 0 0 .75rem; }
.about, .issued { margin: 0; }
.draft { display: inline-block; margin: 1rem 0 0; padding: .375rem .75rem; border: 2px solid #754b00; background: #fbeecb; color: #523400; font-weight: 700; }
ul { margin: 0 0 .75rem; padding-left: 1.5rem; }
li { margin-bottom: .5rem; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #857c6c; }
@page { size: A4; margin: 20mm 20mm 22mm; }
@media print {
  body { font-size: 11pt; line-height: 1.45; }
  .page { max-width: none; padding: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13pt; }
  p, li { orphans: 3; widows: 3; }
  li, footer { break-inside: avoid; }
}`

const paragraph = (line: string): string => `<p>${safe(line)}</p>`

function partHtml({ heading, block }: SheetPart, n: number): string {
  const body =
    block.kind === 'list'
      ? `<ul>\n${block.lines.map((line) => `<li>${safe(line)}</li>`).join('\n')}\n</ul>`
      : block.lines.map(paragraph).join('\n')
  return heading === ''
    ? body
    : `<section aria-labelledby="part-${n}">\n<h2 id="part-${n}">${safe(heading)}</h2>\n${body}\n</section>`
}

/** The letter as one page that any browser opens, with nothing beside it: to read, to keep, to print on A4. */
export function letterHtml(sheet: LetterSheet): string {
  const { trust, logo, title, about, draft, issued, parts, reply } = sheet
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="author" content="${safe(trust)}">
<title>${safe(`${draft === '' ? '' : 'Draft: '}${title}, ${about}`)}</title>
<style>${STYLE}
</style>
</head>
<body>
<div class="page">
<header>
${logo ? `<img class="logo" src="${safe(logo.picture)}" width="${logo.width}" height="${logo.height}" alt="">\n` : ''}<p class="trust">${safe(trust)}</p>
<h1>${safe(title)}</h1>
<p class="about">${safe(about)}</p>
${issued === '' ? '' : `<p class="issued">${safe(issued)}</p>`}
${draft === '' ? '' : `<p class="draft">${safe(draft)}</p>`}
</header>
<main>
${parts.map(partHtml).join('\n')}
${reply ? `<section aria-labelledby="reply">\n<h2 id="reply">${safe(reply.heading)}</h2>\n${reply.lines.map(paragraph).join('\n')}\n</section>` : ''}
</main>
<footer>
<p>This letter is for the school’s head and staff. Nothing else of the review is spoken of outside the review group.</p>
</footer>
</div>
</body>
</html>
`
}
