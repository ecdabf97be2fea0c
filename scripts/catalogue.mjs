/** `npm run catalogue`: writes what follows from the files in `src/catalogue/`: the list of ids, the loaders, the constants and the table in `docs/`. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const camelCase = (id) => id.replace(/-([a-z\d])/g, (_all, letter) => letter.toUpperCase())
const note = 'Written by `npm run catalogue` from the files beside it.'

/** Each file that follows from the catalogue, as text by path. */
export function generate() {
  const folder = join(root, 'src/catalogue')
  const services = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  return {
    'src/catalogue/ids.ts': ids(services),
    'src/catalogue/loaders.ts': loaders(services),
    'src/catalogue/index.ts': constants(services),
    'docs/catalogue.md': table(services),
  }
}

const ids = (services) => `/** Every id in the catalogue, in alphabetical order. ${note} */
export const catalogueIds = [
${services.map(({ id }) => `  '${id}',`).join('\n')}
] as const
`

const loaders = (services) => `/** The catalogue by id, each service in a file of its own that is fetched only when it is named. ${note} */

import type { Service } from '../model/types.ts'
import type { catalogueIds } from './ids.ts'

type Loaded = Promise<{ readonly default: unknown }>

const files: Readonly<Record<(typeof catalogueIds)[number], () => Loaded>> = {
${services.map(({ id }) => `  ${id.includes('-') ? `'${id}'` : id}: () => import('./${id}.json'),`).join('\n')}
}

/** One service of the catalogue, by an id that is in it. */
export async function loadService(id: (typeof catalogueIds)[number]): Promise<Service> {
  return (await files[id]()).default as Service
}
`

const constants = (
  services,
) => `/** The catalogue for developers: one constant per service, so that a bundler keeps only what is used. ${note} */

import type { Service } from '../model/types.ts'
${services.map(({ id }) => `import ${camelCase(id)}Data from './${id}.json'`).join('\n')}

${services.map(({ id }) => `export const ${camelCase(id)} = ${camelCase(id)}Data as Service`).join('\n')}
`

const titles = {
  functional: 'Functioneel / functional',
  analytics: 'Statistieken / statistics',
  tracking: 'Tracking en advertenties / tracking and advertising',
  social: 'Sociale media, video en andere inhoud / social media, video and other content',
  recaptcha: 'Spamcontrole / spam check',
}
const roles = { processor: 'processor', controller: 'controller', joint: 'joint controller' }
const cell = (text) => text.replaceAll('|', '\\|')
const marks = { documentation: '', observation: '', 'open-cookie-database': ' °', unconfirmed: ' ?' }

const table = (services) => {
  const items = services.flatMap(({ cookies = [] }) => cookies)
  const count = (source) => items.filter((item) => item.source === source).length
  const lines = [
    '# Catalogue',
    '',
    'Written by `npm run catalogue` from the files in `src/catalogue/`; change those.',
    '',
    `${services.length} services, ${items.length} cookies and storage keys. After a name: nothing, confirmed by the vendor’s documentation (${count('documentation')}) or by`,
    `looking (${count('observation')}); **°**, as in the [Open Cookie Database](https://github.com/jkwakman/Open-Cookie-Database) (${count('open-cookie-database')}); **?**, not confirmed (${count('unconfirmed')}). Hosts, policy links and places`,
    'of processing have not been checked one by one. Vendors change; compare with your own site before you publish a table as fact, and correct what differs',
    'with `{ "use": "<id>", "cookies": [ … ] }`.',
    '',
    'Where a provider says in its own terms what it is to the owner of a website – processor, controller of its own, or joint controller – that is told, with a link to',
    'where it says so. Terms differ from contract to contract: what yours say goes before it, with `{ "use": "<id>", "role": "processor" }`.',
    '',
    '“May be exempt” is documentation, not a setting: whether consent is needed is for the owner to judge. A service is exempt once the configuration says so, with',
    'the reason: `{ "use": "matomo", "exempt": "…" }`.',
  ]
  for (const [category, title] of Object.entries(titles)) {
    lines.push('', `## ${title}`)
    for (const service of services.filter((one) => one.category === category)) {
      const { id, provider, purpose, hosts, cookies, privacy, outsideEEA, role, roleSource, signal, mayBeExempt, sources } = service
      lines.push('', `### \`${id}\` · ${service.title}`, '', `${purpose.nl} _${purpose.en}_`, '')
      lines.push(
        `- ${privacy ? `[${provider}](${privacy})` : provider}${outsideEEA ? ', outside the EEA' : ''}${role ? `; [${roles[role]}](${roleSource})` : ''}${signal ? `; signal \`${signal}\`` : ''}`,
      )
      if (hosts) lines.push(`- hosts: ${hosts.map((host) => `\`${host}\``).join(', ')}`)
      if (mayBeExempt) lines.push(`- may be exempt: ${mayBeExempt.nl} _${mayBeExempt.en}_`)
      if (sources.length) lines.push(`- look up: ${sources.map((source) => `<${source}>`).join(', ')}`)
      if (!cookies) lines.push('- cookies: not known')
      else if (!cookies.length) lines.push('- cookies: none')
      else {
        lines.push('', '| name | kept | where | doel / purpose |', '| --- | --- | --- | --- |')
        for (const item of cookies)
          lines.push(
            `| ${[
              `\`${cell(item.name)}\`${marks[item.source]}`,
              item.duration,
              `${{ local: 'localStorage', session: 'sessionStorage' }[item.storage] ?? 'cookie'}${item.party ? ' of the provider' : ''}`,
              `${cell(item.purpose.nl)} _${cell(item.purpose.en)}_`,
            ].join(' | ')} |`,
          )
      }
    }
  }
  return `${lines.join('\n')}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, text] of Object.entries(generate())) {
    writeFileSync(join(root, path), text)
    console.log(path)
  }
