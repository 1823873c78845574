import type { SubjectReport } from './search.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const text = (words: string) => words.replaceAll(/[&<>"']/g, (one) => ESCAPES[one] ?? '')

const ukDate = (at: number) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(at)

const sayKind = (kind: string) =>
  kind === 'withheld' ? 'withheld: the school’s DSL decides' : kind === 'entry' ? '' : kind

/** The report as one page for a person to read and check before it leaves the trust. */
export function subjectPage({ name, madeAt, searched, found, wrote }: SubjectReport): string {
  const rows = found.map(
    ({ place, at, kind, type, excerpt }) =>
      `<tr><td>${text(place)}</td><td>${text(at)}</td><td>${text([type, sayKind(kind)].filter(Boolean).join(', '))}</td><td>${text(excerpt)}</td></tr>`,
  )
  const counts = Object.entries(searched).map(([what, n]) => `<li>${text(what)}: ${n}</li>`)
  const own = wrote.map(({ doc, changes }) => `<li>${text(doc)}: ${changes}</li>`)
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>What is kept of ${text(name)}</title></head>
<body>
<h1>What is kept of ${text(name)}</h1>
<p>Made on ${text(ukDate(madeAt))}. Found in ${found.length} places.</p>
<p>Other people of the trust’s list are covered. Names of pupils and visitors are in no list: read
every line, and cover them by hand, before this leaves the trust.</p>
<h2>What was searched</h2><ul>${counts.join('')}</ul>
<h2>What was found</h2>
<table><thead><tr><th scope="col">Where</th><th scope="col">In</th><th scope="col">Kind</th><th scope="col">Words</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<h2>What they wrote themselves</h2><ul>${own.join('') || '<li>Nothing</li>'}</ul>
</body></html>
`
}
