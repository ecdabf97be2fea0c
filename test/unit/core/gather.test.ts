import { expect, it } from 'vitest'
import { gather } from '../../../src/core/gather.ts'
import type { Answer } from '../../../src/model/types.ts'

const shown = (ids: readonly string[], answers: Readonly<Record<string, Answer>> = {}) =>
  gather(
    [{ id: 'social', asked: true, required: false, services: ids.map((id) => ({ id, category: 'social', provider: id })) }],
    (id) => answers[id],
  ).flatMap(({ services }) => services.map(({ id }) => id))

it('a provider has one entry, however many of its hosts there are; anybody else has their own', () => {
  expect(
    shown(['eigen', 'youtube-nocookie.com', 'facebook.com', 'youtube.com', 'connect.facebook.net', 'elders.example', 'youtu.be']),
  ).toEqual(['eigen', 'youtube-nocookie.com', 'facebook.com', 'elders.example'])
})

it('what has an answer of its own stays to be seen', () => {
  const hosts = ['youtube.com', 'youtube-nocookie.com', 'youtu.be']
  expect(shown(hosts, { 'youtube.com': 'yes', 'youtube-nocookie.com': 'yes', 'youtu.be': 'yes' })).toEqual(['youtube.com'])
  expect(shown(hosts, { 'youtube.com': 'yes', 'youtube-nocookie.com': 'no', 'youtu.be': 'yes' })).toEqual([
    'youtube.com',
    'youtube-nocookie.com',
  ])
})
