/** Starts a browser with an empty profile, every request of which goes through a proxy, and which asks for nothing by itself. */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, launch } from 'puppeteer-core'
import { findBrowser, findShell } from '../../scripts/browsers.mjs'
import { launchWebKit } from './webkit.ts'

export type BrowserName = 'chromium' | 'firefox' | 'webkit'

const chromiumWithout = [
  // Of a page with a form Chromium asks Google what its fields are for.
  'NetworkTimeServiceQuerying',
  'AutofillServerCommunication',
  // The list under the address bar is a page with a process of its own, made anew for every visitor: half of what a scenario costs.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  // A process kept ready for a page that a visitor here never opens.
  'SpareRendererForSitePerProcess',
  // A process for every vendor's frame, as on a desk with much memory; on a phone Chromium has one for the whole page.
  'IsolateOrigins',
  'site-per-process',
]

const chromiumArguments = (proxyPort: number) => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-site-isolation-trials',
  // Nor one for every site that a tab goes to, nor one to draw in.
  '--renderer-process-limit=1',
  '--in-process-gpu',
  // Nor one for the network, as on a phone with little memory.
  '--enable-features=NetworkServiceInProcess2',
  `--disable-features=${chromiumWithout.join(',')}`,
  // What these ask for by themselves goes to a closed port of this machine, past the proxy.
  '--gaia-url=http://127.0.0.1:9/',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--ignore-certificate-errors',
  `--proxy-server=http://127.0.0.1:${proxyPort}`,
]

/** Everything through the proxy, and no request of Firefox's own in the log. */
const firefoxPreferences = (proxyPort: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  'network.stricttransportsecurity.preloadlist': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.predictor.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  'network.http.http3.enable': false,
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.ping-centre.telemetry': false,
  'browser.region.network.url': '',
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.update': false,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.testing': true,
  'media.gmp-manager.updateEnabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  // Vendors are refused by our library or not at all.
  'privacy.trackingprotection.enabled': false,
  'privacy.trackingprotection.pbmode.enabled': false,
  'network.cookie.cookieBehavior': 0,
  // One process for all pages, as on a phone.
  'fission.webContentIsolationStrategy': 0,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  // What Firefox does by itself with a page that has come.
  'browser.chrome.site_icons': false,
  'browser.ml.enable': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.sessionstore.interval': 9_000_000,
  'browser.sessionstore.resume_from_crash': false,
  'browser.translations.enable': false,
  'browser.urlbar.formatting.enabled': false,
  'browser.urlbar.trustPanel.featureGate': false,
  'browser.zoom.siteSpecific': false,
  'extensions.formautofill.addresses.enabled': false,
  'extensions.formautofill.creditCards.enabled': false,
  'places.history.enabled': false,
  'reader.parse-on-load.enabled': false,
  'signon.rememberSignons': false,
  // Its mends of well-known sites, vendors among them: a scenario sees what we do.
  'extensions.webcompat.enable_interventions': false,
  'extensions.webcompat.enable_shims': false,
  'toolkit.legacyUserProfileCustomizations.stylesheets': true,
  // As visitors have it; Puppeteer lets files read one another.
  'security.fileuri.strict_origin_policy': true,
})

/** A profile in which the window has nothing but the page: to draw the bars around it anew for every page costs a quarter of what the page costs. */
const firefoxProfile = () => {
  const folder = mkdtempSync(join(tmpdir(), 'toestemming-firefox-'))
  mkdirSync(join(folder, 'chrome'))
  const around = '#navigator-toolbox, #sidebar-main, #sidebar-box, #mainPopupSet, #browser-bottombox'
  writeFileSync(join(folder, 'chrome', 'userChrome.css'), `${around} { display: none !important }`)
  return folder
}

/** The size of a page that no test gives another, in CSS pixels. In Firefox that of the screen as well: with no size of its own a page costs a third less. */
export const usual = { width: 1280, height: 800 }

export interface LaunchOptions {
  /** The whole Chromium with its windows, where most scenarios have the headless shell: for what is done by the browser around the pages. */
  readonly whole?: boolean
  /** How often a test may be tried again, whatever it failed on: only for what is measured of looks while things move, never for what leaves the page. */
  readonly retry?: number
  /** A browser that no other test file has used: for what it does by itself when it is new. */
  readonly unused?: boolean
  /** Every visitor has a context of their own from the start, instead of the one before cleared: for what a browser remembers of a context beside its storage. */
  readonly newcomers?: boolean
  readonly reducedMotion?: boolean
  /** Lets Chromium keep pages that were left, as it does for visitors. Puppeteer turns that off; Firefox always does it. */
  readonly pageCache?: boolean
}

/** Requests are read from the proxy's log. That the browser reports them as well costs Firefox a quarter of its time. */
const networkEnabled = false

/** Looked for once: to ask a browser whether it works is to start it. */
const paths = new Map<string, string | undefined>()
const pathOf = (name: Exclude<BrowserName, 'webkit'>, whole: boolean) => {
  const kind = whole ? `whole ${name}` : name
  if (!paths.has(kind)) paths.set(kind, (name === 'chromium' && !whole && findShell()) || findBrowser(name))
  return paths.get(kind)
}

/** A browser with an empty profile of its own, behind the proxy. */
export const launchBrowser = (
  name: BrowserName,
  proxyPort: number,
  { whole = false, reducedMotion = false, pageCache = false }: LaunchOptions = {},
): Promise<Browser> => {
  if (name === 'webkit') return launchWebKit(proxyPort)
  const executablePath = pathOf(name, whole)
  if (!executablePath) throw new Error(`There is no ${name}: run node scripts/browsers.mjs`)
  return name === 'chromium'
    ? launch({
        executablePath,
        headless: true,
        pipe: true,
        defaultViewport: usual,
        networkEnabled,
        ignoreDefaultArgs: pageCache ? ['--disable-back-forward-cache'] : [],
        args: [...chromiumArguments(proxyPort), ...(reducedMotion ? ['--force-prefers-reduced-motion'] : [])],
      })
    : launch({
        browser: 'firefox',
        executablePath,
        headless: true,
        defaultViewport: null,
        networkEnabled,
        acceptInsecureCerts: true,
        args: ['--kiosk'],
        userDataDir: firefoxProfile(),
        // Without this a release of Firefox does not obey `services.settings.server`.
        env: {
          ...process.env,
          MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
          MOZ_HEADLESS_WIDTH: `${usual.width}`,
          MOZ_HEADLESS_HEIGHT: `${usual.height}`,
        },
        extraPrefsFirefox: { ...firefoxPreferences(proxyPort), 'ui.prefersReducedMotion': reducedMotion ? 1 : 0 },
      })
}
