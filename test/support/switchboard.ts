/**
 * The one proxy that a browser knows all its life, and behind it the web that is there for now: a browser outlives the webs of many test files.
 */

import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Web } from './web.ts'

export interface Switchboard {
  readonly port: number
  /** Puts the browser through to this web, or to none. What was going on is cut off. */
  connect(web: Web | undefined): void
  close(): void
}

export const startSwitchboard = async (): Promise<Switchboard> => {
  const sockets = new Set<Socket>()
  let target: Web | undefined
  const cutOff = () => {
    for (const socket of sockets) socket.destroy()
  }

  const server = createServer({ noDelay: true }, (socket) => {
    if (!target) {
      socket.destroy()
      return
    }
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    // The connection itself, not one more behind it: that would cost as much as the answers.
    target.take(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Where nothing else is left to do, it keeps no test worker from ending.
  server.unref()

  return {
    port: (server.address() as AddressInfo).port,
    connect(web) {
      target = web
      cutOff()
    },
    close() {
      target = undefined
      cutOff()
      server.close()
    },
  }
}
