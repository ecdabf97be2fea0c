/**
 * The lazy part for owners of several sites: takes a choice along to the others through links, and hears of changes there. A browser keeps what one
 * site stores from all others, so that a link, and the owner's own server, are the only ways.
 */

import type { Problem } from './model/check.ts'
import { checkNetwork } from './model/checkNetwork.ts'
import { encode } from './model/codec.ts'
import { enter, type Ledger, merge, readLedger, toTell, withNews, writeLedger } from './model/ledger.ts'
import { fill } from './model/text.ts'
import { type LoadLocale, loadTexts, type TextsPart } from './model/texts.ts'
import type { Network, Settings, Texts } from './model/types.ts'
import { kept, readRecord } from './storage/readRecord.ts'

const place = 'toestemming:network'
const mark = /[#&]toestemming=([^&]*)/
/** How long what is granted here waits for the register, in milliseconds. What it says later counts all the same. */
const patience = 1000
/** How long a link may take to arrive, in milliseconds: what was written in a page beforehand, by whomever, is too old. */
const journey = 60_000

const others = ({ sites }: Network) => sites.filter((site) => site !== location.origin)

/** What is done no more once this is done again, such as by a page that starts the library anew. */
let joined: AbortController | undefined

/**
 * Hears what was chosen on the other sites, before anything is released here, and tells them from now on what is chosen here.
 *
 * @param asks whether the configuration is read anew on each page: one that is kept would not ask the others
 * @param load loads another lazy part by name
 * @param report tells the developer what is wrong
 * @returns the settings to start with; nothing when something is wrong
 */
export async function joinNetwork(
  settings: Settings,
  asks: boolean,
  load: (name: string) => Promise<unknown> | undefined,
  report: (...problems: Problem[]) => unknown,
): Promise<Settings | undefined> {
  const { network, ...alone } = settings
  const { cookie, validDays, revision, services } = alone
  if (!network) return settings
  const problems = checkNetwork(network, location.origin)
  if (!asks)
    problems.push({
      path: 'network',
      found: 'a configuration in the page',
      expected: 'in a file that data-config names, the same for all sites',
    })
  if (problems.length) return void report(...problems)
  if (!network.sites.includes(location.origin)) {
    report({
      path: 'network.sites',
      found: network.sites.join(', '),
      expected: `a list with this site in it, or this one goes by itself: ${location.origin}`,
    })
    return alone
  }
  // What the browser reads ahead nobody has come to yet.
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) => document.addEventListener('prerenderingchange', resolve, { once: true }))

  const read = (text = '') => readLedger(text, Date.now(), validDays)
  /** The ledger, and behind it the number under which the register has still to hear of it. */
  const parts = () => kept(place).split(' ')
  const stored = () => read(parts()[0])
  const write = (ledger: Ledger, owed = parts()[1] ?? '') => ledger.said.size && store(place, `${writeLedger(ledger)} ${owed}`.trim())

  /** What is known here. An answer that the ledger does not have was given for this site alone; without a record only refusals are left. */
  const known = (): Ledger | undefined => {
    const ledger = stored()
    const { record } = readRecord(settings)
    if (!record && !ledger) return
    return enter(ledger, record ? { ...record, source: 'network' } : { ...(ledger as Ledger), ...nothing, id: undefined })
  }

  /** What comes now comes after the core has begun, which writes no cookie for what it hears. */
  let isLate = false
  /** Takes over what another site says; whether that changes anything here. */
  const hear = async (theirs: Ledger | undefined): Promise<boolean> => {
    if (!theirs) return false
    const { record } = readRecord(settings)
    const { ledger, news } = merge(known(), theirs, revision)
    const isNew = news.size > 0 || (!!record?.id && record.id !== ledger.id)
    if (!isNew) write(ledger)
    else {
      const next = withNews(record, ledger, news, services)
      const text = encode(next.record)
      store(cookie.name, text)
      // Where the mirror takes nothing, the cookie must.
      if (isLate || kept(cookie.name) !== text)
        await (load('storage') as Promise<typeof import('./storage/storage.ts')>).then((module) =>
          module.writeCookie(settings, text, next.record.oldest),
        )
      write(next.ledger)
    }
    // Who knows this visitor by the old number is to find the new one.
    if (record?.id && record.id !== ledger.id) tell(record.id)
    return isNew
  }

  /** On this very site, whatever base the page has. */
  const register = network.register && location.origin + network.register
  /** Leaves what was said here with the owner's own server. When that fails, the next page does it again. */
  const tell = (number: string) => {
    const ledger = known()
    if (!register || !ledger) return
    write(ledger, number)
    const sent = kept(place)
    const body = writeLedger(toTell(ledger))
    fetch(`${register}?id=${number}`, { method: 'POST', body, keepalive: true }).then(
      ({ ok }) => ok && kept(place) === sent && write(ledger, ''),
      () => {},
    )
  }
  /** What was changed elsewhere since; whether that changes anything here. */
  const ask = async (): Promise<boolean> => {
    const number = stored()?.id
    if (!register || !number) return false
    const response = await fetch(`${register}?id=${number}`, { cache: 'no-store' })
    const text = response.ok ? await response.text() : ''
    let isNew = false
    for (const line of text.split('\n')) isNew = (await hear(read(line.trim()))) || isNew
    return isNew
  }
  /** The core looks again whenever the page comes into view. */
  const lookAgain = (isNew: boolean) => isNew && dispatchEvent(new Event('visibilitychange'))

  const [, owed] = parts()
  const mine = known()
  if (mine) write(mine)
  if (owed) tell(owed)
  await hear(read(arrival(others(network))))
  const answer = ask().then((isNew) => void (isLate && lookAgain(isNew)), Boolean)
  await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patience))])
  isLate = true

  joined?.abort()
  joined = new AbortController()
  const { signal } = joined
  document.addEventListener(
    'toestemming:decision',
    () => {
      const { record } = readRecord(settings)
      if (!record) return
      const before = stored()
      write(enter(before, record))
      if (before?.id) tell(before.id)
    },
    { signal },
  )
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void ask().then(lookAgain, Boolean), {
    signal,
  })
  for (const name of ['click', 'auxclick'])
    document.addEventListener(
      name,
      (event) => {
        const ledger = known()
        takeAlong(event as MouseEvent, others(network), ledger && toTell(ledger))
      },
      { signal, capture: true },
    )
  return settings
}

