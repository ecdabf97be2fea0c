import { runs } from './scripts.ts'
import type { Render } from './template.ts'
import { type VendorScript, vendorScripts } from './vendorScripts.ts'

/** What a vendor's script has become on this page. */
interface Arrival {
  /** Nothing before it was asked for, and after it failed: then the next embed of this vendor asks again. */
  progress?: 'asked' | 'here' | undefined
  /** Where it was asked for; what comes late is used all the same. */
  readonly addresses: Set<string>
  /** What is to be drawn by it, and how each gets its mark when that fails. */
  readonly embeds: Map<HTMLElement, (embed: HTMLElement) => HTMLElement>
  /** What tells of embeds that cannot be drawn now. */
  readonly marks: Set<HTMLElement>
  /** When it has taken too long. */
  timer?: ReturnType<typeof setTimeout>
}
const arrivals = new Map<VendorScript, Arrival>()

/** How long a script may take before the visitor is shown the way to the content itself, in milliseconds. */
const patience = 10_000

/**
 * Has the embeds in these nodes drawn by their provider: its script is loaded once for all of them, and then asked by its own call. The script
 * waits for the same consent as they do, in the page as any other that is marked. When it does not come, each embed gets a mark behind it, for
 * which the placeholders tell the visitor; an event `toestemming:retry` on a mark asks once more.
 */
export const renderEmbeds: Render = (nodes, { consent, service }, once, scripts) => {
  const make = (src: string) => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    Object.assign(script.dataset, { consent, service: service ?? '', src })
    once?.add(script)
    return script
  }
  const put = (script: HTMLScriptElement) => {
    script.async = true
    document.head.append(script)
  }
  const used = new Set<string>()
  for (const block of nodes.filter((node): node is HTMLElement & ChildNode => node.nodeType === 1)) {
    for (const vendor of vendorScripts) {
      const embeds = [block, ...block.querySelectorAll<HTMLElement>('*')].filter((one) => one.matches(vendor.embed))
      if (!embeds.length) continue
      const { host, pathname } = new URL(vendor.address)
      const file = pathname.slice(pathname.lastIndexOf('/'))
      used.add(host)
      // X asks nothing for its profiles where an embed says so. https://developer.x.com/en/docs/x-for-websites/privacy
      if (vendor.call.startsWith('twttr')) for (const embed of embeds) embed.dataset.dnt = 'true'
      const arrival: Arrival = arrivals.get(vendor) ?? { addresses: new Set(), embeds: new Map(), marks: new Set() }
      arrivals.set(vendor, arrival)
      // The owner's own snippet may name another version or language, and tell the provider's script more.
      const own = scripts.find(({ address }) => address.includes(host))
      // The page may have it from elsewhere: marked by itself, or put in by code of its own.
      const there =
        !arrival.addresses.size && [...document.scripts].find((one) => runs(one) && one.src.includes(host) && one.src.includes(file))
      const src = own?.address ?? vendor.address
      // Code that puts it in the page by itself has done so.
      let comes = !!there || (own && !own.make)
      if ((arrival.progress === 'here' || (comes && !arrival.progress)) && draw(vendor, block)) {
        arrival.progress = 'here'
        continue
      }
      const ask = () => {
        if (arrival.progress === 'asked') return
        watch(vendor, arrival, new URL(comes && there ? there.src : src, document.baseURI).href)
        if (!comes) {
          const script = own?.make?.() ?? make(src)
          if (vendor.name) script.id ||= vendor.name
          put(script)
        }
        comes = false
      }
      const tell = (embed: HTMLElement) => {
        const made = mark(embed, service ?? '')
        made.addEventListener('toestemming:retry', ask)
        // It goes with the rest after a withdrawal.
        nodes.push(made)
        return made
      }
      for (const embed of embeds) arrival.embeds.set(embed, tell)
      ask()
    }
  }
  // A provider's script may be there for something else than an embed.
  for (const { address, make } of scripts) if (make && ![...used].some((host) => address.includes(host))) put(make())
}

/** Puts a mark behind an embed: a template that is never released, because it names nothing that can be granted. */
function mark(embed: HTMLElement, service: string): HTMLTemplateElement {
  const made = document.createElement('template')
  Object.assign(made.dataset, { consent: '', toestemming: 'failed', service })
  // By which it can be told whose it is, and where else it can be seen.
  made.content.append(embed.cloneNode(true))
  embed.after(made)
  return made
}

/** Calls what the vendor's script offers; false when it offers nothing. */
function draw({ call, embed, takes }: VendorScript, block: Element): boolean {
  const path = call.split('.')
  const name = path.pop() ?? ''
  const owner = path.reduce((here: unknown, key) => (here as Record<string, unknown> | undefined)?.[key], window)
  const offered = (owner as Record<string, unknown> | undefined)?.[name]
  if (typeof offered !== 'function') return false
  try {
    const around = block.parentElement ?? block
    const embeds = [...around.querySelectorAll(embed)].filter((one) => !one.querySelector('iframe'))
    offered.call(owner, takes === 'embeds' ? embeds : takes && around)
  } catch {
    // A vendor that throws stops nothing of ours; one that nobody promised may have changed.
    return takes !== 'embeds'
  }
  return true
}

/**
 * Waits for a vendor's script, from now on. The gate makes a copy of what was held, so that only its address tells; the load of a script is not
 * told to the window.
 */
function watch(vendor: VendorScript, arrival: Arrival, address: string): void {
  const { addresses, embeds, marks } = arrival
  arrival.progress = 'asked'
  for (const one of marks) one.remove()
  marks.clear()
  clearTimeout(arrival.timer)
  arrival.timer = setTimeout(() => fail(arrival, address), patience)
  if (addresses.has(address)) return
  addresses.add(address)
  const hear = ({ target, type }: Event) => {
    if ((target as HTMLScriptElement)?.src !== address) return
    if (type === 'error') return fail(arrival, address)
    clearTimeout(arrival.timer)
    arrival.progress = 'here'
    for (const one of marks) one.remove()
    embeds.clear()
    // What came while it was on its way; where the call takes what is to be drawn, all that is there is being drawn.
    if (vendor.takes !== 'embeds') draw(vendor, document.body)
  }
  for (const event of ['load', 'error']) document.addEventListener(event, hear, true)
}

/** Has the visitor told, and the developer. */
function fail(arrival: Arrival, address: string): void {
  if (arrival.progress !== 'asked') return
  const { embeds, marks } = arrival
  clearTimeout(arrival.timer)
  arrival.progress = undefined
  for (const [embed, tell] of embeds)
    if (embed.isConnected) marks.add(tell(embed))
    else embeds.delete(embed)
  document.dispatchEvent(
    new CustomEvent('toestemming:problem', {
      detail: { path: 'embed', found: address, expected: 'an answer: it failed, or took more than 10 seconds' },
    }),
  )
}
