/** Takes the code that a vendor gives, and writes it so that it waits for consent. Pure: text in, text and facts out. */

import { markedTag } from '../../debug/markedTag.ts'
import { addressesIn, names } from '../../gate/embeds.ts'
import type { Service } from '../../model/types.ts'
import { type EmbedGroup, embedGroup } from './embedGroup.ts'
import { formsBehindChecks } from './formsBehindChecks.ts'
import { createRecogniser, type Whose } from './recognise.ts'
import { attributeOf, decoded, endOf, type Tag, type Token, textOf, tokensOf } from './tokens.ts'

/** What was found in the snippet. */
export type Kind = 'script' | 'code' | 'frame' | 'image' | 'media' | 'hint' | 'stylesheet' | 'embed' | 'noscript' | 'form'

/**
 * - `marked`: it waits now
 * - `removed`: it is left out, because nothing could hold it
 * - `unknown`: it asks a host of which nobody knows whose it is; it is as it was
 * - `free`: its service needs no consent; it is as it was
 * - `own`: it asks nothing of another host; it is as it was
 * - `waiting`: it was marked already
 */
export type Outcome = 'marked' | 'removed' | 'unknown' | 'free' | 'own' | 'waiting'

/**
 * - `curly`: code with curly quotation marks, as word processors make them, which no browser runs
 * - `untitled`: a frame without a title
 * - `several`: code for more than one service, which waits for all of them
 * - `writes`: code that uses `document.write`, which does nothing once it is released
 * - `manager`: a tag manager, with which all that it loads waits
 * - `formless`: a robot check without the form that it is for
 */
export type Note = 'curly' | 'untitled' | 'several' | 'writes' | 'manager' | 'formless'

export interface Part {
  readonly kind: Kind
  readonly outcome: Outcome
  /** How it began, as it was pasted. */
  readonly before: string
  readonly services: readonly Service[]
  /** The hosts of nobody that is known. */
  readonly unknown: readonly string[]
  readonly notes: readonly Note[]
  /** Where it is in the marked snippet, a form up to its end. What is left out is nowhere: both are the place where it was. */
  readonly from: number
  readonly to: number
}

export interface MarkedSnippet {
  /** The snippet as it is to be pasted. What is marked already, and all else, is as it was to the letter. */
  readonly html: string
  /** In the order of the snippet. */
  readonly parts: readonly Part[]
}

