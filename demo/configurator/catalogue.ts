/** The services to choose from. */

import * as constants from '../../src/catalogue/index.ts'
import type { Localised, Service } from '../../src/model/types.ts'

export type KnownService = Service & { readonly mayBeExempt?: Localised }

export const catalogue: readonly KnownService[] = Object.values(constants)
export const byId: Readonly<Record<string, KnownService | undefined>> = Object.fromEntries(catalogue.map((one) => [one.id, one]))

/** What most small sites have, for who has not looked for anything yet. */
export const common = [
  'google-analytics',
  'google-tag-manager',
  'meta-pixel',
  'google-ads',
  'youtube',
  'google-maps',
  'google-recaptcha',
  'microsoft-clarity',
  'linkedin-insight',
  'google-fonts',
  'wordpress',
  'woocommerce',
]

/** The services that fit all words, best first: by name, then by provider, then by cookie, host or purpose. */
export function search(words: string): readonly KnownService[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  if (!wanted.length) return common.flatMap((id) => byId[id] ?? [])
  return catalogue
    .map((service) => {
      const places = [`${service.id} ${service.title ?? ''}`, service.provider, rest(service)].map(plain)
      const scores = wanted.map((word) => {
        const place = places.findIndex((text) => text.includes(word))
        return place < 0 ? Number.NaN : place * 2 + (RegExp(`(^|\\W)${word.replace(/\W/g, '\\$&')}`).test(places[place] ?? '') ? 0 : 1)
      })
      return { service, score: scores.reduce((sum, score) => sum + score, 0) }
    })
    .filter(({ score }) => !Number.isNaN(score))
    .sort((one, other) => one.score - other.score)
    .map(({ service }) => service)
}

const rest = ({ hosts = [], cookies = [], purpose }: Service) =>
  [...hosts, ...cookies.map(({ name }) => name), typeof purpose === 'object' ? purpose.nl : purpose].join(' ')

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
