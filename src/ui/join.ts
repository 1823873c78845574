/** Class names joined, leaving out what is absent. */
export function join(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
