/**
 * The one proxy that a browser knows all its life, and behind it the web that is there for now: a browser outlives the webs of many test files.
 */

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Switchboard {
  readonly port: number
  /** Puts the browser through to the proxy at this port, or to none. What was going on is cut off. */
  connect(port: number | undefined): void
  close(): void
}

export const startSwitchboard = async (): Promise<Switchboard> => {
  const sockets = new Set<Socket>()
  let target: number | undefined
  const cutOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.on('error', () => other.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.pipe(other)
  }

  const server = createServer({ noDelay: true }, (browser) => {
    if (target === undefined) {
      browser.destroy()
      return
    }
    const web = connect({ port: target, host: '127.0.0.1', noDelay: true })
    keep(browser, web)
    keep(web, browser)
    // Who has left waits for no answer.
    browser.on('close', () => web.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Where nothing else is left to do, it keeps no test worker from ending.
  server.unref()

  return {
    port: (server.address() as AddressInfo).port,
    connect(port) {
      target = port
      cutOff()
    },
    close() {
      target = undefined
      cutOff()
      server.close()
    },
  }
}
