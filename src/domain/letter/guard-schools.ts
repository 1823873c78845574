const KIND =
  /\s+(?:church of england|c ?of ?e|ce|rc|roman catholic|catholic|community|voluntary|aided|controlled|primary|infants?|juniors?|first|middle|nursery|secondary|high|school|academy|college|federation|and|of)$/i
/** Schools are called after what is found everywhere; in lower case these words name no school. */
const ORDINARY = new Set(
  'abbey ash beech birch bridge brook castle church corner elm field fields forest garden gardens green grove hall hazel heath highfield hill hillside holly lake lakeside lodge manor market meadow meadows mill moor oak oaks orchard park parkside pines pond priory ridge river riverside rose spring station valley view village walk water willow willows wood woodland woodlands woods'.split(
    ' ',
  ),
)

const words = (name: string) => name.replace(/\s+/g, ' ').trim()

/** The part of a school's name that is its own: "Nettle Copse" of "Nettle Copse Primary School". */
function ownName(school: string): string {
  let name = words(school).replace(/^the\s+/i, '')
  while (KIND.test(name)) name = name.replace(KIND, '')
  return name
}

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** A name as people type it: any spaces or hyphens between words, any apostrophe or none, "St" or "St.". */
const patternOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map((word) =>
      literally(word.replace(/\.$/, ''))
        .replaceAll(/['’]/g, "['’]?")
        .replace(/^(st|ss)$/i, String.raw`$1\.?`),
    )
    .join(String.raw`[\s-]+`)

const finder = (names: readonly string[]): RegExp | null => {
  const patterns = [...new Set(names.map(words))]
    .filter((name) => name !== '')
    // The longer name first, so that the whole of it is found.
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
  return patterns.length === 0
    ? null
    : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`, 'giu')
}

function namesOf(school: string): string[] {
  const own = ownName(school)
  // "The School" is nobody's own name.
  return KIND.test(` ${own}`) ? [] : [school, own]
}

const isOrdinary = (found: string) => ORDINARY.has(found) && found === found.toLowerCase()

/**
 * Names of other schools in a text, in any case, with or without the kind of school after them.
 * @param host this school's own name: what is part of it names no other
 */
export function schoolsIn(text: string, schools: readonly string[], host = ''): string[] {
  const others = schools.filter((name) => words(name).toLowerCase() !== words(host).toLowerCase())
  const find = finder(others.flatMap(namesOf))
  if (!find) return []
  const ours = finder(host === '' ? [] : namesOf(host))
  const read = ours ? text.replaceAll(ours, (found) => '\u0000'.repeat(found.length)) : text
  return [...read.matchAll(find)].map(([found]) => found).filter((found) => !isOrdinary(found))
}
