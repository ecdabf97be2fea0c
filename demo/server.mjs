/**
 * Starts the demo. `mode: 'local'` (default) serves it to an ordinary browser on a few ports of this machine;
 * `mode: 'hosts'` plays all hosts under their real names behind a proxy, for tests.
 * `library` is the folder with the built library; default: `dist/`.
 */
export async function startDemo({ port, mode = 'local', library } = {}) {
  if (mode === 'hosts') return (await import('./server/hostsMode.mjs')).startHostsMode({ port, library })
  if (mode === 'local') return (await import('./server/localMode.mjs')).startLocalMode({ port, library })
  throw new Error(`startDemo: unknown mode "${mode}"; use "local" or "hosts"`)
}