/** A record of a visitor who has said nothing. */
const nothing = { decided: 0, oldest: 0, source: 'network', answers: new Map() } as const

/** What a link from one of these sites has brought; it is taken out of the address, whoever put it there. */
function arrival(sites: readonly string[]): string {
  const { hash, href } = location
  const [whole = '', text = ''] = mark.exec(hash) ?? []
  if (!whole) return ''
  const rest = hash.replace(whole, '').replace(/^&/, '#')
  // Whole, for a page may have another base.
  const address = href.slice(0, -hash.length) + rest
  history.replaceState(history.state, '', address)
  // The place in the page that was meant all the same.
  if (rest) location.replace(address)
  // Anyone can write such a link: only the browser's own word on where the visitor comes from counts, and only what was written as they left.
  const age = Date.now() - Number.parseInt(text, 36)
  const isOwn = sites.some((site) => document.referrer === site || document.referrer.startsWith(`${site}/`))
  return isOwn && age >= 0 && age < journey ? text.replace(/^\w*\./, '') : ''
}

/** Has a link to one of these sites carry what it may hear, while it is followed; and never what somebody else has put there. */
function takeAlong(event: MouseEvent, sites: readonly string[], ledger: Ledger | undefined): void {
  const link = (event.composedPath()[0] as Element).closest?.<HTMLAnchorElement>('a[href]')
  // The right button follows nothing.
  if (!link || !sites.includes(link.origin) || event.button > 1) return
  const address = link.getAttribute('href') as string
  const hash = link.hash.replace(RegExp(mark, 'g'), '').replace(/^&/, '#')
  link.hash = ledger?.said.size ? `${hash}${hash ? '&' : ''}toestemming=${Date.now().toString(36)}.${writeLedger(ledger)}` : hash
  // Without it the other site could not know who sends the visitor. It stays: Firefox reads it a moment after the address.
  link.referrerPolicy = 'origin'
  setTimeout(() => link.setAttribute('href', address))
}

/** Blocked or full storage throws: then the choice stays on this site. */
function store(name: string, text: string): void {
  if (kept(name) === text) return
  try {
    localStorage.setItem(name, text)
  } catch {
    // Nothing to do.
  }
}

/** As `loadTexts`, with the banner's and the preferences' own text saying for which sites the choice counts too. */
export async function tellSites(
  settings: Settings,
  pageLanguage: string,
  load: LoadLocale,
  ...parts: readonly TextsPart[]
): Promise<{ readonly texts: Texts; readonly lang: string }> {
  const { texts, lang } = await loadTexts(settings, pageLanguage, load, ...parts, 'network/')
  const { network } = settings
  const hosts = network ? others(network).map((site) => new URL(site).host) : []
  if (!hosts.length) return { texts, lang }
  const sites = new Intl.ListFormat([lang, 'nl'], { type: 'disjunction' }).format(hosts)
  const more = [texts['network.link'], network?.register && texts['network.register']].filter(Boolean).join(' ')
  const keys = ['banner.text', 'preferences.text'].filter((key) => texts[key])
  const told = keys.map((key) => [key, `${texts[key]} ${fill(more, { sites })}`])
  return { lang, texts: { ...texts, ...Object.fromEntries(told) } }
}
