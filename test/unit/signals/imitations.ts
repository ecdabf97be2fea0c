/**
 * The vendors' own snippets, in the shape in which the vendors publish them, and what their code does when it comes: it reads what was queued, and hears
 * directly from then on. Imitated, and only so far that every call is noted in the order in which it would be heard.
 */

import { line } from './visit.ts'

type Call = (...values: unknown[]) => void
// biome-ignore lint/suspicious/noExplicitAny: the vendors' globals are whatever they made of them
type Page = Record<string, any>

const page = window as unknown as Page

export interface Imitation {
  /** Everything the vendor or the page's own lines leave in the window. */
  readonly globals: readonly string[]
  /** The vendor's snippet and the page's own calls behind it. */
  snippet(): void
  /** The vendor's code arrives. */
  code(heard: string[]): void
}

/** `(a.q = a.q || []).push(arguments)`, as most of them do it. */
const collect = (into: () => unknown[]): Call =>
  function () {
    // biome-ignore lint/complexity/noArguments: as the vendors' own
    into().push(arguments)
  }

/** A list of calls that the vendor's code reads and then replaces. */
const list = (name: string, ...calls: readonly unknown[]): Pick<Imitation, 'snippet' | 'code'> => ({
  snippet() {
    page[name] = page[name] || []
    page[name].push(...calls)
  },
  code(heard) {
    for (const call of page[name] ?? []) heard.push(line(call))
    page[name] = { push: (...all: unknown[][]) => void heard.push(...all.map(line)) }
  },
})

export const imitations = {
  google: {
    globals: ['dataLayer', 'google_tag_manager'],
    snippet() {
      page.dataLayer = page.dataLayer || []
      const gtag = collect(() => page.dataLayer)
      gtag('js', 1)
      gtag('config', 'G-1')
    },
    code(heard) {
      page.google_tag_manager = {}
      page.dataLayer = page.dataLayer || []
      for (const call of page.dataLayer) heard.push(line(call))
      page.dataLayer.push = (...all: unknown[][]) => void heard.push(...all.map(line))
    },
  },
  /** Its queue holds words one by one: `uetq.push('consent', 'default', {…})`. */
  microsoft: {
    globals: ['uetq'],
    snippet() {
      page.uetq = page.uetq || []
      page.uetq.push('event', 'page_view', { page: 1 })
    },
    code(heard) {
      const words = [...(page.uetq ?? [])]
      while (words.length) heard.push(line(words.splice(0, 3)))
      page.uetq = { push: (...all: unknown[]) => heard.push(line(all)) }
    },
  },
  clarity: {
    globals: ['clarity'],
    snippet() {
      page.clarity =
        page.clarity ||
        collect(() => {
          page.clarity.q = page.clarity.q || []
          return page.clarity.q
        })
      page.clarity('set', 'page', 'home')
    },
    code(heard) {
      for (const call of page.clarity?.q ?? []) heard.push(line(call))
      page.clarity = (...all: unknown[]) => heard.push(line(all))
    },
  },
  meta: {
    globals: ['fbq', '_fbq'],
    snippet() {
      if (!page.fbq) {
        const pixel: Page & Call = (...all: unknown[]) => {
          pixel.callMethod ? pixel.callMethod(...all) : pixel.queue.push(all)
        }
        page.fbq = pixel
        if (!page._fbq) page._fbq = pixel
        pixel.push = pixel
        pixel.loaded = true
        pixel.version = '2.0'
        pixel.queue = []
      }
      page.fbq('init', '1')
      page.fbq('track', 'PageView')
    },
    code(heard) {
      if (!page.fbq) return
      for (const call of page.fbq.queue.splice(0)) heard.push(line(call))
      page.fbq.callMethod = (...all: unknown[]) => heard.push(line(all))
    },
  },
  pinterest: {
    globals: ['pintrk'],
    snippet() {
      if (!page.pintrk) {
        page.pintrk = (...all: unknown[]) => page.pintrk.queue.push(all)
        const tag = page.pintrk
        tag.queue = []
        tag.version = '3.0'
      }
      page.pintrk('load', '1')
      page.pintrk('page')
    },
    code(heard) {
      if (!page.pintrk) return
      for (const call of page.pintrk.queue) heard.push(line(call))
      page.pintrk = (...all: unknown[]) => heard.push(line(all))
    },
  },
  /** An array with methods that add to it; its code puts others in their place. */
  tiktok: {
    globals: ['ttq', 'TiktokAnalyticsObject'],
    snippet() {
      page.TiktokAnalyticsObject = 'ttq'
      page.ttq = page.ttq || []
      const { ttq } = page
      ttq.methods = ['page', 'track', 'holdConsent', 'revokeConsent', 'grantConsent']
      for (const name of ttq.methods) ttq[name] = (...all: unknown[]) => ttq.push([name, ...all])
      ttq.page()
    },
    code(heard) {
      if (!page.ttq) return
      for (const call of page.ttq) heard.push(line(call))
      for (const name of page.ttq.methods ?? []) page.ttq[name] = (...all: unknown[]) => heard.push(line([name, ...all]))
    },
  },
  matomo: { globals: ['_paq'], ...list('_paq', ['trackPageView'], ['enableLinkTracking']) },
  hubspot: {
    globals: ['_hsp', '_hsq', 'disableHubSpotCookieBanner'],
    snippet: list('_hsq', ['setPath', '/']).snippet,
    code(heard) {
      if (page.disableHubSpotCookieBanner) heard.push('no banner')
      list('_hsp').code(heard)
      list('_hsq').code(heard)
    },
  },
  /** The shop's own object is there before anything of ours; the feature only after it has been asked for. */
  shopify: {
    globals: ['Shopify'],
    snippet() {},
    code(heard) {
      page.Shopify = {
        loadFeatures([feature]: [object], done: (problem?: unknown) => void) {
          heard.push(`load ${line([feature])}`)
          page.Shopify.customerPrivacy = {
            setTrackingConsent(consent: object, kept: () => void) {
              heard.push(line([consent]))
              kept()
            },
          }
          done()
        },
      }
    },
  },
  /** The plug-in's script, which writes a cookie at each call. */
  wordpress: {
    globals: ['wp_set_consent', 'wp_consent_type'],
    snippet() {},
    code(heard) {
      heard.push(`type ${page.wp_consent_type}`)
      page.wp_set_consent = (category: string, value: string) => heard.push(`${category} ${value}`)
    },
  },
} satisfies Readonly<Record<string, Imitation>>
