import 'fake-indexeddb/auto'
import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

const complaints: string[] = []

// Collected, not thrown on the spot: React and event handlers would swallow the throw.
console.error = (...args: unknown[]) => {
  complaints.push(format(...args))
}

function failOnComplaints(): void {
  if (complaints.length === 0) return
  const said = complaints.splice(0).join('\n\n')
  throw new Error(`console.error was called:\n${said}`)
}

// Vitest runs the last registered first: registered here, these also see what the clean-up said.
afterEach(failOnComplaints)
afterAll(failOnComplaints)

if (typeof document !== 'undefined') {
  // Testing Library does both of these itself only where test functions are globals.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)

  // jsdom lays nothing out, so it has none of the three, and Mantine asks for all of them.
  window.matchMedia ??= (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    })
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Object.assign(Element.prototype, { scrollIntoView: () => {} })
}
