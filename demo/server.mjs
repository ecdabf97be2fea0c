/**
 * Starts the demo. `mode: 'local'` (default) serves it to an ordinary browser on a few ports of this machine;
 * `mode: 'hosts'` plays all hosts under their real names behind a proxy, for tests.
 */
export async function startDemo({ port, mode = 'local' } = {}) {
  if (mode === 'hosts') return (await import('./server/hostsMode.mjs')).startHostsMode({ port })
  if (mode === 'local') return (await import('./server/localMode.mjs')).startLocalMode({ port })
  throw new Error(`startDemo: unknown mode "${mode}"; use "local" or "hosts"`)
}
