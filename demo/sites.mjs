/** The demo's sites: where their files are and under which hosts they are known in hosts mode. */
import { fileURLToPath } from 'node:url'

const folder = (name) => fileURLToPath(new URL(`./${name}/`, import.meta.url))

/** `steps` is what the page beside the site suggests to try; `fallback` is what answers for addresses that only an app in the browser knows.
 *  Sites of one `network` share the files of `shared`, and a `register` in which they tell each other of changes. */
export const sites = [
  {
    id: 'hosting',
    title: 'Nevelveld',
    folder: folder('hosting'),
    hosts: ['hosting.example', 'nevelveld.example'],
    portOffset: 10,
    steps: [
      'Kies nog niets en klik rond. De teller blijft op 0.',
      'Kies “Alles accepteren”, of zet alleen statistieken aan. Alleen wat je kiest, wordt gevraagd.',
      'Trek je keuze weer in via “Cookie-instellingen” onderaan. Daarna wordt er niets meer gevraagd.',
    ],
  },
  {
    id: 'software',
    title: 'Taakwerf',
    folder: folder('software'),
    hosts: ['software.example', 'taakwerf.example'],
    portOffset: 20,
    steps: [
      'Klik rond. Er komt geen melding, want deze site vraagt niets waarvoor toestemming nodig is.',
      'De eigen meting zonder cookies loopt. Je ziet haar hier als eigen dienst.',
      'Zet de meting uit via “Cookie-instellingen” onderaan. Daarna stopt zij.',
    ],
  },
  {
    id: 'streaming',
    title: 'Avondlicht',
    folder: folder('streaming'),
    fallback: '/index.html',
    hosts: ['streaming.example', 'avondlicht.example'],
    portOffset: 30,
    steps: [
      'Kies nog niets en klik rond, ook naar een film en de winkelwagen. De pagina laadt niet opnieuw en de teller blijft op 0.',
      'Bekijk de trailer van een film: alleen deze keer, of altijd. Alleen YouTube komt erbij.',
      'Accepteer alles en klik rond. Trek daarna alles in bij “Je keuzes” onderaan. Er komt niets meer bij.',
    ],
  },
  {
    id: 'blog',
    title: 'Kantoorkade',
    folder: folder('blog'),
    hosts: ['blog.example', 'kantoorkade.example'],
    portOffset: 40,
    steps: [
      'Kies nog niets en open een artikel. Elk bericht en elke video zegt van wie het is. De teller blijft op 0.',
      'Laad één video, alleen deze keer. Alleen die komt erbij. Druk bij een ander bericht op “Altijd laden”.',
      'Laat een reactie achter, met en zonder het vinkje. Alleen met het vinkje wordt uw naam onthouden.',
    ],
  },
  {
    id: 'network',
    title: 'Vlotgemaakt',
    folder: folder('network/assistent'),
    shared: folder('network/gedeeld'),
    network: 'vlotgemaakt',
    register: '/keuze',
    hosts: ['vlotgemaakt.example'],
    portOffset: 50,
    steps: [
      'Open de tip en kies nog niets. Druk op een knop van LinkedIn, Facebook of X: alleen dat netwerk komt erbij.',
      'Accepteer alles, ook nu laden die knoppen niet vanzelf. Ga onderaan naar Planblok: daar geldt je keuze al.',
      'Trek haar in bij Planblok en kom terug. Ook hier wordt niets meer gevraagd.',
    ],
  },
  {
    id: 'planblok',
    title: 'Planblok',
    folder: folder('network/winkel'),
    shared: folder('network/gedeeld'),
    network: 'vlotgemaakt',
    register: '/keuze',
    hosts: ['planblok.example'],
    portOffset: 60,
    steps: [
      'Leg een weekblok in je mandje. Daarvoor is geen keuze nodig.',
      'Weiger alles en ga onderaan naar Vlotgemaakt. Daar wordt niets meer gevraagd.',
      'Accepteer alsnog en ga nog eens. De advertentie kent de planners die je bekeek.',
    ],
  },
]

/** The site that answers on a host: its own host or any host below it. */
export function siteOf(host) {
  return sites.find((site) => site.hosts.some((own) => host === own || host.endsWith(`.${own}`)))
}
