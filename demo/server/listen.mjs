import { createServer } from 'node:http'

/** Listens on both loopback addresses where the machine has both: browsers take either for `localhost`. */
async function listenOn(port, handler) {
  const servers = []
  for (const address of ['127.0.0.1', '::1']) {
    const server = createServer(handler)
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, address, resolve)
      })
      servers.push(server)
    } catch (error) {
      const isAbsent = address === '::1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
      if (isAbsent) continue
      for (const opened of servers) opened.close()
      throw error
    }
  }
  return servers
}

/** Listens on the first free port from `port` on. @returns `{ port, close }` */
export async function listen(port, handler) {
  for (let attempt = port; attempt < port + 200; attempt++) {
    try {
      const servers = await listenOn(attempt, handler)
      return {
        port: attempt,
        close() {
          for (const server of servers) {
            server.close()
            server.closeAllConnections()
          }
        },
      }
    } catch (error) {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    }
  }
  throw new Error(`No free port between ${port} and ${port + 199}. Stop what runs there, or choose another with --port.`)
}
