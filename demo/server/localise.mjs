/** Rewrites what a site or vendor serves, so that vendors are asked of this machine instead of under their real names. */
import { vendorHosts, vendors } from '../vendors/index.mjs'

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Longest first, so that `www.youtube-nocookie.com` is not taken for a shorter host. */
const hostPattern = [...vendorHosts]
  .sort((a, b) => b.length - a.length)
  .map(escapeRegExp)
  .join('|')

/** `https://www.google.com/x` and `//www.google.com/x` become `http://127.0.0.1:4701/www.google.com/x`. */
export function localiseAddresses(text, vendorOrigin) {
  return text.replace(new RegExp(`(?:https?:)?//(${hostPattern})(?![\\w.-])`, 'g'), (_all, host) => `${vendorOrigin}/${host}`)
}

/** A host as configured, with or without the start of a path, as it is named on this machine. */
const localHost = (place, vendorAuthority) => (vendorHosts.includes(place.split('/')[0]) ? `${vendorAuthority}/${place}` : place)

/**
 * The configuration for this machine: local hosts, also for services of the catalogue, and a cookie name of the site's own,
 * because browsers share the cookies of `localhost` among all its ports.
 */
export function localiseConfiguration(configuration, { vendorAuthority, cookieName }) {
  const services = configuration.services?.map((service) => {
    const id = typeof service === 'string' ? service : (service.use ?? service.id)
    const hosts = service.hosts ?? vendors.find((vendor) => vendor.service === id)?.hosts
    const named = typeof service === 'string' ? { use: service } : service
    return hosts ? { ...named, hosts: hosts.map((host) => localHost(host, vendorAuthority)) } : service
  })
  return { ...configuration, cookie: { ...configuration.cookie, name: cookieName }, ...(services && { services }) }
}

const configurationPattern = /(<script type="application\/json" data-toestemming="config">)([\s\S]*?)(<\/script>)/g

/** The owner's other sites, as they are named on this machine. @param addresses by host */
export function localiseSites(text, addresses) {
  return Object.entries(addresses).reduce((result, [host, address]) => result.replaceAll(`https://${host}`, address), text)
}

/** A page: its configuration by meaning, so that links to privacy policies stay real, and every address around it. */
export function localisePage(html, { vendorOrigin, cookieName }) {
  const vendorAuthority = new URL(vendorOrigin).host
  let result = ''
  let end = 0
  for (const match of html.matchAll(configurationPattern)) {
    const [whole, open, json, close] = match
    const configuration = localiseConfiguration(JSON.parse(json), { vendorAuthority, cookieName })
    const text = JSON.stringify(configuration, null, 2).replaceAll('<', '\\u003c')
    result += `${localiseAddresses(html.slice(end, match.index), vendorOrigin)}${open}\n${text}\n${close}`
    end = match.index + whole.length
  }
  return result + localiseAddresses(html.slice(end), vendorOrigin)
}
