/** A note as the school keeps it. */
export interface PackNote {
  /** Null where names are left out. */
  readonly by: string | null
  readonly when: string
  readonly place: string
  readonly text: string
}

export interface PackQuestion {
  readonly n: number
  readonly text: string
  readonly answer: string
  readonly strengths: readonly string[]
  readonly explore: readonly string[]
  /** Empty where the school chose answers only. */
  readonly notes: readonly PackNote[]
}

export interface SchoolPack {
  readonly school: string
  /** As it is written: 24/11/2026. */
  readonly date: string
  readonly focus: string
  readonly madeOn: string
  readonly questions: readonly PackQuestion[]
  /** Notes that are filed under no question. */
  readonly unfiled: readonly PackNote[]
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (raw: string): string => raw.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? '')

const STYLE = `body{margin:0 auto;max-width:44rem;padding:2rem 1rem;font:1.125rem/1.5 system-ui,sans-serif;color:#1e2430;background:#fffdf8}
h1{font-size:2rem;line-height:1.2}h2{margin-top:2.5rem;font-size:1.4rem;line-height:1.3}h3{font-size:1.15rem}
p,li{white-space:pre-line;overflow-wrap:anywhere}.soft{color:#4b4f58}article{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #857c6c}
@media print{body{background:#fff;padding:0}}`

const list = (title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<h3>${title}</h3><ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`

const oneNote = ({ by, when, place, text: words }: PackNote): string => {
  const head = [when, place, by]
    .filter((part) => part !== null && part !== '')
    .map((part) => text(part ?? ''))
  return `<article><p class="soft">${head.join(', ')}</p><p>${text(words)}</p></article>`
}

const notesOf = (notes: readonly PackNote[]): string =>
  notes.length === 0 ? '' : `<h3>Notes</h3>${notes.map(oneNote).join('')}`

const section = (q: PackQuestion): string => `<section aria-labelledby="q${q.n}">
<h2 id="q${q.n}">Question ${q.n}: ${text(q.text)}</h2>
<p>${q.answer.trim() === '' ? '<span class="soft">No answer was written.</span>' : text(q.answer)}</p>
${list('Strengths', q.strengths)}${list('Areas to explore', q.explore)}${notesOf(q.notes)}
</section>`

/**
 * What a review leaves with the school, as one page that opens in any browser: no account, no script, and
 * nothing in it asks for anything from anywhere.
 */
export function packHtml(pack: SchoolPack): string {
  const title = `Peer review at ${pack.school}, ${pack.date}`
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="soft">Left with the school on ${text(pack.madeOn)}. Other than the agreed letter, what is in here is not spoken of outside the review group.</p>
<h2>Focus</h2>
<p>${text(pack.focus)}</p>
${pack.questions.map(section).join('\n')}
${pack.unfiled.length === 0 ? '' : `<section aria-labelledby="unfiled"><h2 id="unfiled">Not filed under a question</h2>${pack.unfiled.map(oneNote).join('')}</section>`}
</main>
</body>
</html>
`
}
