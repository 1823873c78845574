import type * as Y from 'yjs'

const splitsPair = (text: string, at: number) =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at - 1))

/**
 * Turns a text into the wanted one by the smallest single change, so that what two
 * people type at the same time in different places is kept.
 */
export function changeText(text: Y.Text, wanted: string) {
  const now = text.toString()
  if (now === wanted) return
  const shorter = Math.min(now.length, wanted.length)
  let start = 0
  while (start < shorter && now[start] === wanted[start]) start++
  if (splitsPair(now, start) || splitsPair(wanted, start)) start--
  let end = 0
  while (end < shorter - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end])
    end++
  if (splitsPair(now, now.length - end) || splitsPair(wanted, wanted.length - end)) end--
  const removed = now.length - start - Math.max(0, end)
  const added = wanted.slice(start, wanted.length - Math.max(0, end))
  if (removed > 0) text.delete(start, removed)
  if (added !== '') text.insert(start, added)
}
