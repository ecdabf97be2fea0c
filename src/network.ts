/**
 * The lazy part for owners of several sites: takes a choice along to the others through links, and hears of changes there. A browser keeps what one
 * site stores from all others, so that a link, and the owner's own server, are the only ways.
 */

import type { ConsentEvents } from './core/contract.ts'
import type { Problem } from './model/check.ts'
import { checkNetwork } from './model/checkNetwork.ts'
import { encode } from './model/codec.ts'
import { enter, type Ledger, merge, readLedger, toTell, withNews, writeLedger } from './model/ledger.ts'
import { fill } from './model/text.ts'
import { type LoadLocale, loadTexts, type TextsPart } from './model/texts.ts'
import type { Network, Settings, Texts } from './model/types.ts'
import { arrival, takeAlong } from './network/links.ts'
import { kept, readRecord } from './storage/readRecord.ts'

const place = 'toestemming:network'
/** How long what is granted here waits for the register, in milliseconds. What it says later counts all the same. */
const patience = 1000
/** How many numbers are kept that the register has still to hear of; the oldest go first. */
const mostOwed = 12
/** How many lines of an answer of the register are read, from behind: the newest is there. */
const mostLines = 99
/** Later than any that a ledger can have. */
const noRevision = 1e6
/** How often the register is turned to at once, for what its answers lead to. */
const mostTurns = 9

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

  // Whoever joins later takes over, and `destroy` ends it.
  joined?.abort()
  const leaving = new AbortController()
  const { signal } = leaving
  joined = leaving
  const listen = (name: string, listener: (event: Event) => void) => document.addEventListener(name, listener, { signal, capture: true })
  listen('toestemming:destroy', () => leaving.abort())

  /** On this very site, whatever base the page has. */
  const register = network.register && location.origin + network.register
  const read = (text = '') => readLedger(text, Date.now(), validDays)
  /** What full or blocked storage did not take: it counts on this page. */
  let unsaved = ''
  const parts = () => (unsaved || kept(place)).split(' ')
  const stored = () => read(parts()[0])
  /** Behind the ledger: the numbers under which the register has still to hear of it. */
  const owed = () => parts().slice(1)
  const write = (ledger: Ledger, numbers: readonly unknown[] = owed()) => {
    const debts = register ? [...new Set(numbers)].filter(Boolean).slice(-mostOwed) : []
    const text = ledger.said.size ? [writeLedger(ledger), ...debts].join(' ') : ''
    store(place, text)
    unsaved = kept(place) === text ? '' : text
  }

  /** What is known here. An answer that the ledger does not have was given for this site alone; without a record only refusals are left. */
  const known = (): Ledger | undefined => {
    const ledger = stored()
    const { record } = readRecord(settings)
    if (record || ledger) return enter(ledger, { ...nothing, revision, ...record, source: 'network' })
  }
  /** The one number for all that are known here: the least, so that every site chooses the same. */
  const least = ({ id }: Ledger) => [...owed(), id].sort()[0]
  /** What is left with the register, under whatever number: it says by which number to go on. */
  const tidings = (ledger: Ledger | undefined) => (ledger ? writeLedger({ ...toTell(ledger), id: least(ledger) }) : '')

  /** What comes now comes after the core has begun, which writes no cookie for what it hears. */
  let isLate = false
  /**
   * Takes over what another site says; whether that changes anything here.
   *
   * @param via the number under which the register had it; none when a link has brought it
   */
  const hear = async (heard: Ledger | undefined, via?: string): Promise<boolean> => {
    if (!heard || signal.aborted) return false
    const { record } = readRecord(settings)
    const mine = known()
    const number = mine?.id
    const other = heard.id
    const theirs = { ...toTell(heard), id: other }
    // Who has taken back everything gets no consent from the register, only what was refused.
    const { ledger, news } = merge(mine, theirs, via && !number ? noRevision : revision)
    const next = withNews(record, ledger, news, services)
    const now = next.ledger.id
    const isChanged = !mine || writeLedger(next.ledger) !== writeLedger(mine)
    const lacks = [...toTell(next.ledger).said].some(
      ([key, { answer, time }]) => answer === 'no' && (theirs.said.get(key)?.time ?? 0) < time,
    )
    const text = encode(next.record)
    const { id, answers } = next.record
    const isNew = record ? encode({ ...record, id, answers }) !== encode(record) : answers.size > 0
    // Who knows this visitor by the number given up is to find the new one, and by the number kept what was said elsewhere.
    write(next.ledger, [
      ...owed(),
      number !== via && isChanged && number,
      other !== via && other !== number && (now && now !== other ? !via || isChanged : lacks) && other,
    ])
    if (isNew) store(cookie.name, text)
    // Where the mirror takes nothing, the cookie must.
    if (isNew && (isLate || kept(cookie.name) !== text))
      await (load('storage') as Promise<typeof import('./storage/storage.ts')>).then((module) =>
        module.writeCookie(settings, text, next.record.oldest),
      )
    return isNew
  }

  /**
   * Tells the register what it has not heard, and hears what was said elsewhere, under each number that leads on. What does not get through, the next
   * page does again.
   */
  const exchange = async () => {
    const visited = new Set<string>()
    let isNew = false
    for (let turns = mostTurns; register && turns--; ) {
      const before = known()
      const debts = owed()
      const text = tidings(before)
      const news = (number: string) => (debts.includes(number) ? text : '')
      const due = [...new Set([...debts, before?.id])].filter((number): number is string => !!number && !visited.has(news(number) + number))
      if (!due.length) break
      const arrived: string[] = []
      const visit = async (number: string) => {
        const address = `${register}?id=${number}`
        const body = news(number)
        visited.add(number).add(body + number)
        if (body && !(await fetch(address, { method: 'POST', body, keepalive: true })).ok) return
        // Also where this visitor has another number by now: somebody else may not know that yet.
        const response = await fetch(address, { cache: 'no-store' })
        if (!response.ok) return
        for (const line of (await response.text()).split('\n').slice(-mostLines)) isNew = (await hear(read(line.trim()), number)) || isNew
        arrived.push(number)
      }
      await Promise.all(due.map((number) => visit(number).catch(Boolean)))
      // When more is known since, all of them are to hear that, too.
      const ledger = known()
      if (!ledger || tidings(ledger) !== text) continue
      const left = owed().filter((number) => !debts.includes(number) || !arrived.includes(number))
      // The least leads from the others to the one number, so that it stays until they have all heard of it.
      write(ledger, left.length ? [...left, least(ledger)] : left)
    }
    // The core looks again whenever the page comes into view.
    if (isNew && isLate) dispatchEvent(new Event('visibilitychange'))
  }

  const mine = known()
  // The record has given up the number since: what was chosen then did not get into storage, nor maybe to the register.
  if (mine) write(mine, [...owed(), mine.id !== stored()?.id && stored()?.id])
  await hear(read(arrival(others(network))))
  await Promise.race([exchange(), new Promise((resolve) => setTimeout(resolve, patience))])
  isLate = true

  listen('toestemming:decision', (event) => {
    const { record } = readRecord(settings)
    if (!record) return
    const { choices, whole } = (event as CustomEvent<ConsentEvents['decision']>).detail
    const before = stored()
    write(enter(before, record, choices, whole), [...owed(), before?.id])
    if (owed().length) void exchange()
  })
  listen('visibilitychange', () => document.visibilityState === 'visible' && void exchange())
  for (const name of ['click', 'auxclick'])
    listen(name, (event) => {
      const ledger = known()
      takeAlong(event as MouseEvent, others(network), ledger && toTell(ledger))
    })
  return settings
}

