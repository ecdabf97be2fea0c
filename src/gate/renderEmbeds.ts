import type { Render } from './template.ts'
import { type VendorScript, vendorScripts } from './vendorScripts.ts'

/** What a vendor's script has become on this page. */
const loaded = new Map<VendorScript, 'asked' | 'here'>()

/** How long a script may take before the visitor is shown the way to the content itself, in milliseconds. */
const patience = 10_000

/**
 * Has the embeds in these nodes drawn by their provider: its script is loaded once for all of them, and then asked by its own call. The script
 * waits for the same consent as they do, in the page as any other that is marked.
 */
export const renderEmbeds: Render = (nodes, { consent, service }, once, addresses) => {
  const put = (src: string) => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.async = true
    Object.assign(script.dataset, { consent, service: service ?? '', src })
    once?.add(script)
    document.head.append(script)
  }
  const used = new Set<string>()
  for (const node of nodes) {
    const block = node as HTMLElement
    if (node.nodeType !== 1) continue
    for (const vendor of vendorScripts) {
      const embeds = [block, ...block.querySelectorAll<HTMLElement>('*')].filter((one) => one.matches(vendor.embed))
      if (!embeds.length) continue
      used.add(new URL(vendor.address).host)
      // X asks nothing for its profiles where an embed says so. https://developer.x.com/en/docs/x-for-websites/privacy
      if (vendor.call?.startsWith('twttr')) for (const embed of embeds) embed.dataset.dnt = 'true'
      if (loaded.get(vendor) === 'here' && draw(vendor, block)) continue
      if (loaded.get(vendor) === 'asked') continue
      loaded.set(vendor, 'asked')
      // The owner's own snippet may name another version or language.
      const src = addresses.find((own) => own.includes(new URL(vendor.address).host)) ?? vendor.address
      watch(vendor, new URL(src, document.baseURI).href)
      put(src)
    }
  }
  // A provider's script may be there for something else than an embed.
  for (const src of addresses) if (![...used].some((host) => src.includes(host))) put(src)
}

/** Calls what the vendor's script offers; false when it offers nothing. */
function draw({ call, takesBlock }: VendorScript, block: Element): boolean {
  if (!call) return false
  const path = call.split('.')
  const name = path.pop() ?? ''
  const owner = path.reduce((here: unknown, key) => (here as Record<string, unknown> | undefined)?.[key], window)
  const offered = (owner as Record<string, unknown> | undefined)?.[name]
  if (typeof offered !== 'function') return false
  try {
    offered.call(owner, takesBlock && (block.parentElement ?? block))
  } catch {
    // A vendor that throws stops nothing of ours.
  }
  return true
}

/** Hears what becomes of a vendor's script: the gate makes a copy of what was held, so that only its address tells. The load of a script is not told to the window. */
function watch(vendor: VendorScript, address: string): void {
  const end = (state?: 'here') => {
    for (const event of ['load', 'error']) document.removeEventListener(event, hear, true)
    clearTimeout(timer)
    if (state) {
      loaded.set(vendor, state)
      // What came while it was on its way.
      draw(vendor, document.body)
    } else {
      // The next one of this provider tries again.
      loaded.delete(vendor)
      document.dispatchEvent(
        new CustomEvent('toestemming:problem', {
          detail: { path: 'embed', found: address, expected: 'an answer: it failed, or took more than 10 seconds' },
        }),
      )
    }
  }
  const hear = ({ target, type }: Event) => {
    if ((target as HTMLScriptElement)?.src === address) end(type === 'load' ? 'here' : undefined)
  }
  for (const event of ['load', 'error']) document.addEventListener(event, hear, true)
  const timer = setTimeout(end, patience)
}
