/** The imitated vendors: which host, and which part of it, belongs to whom, and what it answers. */
import { crashReportsOfPanel, crashReportsOfPlayer } from './crashReports.mjs'
import { googleAds } from './googleAds.mjs'
import { googleAnalytics } from './googleAnalytics.mjs'
import { hcaptcha } from './hcaptcha.mjs'
import { matomo } from './matomo.mjs'
import { meta } from './meta.mjs'
import { peilburo } from './peilburo.mjs'
import { recaptcha } from './recaptcha.mjs'
import { page } from './respond.mjs'
import { facebook, instagram, linkedin, vimeo, x } from './socialMedia.mjs'
import { turnstile } from './turnstile.mjs'
import { vlotnet } from './vlotnet.mjs'
import { youtube } from './youtube.mjs'

/** @typedef {{ provider: string, service: string, own?: boolean, hosts: string[], respond: (request: object) => object | null | Promise<object | null> }} Vendor
 *  `hosts` may carry the start of a path; `own` marks a server that belongs to the site's owner. */

/** @type {Vendor[]} */
export const vendors = [
  googleAnalytics,
  googleAds,
  meta,
  recaptcha,
  hcaptcha,
  turnstile,
  youtube,
  peilburo,
  matomo,
  x,
  instagram,
  facebook,
  linkedin,
  vimeo,
  vlotnet,
  crashReportsOfPanel,
  crashReportsOfPlayer,
]

/** Every host that a vendor answers on, without paths. */
export const vendorHosts = [...new Set(vendors.flatMap(({ hosts }) => hosts.map((host) => host.split('/')[0])))]

/** The vendor an address belongs to: by host and the longest path that fits. */
export function vendorOf(host, path) {
  let found
  let length = 0
  for (const vendor of vendors) {
    for (const place of vendor.hosts) {
      if (place.length > length && (place === host || `${host}${path}`.startsWith(place.includes('/') ? place : `${place}/`))) {
        found = vendor
        length = place.length
      }
    }
  }
  return found
}

export async function vendorResponse(request) {
  const response = await vendorOf(request.host, request.path)?.respond(request)
  return response ?? { ...page(elsewhere(request.host)), status: 404 }
}

const elsewhere = (host) => `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Nagebootst</title><body style="font:1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem">
<h1 style="font-size:1.3rem">Dit is niet echt ${host}</h1>
<p>In deze demo bootsen we ${host} na op deze computer. Er gaat niets naar buiten. Deze pagina bestaat hier niet.</p></body></html>`
