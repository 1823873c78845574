import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * What the line does. cut: the network says no at once. silent: everything is swallowed, in both
 * directions, and nothing says so. one-way: what the tablet sends arrives, no answer comes back.
 */
export type Line = 'open' | 'cut' | 'silent' | 'one-way'

/**
 * The air between one tablet and the relay: a loopback line that a test can cut, silence, halve
 * or slow down. Its address stays, wherever the relay is started again.
 */
export class Air {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  readonly #portOfRelay: () => number
  #line: Line = 'open'
  #delay = 0

  private constructor(portOfRelay: () => number) {
    this.#portOfRelay = portOfRelay
    this.#server = createServer((tablet) => this.#join(tablet))
  }

  static async open(portOfRelay: () => number): Promise<Air> {
    const air = new Air(portOfRelay)
    await new Promise<void>((resolve) => air.#server.listen(0, '127.0.0.1', resolve))
    return air
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** Changes the line; a cut ends what is open, anything else leaves it as it is. */
  set(line: Line, delay = 0): void {
    this.#line = line
    this.#delay = delay
    if (line === 'cut') for (const socket of this.#sockets) socket.destroy()
  }

  #join(tablet: Socket) {
    if (this.#line === 'cut') return void tablet.destroy()
    const relay = connect(this.#portOfRelay(), '127.0.0.1')
    for (const [from, to, answer] of [
      [tablet, relay, false],
      [relay, tablet, true],
    ] as const) {
      this.#sockets.add(from)
      from.setNoDelay(true)
      from.on('data', (bytes) => this.#carry(bytes, to, answer))
      from.on('error', () => undefined)
      from.on('end', () => to.end())
      from.on('close', () => {
        this.#sockets.delete(from)
        to.destroy()
      })
    }
  }

  #carry(bytes: Buffer, to: Socket, answer: boolean) {
    if (this.#line === 'silent' || (this.#line === 'one-way' && answer)) return
    const give = () => {
      if (!to.destroyed) to.write(bytes)
    }
    if (this.#delay === 0) give()
    else setTimeout(give, this.#delay)
  }

  async end(): Promise<void> {
    this.set('cut')
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
