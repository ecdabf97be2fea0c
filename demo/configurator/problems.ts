/** What is wrong in what was filled in: the library's own check, in words for owners. Pure. */

import type { Problem } from '../../src/model/check.ts'
import { checkConfiguration } from '../../src/model/checkConfiguration.ts'
import { claimed } from '../../src/model/claimed.ts'
import { explain } from '../../src/model/explain.ts'
import { type Configuration, completeSettings } from '../../src/model/settings.ts'
import { undated } from '../../src/model/undated.ts'
import { byId, catalogue } from './catalogue.ts'

export interface Mistake {
  /** Where, as the library names it: `services[0].hosts[1]`. */
  readonly path: string
  readonly text: string
  /** Of the text: Dutch, or what the library says itself. */
  readonly lang: 'nl' | 'en'
  /** Whether the library would use the configuration all the same. */
  readonly harmless: boolean
}

const ids = catalogue.map(({ id }) => id)
/** The site is not known here; only it can judge the cookie's own domain. */
const hostOf = ({ cookie }: Configuration) => (typeof cookie?.domain === 'string' ? cookie.domain : '')

export function mistakesIn(configuration: Configuration): readonly Mistake[] {
  const page = { hostname: hostOf(configuration), catalogue: byId }
  const wrong = checkConfiguration(configuration, page)
  const harmless = wrong.length ? [] : [...claimed(completeSettings(configuration, page).services), ...undated(configuration)]
  const found = [...wrong, ...harmless].map((problem): Mistake => {
    const dutch = sentence(problem)
    const own = explain([problem], ids).replace(/^\[toestemming\] /, '')
    return { path: problem.path, text: dutch ?? own, lang: dutch ? 'nl' : 'en', harmless: harmless.includes(problem) }
  })
  const links = Object.entries(configuration.links ?? {}).flatMap(([name, address]) => inAddress(`links.${name}`, String(address)))
  return [...found, ...links]
}

/** The library takes every address as it is: a path that it cannot know may be right. What owners mistake is told here. */
function inAddress(path: string, address: string): Mistake[] {
  const tell = (text: string, harmless = false): Mistake[] => [{ path, text, lang: 'nl', harmless }]
  // Whoever has no page for it fills in how else she is reached.
  if (/^[^\s/@:]+@[\w-]+(\.[\w-]+)+$/.test(address)) return tell(`Zet mailto: voor het e-mailadres: mailto:${address}`)
  if (/^\+?[\d\s().-]{8,}$/.test(address))
    return tell(`Zet tel: voor het telefoonnummer: tel:${address.replace(/(?<=\+.*)\(0\)|[^+\d]/g, '')}`)
  if (/\s/.test(address)) return tell(`In het adres “${address}” staat een spatie. Kopieer het adres uit de adresbalk van je browser.`)
  if (/^(https?:\/\/[^/]+\.|\/(?!\/)|#|mailto:.+@|tel:)/i.test(address)) return []
  if (/^[a-z][\w+.-]*:/i.test(address)) return tell(`“${address}” is geen adres van een pagina. Begin met https:// of met een /.`)
  if (/^(\/\/)?(www\.|[\w-]+(\.[\w-]+)*\.(nl|be|com|eu|org|net|info|shop|frl|amsterdam)(\/|$))/i.test(address))
    return tell(`Zet https:// voor het adres: https://${address.replace(/^\/+/, '')}`)
  return tell(`Zet een / voor het adres: /${address}. Anders klopt het alleen op sommige pagina’s.`, true)
}

/** What the library would say of a whole text that is to be its configuration. */
export function read(text: string): Configuration | string {
  try {
    const found: unknown = JSON.parse(text)
    const [first] = checkConfiguration(found, { hostname: hostOf((found ?? {}) as Configuration), catalogue: byId })
    return first ? explain([first], ids).replace(/^\[toestemming\] /, '') : (found as Configuration)
  } catch {
    return 'Dit is geen geldige JSON. Kijk of alle aanhalingstekens en komma’s er staan, en of je alles hebt gekopieerd.'
  }
}

function sentence({ found, expected, path }: Problem): string | undefined {
  const range = typeof expected === 'string' && /^(\d+)-(\d+)$/.exec(expected)
  if (range) return `Vul een heel getal in van ${range[1]} tot en met ${range[2]}.`
  if (Array.isArray(expected) && path.endsWith('.category')) return `De categorie “${found}” bestaat niet. Kies een andere.`
  if (expected === 'text' && path.endsWith('.provider')) return 'Vul in van wie deze dienst is.'
  if (expected === 'pattern' && found === undefined) return 'Vul de naam van de cookie in.'
  return typeof expected === 'string' ? words[expected]?.(String(found)) : undefined
}

const words: Readonly<Record<string, (found: string) => string>> = {
  catalogue: (found) => `De dienst “${found}” staat niet in de lijst. Haal hem weg, of maak er een eigen dienst van.`,
  id: (found) => `“${found}” kan niet. Gebruik alleen kleine letters, cijfers en streepjes.`,
  unique: (found) => `De naam “${found}” is al in gebruik. Kies een andere.`,
  code: (found) => `De naam “${found}” lijkt te veel op die van een andere dienst. Kies een andere.`,
  host: (found) => `“${found}” is geen adres van een website. Schrijf bijvoorbeeld meetbureau.nl, zonder https://.`,
  pattern: (found) =>
    `“${found}” kan niet. Schrijf de hele naam, of het begin met een sterretje erachter, zoals _ga_*. Een spatie mag niet.`,
  day: (found) => `“${found}” is geen datum. Schrijf bijvoorbeeld 2026-11-29. Tot die tijd staat er geen datum bij de tabel.`,
  duration: (found) => `“${found}” is geen bewaartijd. Kies er een uit de lijst.`,
  claimed: (found) => `Deze cookie staat bij twee diensten (${found.replace(/, also of /, ', ook van ')}). Haal hem bij een van beide weg.`,
}
