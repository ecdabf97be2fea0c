/**
 * A frame that may load asks for its provider's more private address, where there is one. And what was allowed of one provider is allowed of no other:
 * where a page gives the frame another's address, that is asked for anew.
 */

import type { BlocksPort, Change, Later } from '../model/ports.ts'
import { urlOf } from './embeds.ts'
import { privateAddress } from './privateAddress.ts'

/** Whether one host is the other, or is under it. */
const isNear = (one: string, other: string) => `.${one}`.endsWith(`.${other}`) || `.${other}`.endsWith(`.${one}`)

/** The service that its owner has named where its address alone would tell another, by frame. */
const named = new WeakMap<Element, string | undefined>()
let watched: boolean | undefined

/** Whose an address is, in a frame with these marks or, without any, by itself. */
const whose = ({ needs }: BlocksPort, src: string | null | undefined, { consent, service }: DOMStringMap = {}) => {
  const probe = document.createElement('iframe')
  Object.assign(probe.dataset, { src: `${src ?? ''}` }, consent && { consent }, service && { service })
  return needs(probe)
}

export const prepare: Later['prepare'] = (element, service, port, change) => {
  if (element.localName !== 'iframe') return
  const { dataset } = element
  const { src, consent } = dataset
  if (!named.has(element))
    named.set(element, whose(port, src ?? element.getAttribute('src')).service === dataset.service ? undefined : dataset.service)
  if (!watched) watch(port, change)
  watched = true
  const better = src && consent ? privateAddress(src) : src
  if (better === src) return
  dataset.src = better
  // It stays of the service that it was of.
  dataset.service ||= service ?? ''
}

const watch = (port: BlocksPort, change: Change) => {
  /** Whether it is to be of another provider, which is not allowed: then the address waits in `data-src`, where the gate finds it. */
  const waits = (frame: HTMLElement, src: string): boolean => {
    const { dataset } = frame
    const url = urlOf(src)
    // What waited is set by the gate.
    if (src === dataset.src || !url?.host || url.host === location.host) return false
    const now = [whose(port, frame.getAttribute('src')), port.needs(frame)]
    const next = [src, privateAddress(src)].map((one) => whose(port, one))
    if (now.some((one) => next.some((its) => isNear(`${one.service}`, `${its.service}`)))) return false
    const service = named.get(frame)
    const { words, service: its } = whose(port, src, { consent: dataset.consent, service })
    if (dataset.consent && port.state.allows(words, its)) return false
    port.once.delete(frame)
    if (!service) delete dataset.service
    frame.setAttribute('data-src', url.href)
    return true
  }
  for (const [owner, key] of [
    ['HTMLIFrameElement', 'src'],
    ['Element', 'setAttribute'],
  ] as const)
    change(owner, key, (native, frame: HTMLElement, values) => {
      const [name, value] = key === 'src' ? [key, ...values] : values
      let given = values
      if (named.has(frame) && /^src$/i.test(`${name}`)) {
        if (waits(frame, `${value}`)) return
        // The next film is asked for as the first one was.
        if (frame.dataset.consent) given = [...values.slice(0, -1), privateAddress(`${value}`)]
      }
      return Reflect.apply(native, frame, given)
    })
}
