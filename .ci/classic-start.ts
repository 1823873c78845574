import type { Plugin } from 'vite'

/** Where the start leaves what later screens import from it. */
const SHARED = 'corridorStart'
const HERE = '$$here'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}
interface Named extends Node {
  readonly name: string
}
interface ImportLine extends Node {
  readonly source: { readonly value: string }
  readonly specifiers: readonly { readonly imported: Named; readonly local: Named }[]
}
interface ExportLine extends Node {
  readonly declaration: unknown
  readonly specifiers: readonly { readonly local: Named; readonly exported: Named }[]
}

const isImport = (node: Node): node is ImportLine => node.type === 'ImportDeclaration'
const isExport = (node: Node): node is ExportLine => node.type === 'ExportNamedDeclaration'

/** Text with stretches of it put out of the way. */
function without(code: string, nodes: readonly Node[]): string {
  let left = code
  for (const { start, end } of [...nodes].sort((a, b) => b.start - a.start))
    left = left.slice(0, start) + left.slice(end)
  return left
}

/** One module as the body of a function that gives back what it exports. */
function asBody(code: string, body: readonly Node[], given: ReadonlyMap<string, string>) {
  const imports = body.filter(isImport)
  const exports = body.filter(isExport)
  const odd = body.find(({ type }) => /^(ExportDefault|ExportAll)/.test(type))
  if (odd || exports.some(({ declaration }) => declaration !== null && declaration !== undefined))
    throw new Error('The start exports in a way that a classic script cannot')
  const takes = imports.map(({ source, specifiers }) => {
    const from = given.get(source.value.replace('./', ''))
    if (from === undefined)
      throw new Error(`The start imports ${source.value}: it must be one script`)
    const names = specifiers.map(({ imported, local }) => `${imported.name}:${local.name}`)
    return `const {${names.join(',')}}=${from};`
  })
  const names = exports.flatMap(({ specifiers }) =>
    specifiers.map(({ local, exported }) => ({ local: local.name, exported: exported.name })),
  )
  return { text: takes.join('') + without(code, [...imports, ...exports]), names }
}

/**
 * Makes the start a classic script. Browsers keep the compiled code of classic scripts that a service
 * worker serves, and of modules they do not: at each start on a slow tablet they compiled all of it again.
 * Later screens are modules as before; what they import from the start they find where it left it.
 */
export function classicStart(): Plugin {
  return {
    name: 'corridor-classic-start',
    apply: 'build',
    generateBundle: {
      // After what the bundler writes into dynamic imports at the end.
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const page = bundle['index.html']
        const entry = chunks.find(({ isEntry }) => isEntry)
        if (!entry || page?.type !== 'asset') throw new Error('There is no start to make classic')
        const given = new Map<string, string>()
        const parts: string[] = []
        for (const name of entry.imports) {
          const chunk = chunks.find(({ fileName }) => fileName === name)
          if (!chunk || chunk.imports.length > 0) throw new Error(`${name} must stand alone`)
          const { text, names } = asBody(chunk.code, this.parse(chunk.code).body, new Map())
          const own = `$$part${given.size}`
          const gives = names.map(({ local, exported }) => `${exported}:${local}`)
          parts.push(`const ${own}=(()=>{${text}\nreturn {${gives.join(',')}}})();`)
          given.set(name.replace(/^assets\//, ''), own)
        }
        const { text, names } = asBody(entry.code, this.parse(entry.code).body, given)
        const gives = names.map(({ local, exported }) => `${exported}:${local}`)
        const classic = [
          `(function(){"use strict";const ${HERE}=document.currentScript.src;`,
          ...parts,
          text
            .replaceAll('import.meta.resolve', 'undefined')
            .replaceAll('import.meta.url', () => HERE),
          `\nglobalThis.${SHARED}={${gives.join(',')}}})();`,
        ].join('')
        const fileName = entry.fileName.replace('index-', 'start-')
        this.emitFile({ type: 'asset', fileName, source: classic })
        const takes = names.map(({ exported }, n) => `x${n}=s.${exported}`)
        const hands = names.map(({ exported }, n) => `x${n} as ${exported}`)
        entry.code = `const s=globalThis.${SHARED},${takes.join(',')};export{${hands.join(',')}};`
        if (classic.includes('__VITE_PRELOAD__')) throw new Error('The start is not finished yet')
        const html = String(page.source)
        const module = new RegExp(`<script type="module"[^>]*${entry.fileName}"></script>`)
        if (!module.test(html)) throw new Error('The page does not name the start')
        page.source = html
          .replace(module, `<script defer src="/${fileName}"></script>`)
          .replace(/\s*<link rel="modulepreload"[^>]*>/g, '')
      },
    },
  }
}