/** A record of a visitor who has said nothing. */
const nothing = { id: undefined, decided: 0, oldest: 0, answers: new Map() }

/** Nothing leaves nothing behind. Blocked or full storage throws, and then what was there stays. */
function store(name: string, text: string): void {
  if (kept(name) === text) return
  try {
    if (text) localStorage.setItem(name, text)
    else localStorage.removeItem(name)
  } catch {
    // Nothing to do.
  }
}

/** As `loadTexts`, for settings with a network: with the banner's and the preferences' own text saying for which sites the choice counts too. */
export async function tellSites(
  settings: Settings,
  pageLanguage: string,
  load: LoadLocale,
  ...parts: readonly TextsPart[]
): Promise<{ readonly texts: Texts; readonly lang: string }> {
  const { texts, lang } = await loadTexts(settings, pageLanguage, load, ...parts, 'network/')
  const network = settings.network as Network
  const hosts = others(network).map((site) => new URL(site).host)
  if (!hosts.length) return { texts, lang }
  const sites = hosts.join(' / ')
  const more = [texts['network.link'], network.register && texts['network.register']].filter(Boolean).join(' ')
  const keys = ['banner.text', 'preferences.text'].filter((key) => texts[key])
  const told = keys.map((key) => [key, `${texts[key]} ${fill(more, { sites })}`])
  return { lang, texts: { ...texts, ...Object.fromEntries(told) } }
}
