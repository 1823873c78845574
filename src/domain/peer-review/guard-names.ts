import type { Flag } from './guard-text.ts'

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'rev', 'reverend'])

const plain = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$|'$/, '')
const startsLarge = (word: string) => /^\p{Lu}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word)

interface Listed {
  readonly surnames: ReadonlySet<string>
  /** First names by surname. */
  readonly firsts: ReadonlyMap<string, ReadonlySet<string>>
}

function listOf(names: readonly string[]): Listed {
  const firsts = new Map<string, Set<string>>()
  for (const name of names) {
    const parts = name.trim().split(/\s+/).map(plain)
    const surname = parts.length > 1 ? parts[parts.length - 1] : undefined
    const first = parts[0]
    if (!surname || !first) continue
    firsts.set(surname, (firsts.get(surname) ?? new Set()).add(first))
  }
  return { surnames: new Set(firsts.keys()), firsts }
}

/**
 * People of the list in a text: the full name, a title with the surname, or the surname with a
 * capital. Only those listed: "Mr Gum" may be a book. In lower case a surname is an ordinary word.
 */
export function namesIn(text: string, names: readonly string[]): Flag[] {
  const { surnames, firsts } = listOf(names)
  if (surnames.size === 0) return []
  const flags: Flag[] = []
  let before: RegExpExecArray | null = null
  for (const match of text.matchAll(WORD)) {
    const surname = plain(match[0])
    if (surnames.has(surname)) {
      const lead = leadOf(before, match.index, text)
      const full = lead !== null && (firsts.get(surname)?.has(plain(lead[0])) ?? false)
      const titled = lead !== null && isTitle(lead[0], match[0])
      if (full || titled || startsLarge(match[0])) {
        const start = full || titled ? lead.index : match.index
        const end = match.index + match[0].replace(/['’]s$|['’]$/, '').length
        flags.push({ kind: 'name', start, end, words: text.slice(start, end) })
      }
    }
    before = match
  }
  return flags
}

/** The word right before, with nothing but a space or a title's full stop between. */
function leadOf(before: RegExpExecArray | null, index: number, text: string) {
  if (!before) return null
  const between = text.slice(before.index + before[0].length, index)
  return /^\.?[ \u00a0]$/.test(between) ? before : null
}

/** "Miss" begins a name only before a capital: pupils also miss things. */
const isTitle = (word: string, surname: string) =>
  TITLES.has(plain(word)) && (plain(word) !== 'miss' || startsLarge(word) || startsLarge(surname))