const kinds: Readonly<Record<string, Kind>> = {
  script: 'script',
  iframe: 'frame',
  img: 'image',
  video: 'media',
  audio: 'media',
  source: 'media',
  track: 'media',
  embed: 'media',
  object: 'media',
  link: 'stylesheet',
}
/** Types of scripts that browsers run. https://mimesniff.spec.whatwg.org/#javascript-mime-type */
const runs = /^(module|(text|application)\/(x-)?(java|ecma|j|live)script[\d.]*)?$/i
const asks = /\b(stylesheet|(module)?preload|prefetch|preconnect|dns-prefetch|icon)\b/i
const hints = /\b((module)?preload|prefetch|preconnect|dns-prefetch)\b/i
/** A curly quotation mark where code or an address begins; not in a text of the code. */
const isCurly = ({ content = '', ...tag }: Tag) =>
  /(^|[(,=:[])\s*[“”‘’„]/.test(content.replace(/(["'`])(?:\\.|(?!\1)[^\\\n])*\1/g, '')) || /^[“”‘’„]/.test(attributeOf(tag, 'src') ?? '')

/** @param services all that can be recognised; of two with one id the first counts, so an owner's own go before the catalogue's */
export function markSnippet(html: string, services: readonly Service[]): MarkedSnippet {
  const recogniser = createRecogniser(services)
  const tokens = tokensOf(html)
  let written = ''
  const parts: (Part & { from: number; to: number })[] = []
  const tell = (kind: Kind, outcome: Outcome, token: Token, whose: Whose, all: readonly (Note | false)[] = []) => {
    const notes = all.filter((note) => note !== false)
    parts.push({ kind, outcome, before: begin(textOf(token)), ...whose, notes, from: written.length, to: written.length })
  }

  const whoseIs = (tag: Tag): Whose =>
    tag.name === 'script' && attributeOf(tag, 'src') === undefined
      ? recogniser.code(tag.content ?? '')
      : recogniser.addresses(addressesOf(tag))

  const guarded = formsBehindChecks(tokens, (tag) => whoseIs(tag).services.find(({ category }) => category === 'recaptcha')?.id)

  /** The element at this place as it is to be, and the place after it; nothing where it is as it was. */
  const rewrite = (place: number): readonly [text: string, next: number] | undefined => {
    const tag = tokens[place]
    if (tag?.kind !== 'start') return undefined
    if (tag.name === 'template') return asItWas(place)
    const group = embedGroup(tokens, place)
    if (group) return embed(group, place)
    if (tag.name === 'noscript') return withoutScript(tag, place)
    if (tag.name === 'form') return form(tag, place)
    const kind = kindOf(tag)
    if (!kind) return undefined
    if (attributeOf(tag, 'data-consent') !== undefined) {
      tell(kind, 'waiting', tag, { services: [], unknown: [] })
      return undefined
    }
    const whose = whoseIs(tag)
    const held = whose.services.filter(waits)
    const [first] = held
    if (!first) {
      const outcome = whose.services.length ? 'free' : whose.unknown.length ? 'unknown' : 'own'
      if (outcome !== 'own' || kind === 'script' || kind === 'code') tell(kind, outcome, tag, whose, [isCurly(tag) && 'curly'])
      return undefined
    }
    // A host that nobody knows beside one that is known is that vendor's own errand.
    tell(kind, 'marked', tag, { services: held, unknown: [] }, [
      kind === 'frame' && !attributeOf(tag, 'title') && 'untitled',
      held.length > 1 && 'several',
      kind === 'code' && /\bdocument\.write(ln)?\(/.test(tag.content ?? '') && 'writes',
      held.some(({ id }) => id === 'google-tag-manager') && 'manager',
      isCurly(tag) && 'curly',
      kind === 'script' && first.category === 'recaptcha' && ![...guarded.values()].includes(first.id) && 'formless',
    ])
    const consent = [...new Set(held.map(({ category }) => category))].join(' ')
    return [`${markedTag(tag.name, tag.attributes, consent, first.id)}${tag.content ?? ''}${tag.close ?? ''}`, place + 1]
  }

  const asItWas = (place: number): readonly [string, number] => {
    const end = endOf(tokens, place)
    return [
      tokens
        .slice(place, end + 1)
        .map(textOf)
        .join(''),
      end + 1,
    ]
  }

  const embed = (group: EmbedGroup, place: number): readonly [string, number] | undefined => {
    const service = services.find(({ id }) => group.known.id.test(id) && !/-(pixel|tag|insight)$/.test(id))
    if (!service || !waits(service)) return undefined
    tell('embed', 'marked', tokens[place] as Token, { services: [service], unknown: [] })
    const inside = tokens.slice(place, group.end + 1).map((token) => {
      const renamed = token.kind === 'start' && kindOf(token) && addressesOf(token).length > 0
      return renamed ? `${markedTag(token.name, token.attributes)}${token.content ?? ''}${token.close ?? ''}` : textOf(token)
    })
    return [`<template data-consent="${service.category}" data-service="${service.id}">${inside.join('')}</template>`, group.end + 1]
  }

  const withoutScript = (tag: Tag, place: number): readonly [string, number] | undefined => {
    const whose = recogniser.addresses(tokensOf(tag.content ?? '').flatMap((token) => (token.kind === 'start' ? addressesOf(token) : [])))
    const held = whose.services.filter(waits)
    if (!held.length && !(whose.unknown.length && !whose.services.length)) return undefined
    tell('noscript', 'removed', tag, { services: held, unknown: whose.unknown })
    return ['', place + 1]
  }

  const form = (tag: Tag, place: number): readonly [string, number] | undefined => {
    const service = services.find(({ id }) => id === guarded.get(place))
    if (attributeOf(tag, 'data-consent-form') !== undefined) {
      tell('form', 'waiting', tag, { services: [], unknown: [] })
      return undefined
    }
    if (!service || !waits(service)) return undefined
    tell('form', 'marked', tag, { services: [service], unknown: [] })
    return [tag.text.replace(/^<form/i, `<form data-consent-form="${service.category}"`), place + 1]
  }

  /** Forms, by the token with which they end. */
  const open = new Map<number, (typeof parts)[number]>()
  for (let place = 0; place < tokens.length; ) {
    const told = parts.length
    const [text, next] = rewrite(place) ?? [textOf(tokens[place] as Token), place + 1]
    written += text
    const part = parts[told]
    if (part) part.to = written.length
    if (part?.kind === 'form') open.set(endOf(tokens, place), part)
    for (const [end, long] of open) {
      if (end >= next) continue
      long.to = written.length
      open.delete(end)
    }
    place = next
  }
  return { html: written, parts }
}

/** Whether anything of it waits at all. */
const waits = ({ category }: Service) => category !== 'functional'

const begin = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}

/** What an element is to a visitor's privacy; nothing where it asks for nothing. */
function kindOf(tag: Tag): Kind | undefined {
  if (tag.name === 'script') {
    // Our own tag, our configuration, data and templates.
    const waiting = attributeOf(tag, 'data-consent') !== undefined
    if (!waiting && (!runs.test(attributeOf(tag, 'type') ?? '') || /(^|\/)toestemming\/?[\w/.-]*\.js$/.test(attributeOf(tag, 'src') ?? '')))
      return undefined
    return attributeOf(tag, 'src') === undefined && attributeOf(tag, 'data-src') === undefined ? 'code' : 'script'
  }
  const rel = attributeOf(tag, 'rel') ?? ''
  if (tag.name === 'link') return asks.test(rel) ? (hints.test(rel) ? 'hint' : 'stylesheet') : undefined
  return kinds[tag.name]
}

/** The addresses that an element makes the browser ask. */
const addressesOf = (tag: Tag): readonly string[] =>
  kinds[tag.name] ? tag.attributes.flatMap(([name, value]) => (names.includes(name) ? addressesIn(name, decoded(value)) : [])) : []
