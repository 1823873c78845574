import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** How many bytes go towards the relay before the line breaks. */
export type Breaks = () => number

/** A signal of some ten megabits a second: what is on its way is little. */
const AT_ONCE = 4096
/** The far end hears nothing when a signal breaks; much later it takes the line for dead. */
const SILENCE_MS = 1_000

/** A line to a relay on this machine that breaks again and again, and counts what it carries. */
export async function openLossyLine(port: number, breaks: Breaks) {
  let carried = 0
  let broken = 0
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    let left = breaks()
    const cut = () => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', cut)
      socket.on('close', () => open.delete(socket))
    }
    near.on('close', () => setTimeout(cut, SILENCE_MS))
    far.on('close', cut)
    far.on('data', (bytes: Buffer) => near.write(bytes))
    near.on('data', (bytes: Buffer) => {
      near.pause()
      void carry(bytes).then(() => near.resume())
    })
    const carry = async (bytes: Buffer) => {
      for (let at = 0; at < bytes.length && !near.destroyed; at += AT_ONCE) {
        const some = bytes.subarray(at, at + AT_ONCE)
        carried += some.length
        left -= some.length
        far.write(some)
        if (left <= 0) {
          broken += 1
          near.destroy()
        }
        await new Promise((resolve) => setTimeout(resolve, 1))
      }
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Bytes that went over the line towards the relay, headers and all. */
    carried: () => carried,
    broken: () => broken,
    async end() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
