import type { TemplateBody, TemplateVersion } from './template.ts'

const byAge = (a: TemplateVersion, b: TemplateVersion): number =>
  a.body.version - b.body.version || a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)

/** All versions of one checklist, the first one first. */
export const versionsOf = (all: readonly TemplateVersion[], key: string): TemplateVersion[] =>
  all.filter(({ body }) => body.key === key).sort(byAge)

/** The version in use of each checklist, by name. Two published at once while apart: the later one. */
export function inUse(all: readonly TemplateVersion[]): TemplateVersion[] {
  const latest = new Map([...all].sort(byAge).map((version) => [version.body.key, version]))
  return [...latest.values()].sort((a, b) => a.body.name.localeCompare(b.body.name, 'en-GB'))
}

/**
 * Checklists that a run can start from: the trust's own, then the ready-made ones that the trust has
 * not published under their key itself.
 */
export function checklistsToUse(
  all: readonly TemplateVersion[],
  readyMade: readonly TemplateBody[],
): TemplateBody[] {
  const own = inUse(all).map(({ body }) => body)
  return [...own, ...readyMade.filter(({ key }) => !own.some((body) => body.key === key))]
}

/** Number of the version that a publication becomes. */
export const nextVersion = (all: readonly TemplateVersion[], key: string, base: number): number =>
  Math.max(base, 0, ...versionsOf(all, key).map(({ body }) => body.version)) + 1

/** Versions that two people published under the same number while they were apart. */
export const publishedTwice = (versions: readonly TemplateVersion[]): number[] => [
  ...new Set(
    versions
      .map(({ body }) => body.version)
      .filter((version, at, numbers) => numbers.indexOf(version) !== at),
  ),
]
