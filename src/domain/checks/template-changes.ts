import type { Prompt, TemplateBody } from './template.ts'

interface Place {
  readonly prompt: Prompt
  readonly section: string
  readonly at: number
}

const placesOf = ({ sections }: TemplateBody): Map<string, Place> =>
  new Map(
    sections.flatMap(({ id, prompts }) =>
      prompts.map((prompt, at) => [prompt.id, { prompt, section: id, at }] as const),
    ),
  )

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Order among those that both versions have: what was put in or taken out moves nobody. */
const rank = (places: ReadonlyMap<string, Place>, other: ReadonlyMap<string, Place>) =>
  [...places.keys()].filter((id) => other.get(id)?.section === places.get(id)?.section)

function promptChanges(old: Prompt, now: Prompt): string[] {
  const named = `“${now.text}”`
  return [
    ...(old.text === now.text ? [] : [`New words: “${old.text}” is now ${named}`]),
    ...(old.kind === now.kind && same(old.options, now.options)
      ? []
      : [`Answers changed: ${named}`]),
    ...(old.help === now.help && old.example === now.example ? [] : [`Help changed: ${named}`]),
    ...(old.weight === now.weight
      ? []
      : [`Counts ${now.weight} instead of ${old.weight}: ${named}`]),
    ...(same(old.demands, now.demands) ? [] : [`What an answer asks for changed: ${named}`]),
    ...(same(old.after, now.after) ? [] : [`When it is asked changed: ${named}`]),
    ...(old.look === now.look && old.frequency === now.frequency
      ? []
      : [`How or how often changed: ${named}`]),
  ]
}

/** Which prompts of the same section come in another order. */
function movedIn(old: ReadonlyMap<string, Place>, now: ReadonlyMap<string, Place>): string[] {
  const was = rank(old, now)
  const is = rank(now, old)
  return is.filter((id, at) => was[at] !== id)
}

function headChanges(old: TemplateBody, now: TemplateBody): string[] {
  const titles = new Map(old.sections.map(({ id, title }) => [id, title]))
  const kept = new Set(now.sections.map(({ id }) => id))
  return [
    ...(old.name === now.name ? [] : [`New name: ${now.name}`]),
    ...(old.about === now.about ? [] : ['The words about the checklist changed']),
    ...(old.job === now.job ? [] : ['What it is for changed']),
    ...(old.noPhotos === now.noPhotos
      ? []
      : [now.noPhotos ? 'No photos from now on' : 'Photos from now on']),
    ...now.sections.flatMap(({ id, title }) => {
      const before = titles.get(id)
      if (before === undefined) return [`New section: ${title}`]
      return before === title ? [] : [`Section “${before}” is now “${title}”`]
    }),
    ...old.sections.flatMap(({ id, title }) =>
      kept.has(id) ? [] : [`Section taken out: ${title}`],
    ),
    ...(same(
      old.sections.map(({ id }) => id).filter((id) => kept.has(id)),
      now.sections.map(({ id }) => id).filter((id) => titles.has(id)),
    )
      ? []
      : ['The sections come in another order']),
  ]
}

/** What is different in a newer version, one sentence each, for the person who publishes it. */
export function templateChanges(old: TemplateBody, now: TemplateBody): string[] {
  const before = placesOf(old)
  const after = placesOf(now)
  const title = new Map(now.sections.map((section) => [section.id, section.title]))
  const moved = movedIn(before, after)
  return [
    ...headChanges(old, now),
    ...[...after].flatMap(([id, { prompt, section }]) => {
      const was = before.get(id)
      if (!was) return [`Added: “${prompt.text}”`]
      return [
        ...promptChanges(was.prompt, prompt),
        ...(was.section === section
          ? []
          : [`Moved to ${title.get(section) ?? 'another section'}: “${prompt.text}”`]),
      ]
    }),
    ...[...before].flatMap(([id, { prompt }]) =>
      after.has(id) ? [] : [`Taken out: “${prompt.text}”`],
    ),
    ...(moved.length === 0 ? [] : ['Some prompts come in another order']),
  ]
}
