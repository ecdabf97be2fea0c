/** The demo's sites: where their files are and under which hosts they are known in hosts mode. */
import { fileURLToPath } from 'node:url'

const folder = (name) => fileURLToPath(new URL(`./${name}/`, import.meta.url))

export const sites = [
  { id: 'hosting', title: 'Nevelveld', folder: folder('hosting'), hosts: ['hosting.example', 'nevelveld.example'], portOffset: 10 },
  { id: 'software', title: 'Taakwerf', folder: folder('software'), hosts: ['software.example', 'taakwerf.example'], portOffset: 20 },
]

/** The site that answers on a host: its own host or any host below it. */
export function siteOf(host) {
  return sites.find((site) => site.hosts.some((own) => host === own || host.endsWith(`.${own}`)))
}
