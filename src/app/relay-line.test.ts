import { describe, expect, it } from 'vitest'
import { encodeRelayMessage } from '../domain/wire/frames.ts'
import type { LineEvents } from '../sync/transport.ts'
import { onlyFor } from './relay-line.ts'

function lineFor(person: string) {
  const heard: string[] = []
  let events: LineEvents | null = null
  let closed = false
  onlyFor(person, {
    open(given) {
      events = given
      return { send: () => undefined, close: () => (closed = true) }
    },
  }).open({
    opened: () => heard.push('opened'),
    frame: () => heard.push('frame'),
    ended: (why) => heard.push(why),
  })
  const greet = (who: string) =>
    events?.frame(
      encodeRelayMessage({
        type: 'welcome',
        protocol: 1,
        epoch: 'e',
        person: who,
        now: 0,
        journalHigh: 0,
      }),
    )
  return { heard, greet, isClosed: () => closed }
}

describe('a line for one person', () => {
  it('passes the greeting of its own person on', () => {
    const line = lineFor('p04')
    line.greet('p04')
    expect(line.heard).toEqual(['frame'])
  })
  it('ends before anything is sent when the relay greets somebody else', () => {
    const line = lineFor('p04')
    line.greet('p05')
    expect(line.heard).toEqual(['unauthorised'])
    expect(line.isClosed()).toBe(true)
  })
})
