/**
 * A frame that may load asks for its provider's more private address, where there is one. And what was allowed of one provider is allowed of no other:
 * where a page gives the frame another's address, that is asked for anew.
 */

import type { BlocksPort, Change, Later } from '../model/ports.ts'
import { urlOf } from './embeds.ts'
import { privateAddress } from './privateAddress.ts'

/** Whether one host is the other, or is under it. */
const isNear = (one: string, other: string) => `.${one}`.endsWith(`.${other}`) || `.${other}`.endsWith(`.${one}`)

/** The service that its owner has named, by frame; of what has no name by itself the address tells. */
const named = new WeakMap<Element, string | undefined>()
let watched: boolean | undefined

export const prepare: Later['prepare'] = (element, service, port, change) => {
  if (element.localName !== 'iframe') return
  const { dataset } = element
  if (!named.has(element)) named.set(element, dataset.service)
  if (!watched) watch(port, change)
  watched = true
  const { src, consent } = dataset
  const better = src && consent ? privateAddress(src) : src
  if (better === src) return
  dataset.src = better
  // It stays of the service that it was of.
  dataset.service ||= service ?? ''
}

const watch = ({ needs, once, state }: BlocksPort, change: Change) => {
  const probe = document.createElement('iframe')
  /** Whose an address is, in this frame or, without one, in any. */
  const whose = (src: string, { consent, service }: DOMStringMap = {}) => {
    const { dataset } = probe
    for (const [name, value] of Object.entries({ src, consent, service }))
      if (value === undefined) delete dataset[name]
      else dataset[name] = value
    return needs(probe)
  }
  /** Whether it is to be of another provider, which is not allowed: then the address waits in `data-src`, where the gate finds it. */
  const waits = (frame: HTMLElement, name: unknown, value: unknown): boolean => {
    const { dataset } = frame
    const src = `${value}`
    const url = urlOf(src)
    // What waited is set by the gate.
    if (!named.has(frame) || !/^src$/i.test(`${name}`) || src === dataset.src || !url?.host || url.host === location.host) return false
    const now = [whose(frame.getAttribute('src') ?? ''), needs(frame)]
    const next = [src, privateAddress(src)].map((one) => whose(one))
    if (now.some((one) => next.some((its) => isNear(`${one.service}`, `${its.service}`)))) return false
    const service = named.get(frame)
    const { words, service: its } = whose(src, { consent: dataset.consent, service })
    if (dataset.consent && state.allows(words, its)) return false
    once.delete(frame)
    if (!service) delete dataset.service
    frame.setAttribute('data-src', url.href)
    return true
  }
  change('HTMLIFrameElement', 'src', (native, frame, values) => waits(frame, 'src', values[0]) || Reflect.apply(native, frame, values))
  change('Element', 'setAttribute', (native, frame, values) =>
    waits(frame, values[0], values[1]) ? undefined : Reflect.apply(native, frame, values),
  )
}
