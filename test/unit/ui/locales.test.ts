import { describe, expect, it } from 'vitest'
import { fill } from '../../../src/model/text.ts'
import type { Texts } from '../../../src/model/types.ts'
import { texts as all } from '../../support/texts.ts'

const locales: Readonly<Record<string, Texts>> = all
const { je, u } = all
const marks = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort()
const words = (text: string) => text.split(/\s+/).filter(Boolean)
const holds = (text: string, list: readonly string[]) => list.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text))

describe.each(Object.entries(locales))('locale %s', (_name, texts) => {
  it('has the same keys as the others, in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(je))
  })

  it('has the same places to fill in as the others', () => {
    for (const [key, text] of Object.entries(texts)) expect([key, ...marks(text)]).toEqual([key, ...marks(locales.je?.[key])])
  })

  it('has no empty text', () => {
    for (const [key, text] of Object.entries(texts)) expect([key, text.trim()]).not.toEqual([key, ''])
  })

  it('neither steers nor puts blame', () => {
    const forbidden = [
      'optimale ervaring',
      'beste ervaring',
      'helaas',
      'prima',
      'ok',
      'oké',
      'begrepen',
      'door verder te gaan',
      'om deze site te gebruiken',
      'ga verder',
      'best experience',
      'sorry',
      'unfortunately',
      'got it',
      'by continuing',
    ]
    for (const [key, text] of Object.entries(texts)) expect([key, holds(text, forbidden)]).toEqual([key, []])
  })

  it('gives yes and no words of one form', () => {
    expect(words(texts['action.accept'] ?? '')).toHaveLength(words(texts['action.reject'] ?? '').length)
  })

  it('asks in 75 words at most, with four categories', () => {
    const purposes = ['analytics', 'tracking', 'social', 'recaptcha'].map((id) => texts[`category.${id}.short`]).join(', ')
    const text = fill(texts['banner.text'] ?? '', { owner: 'Voorbeeld BV', purposes, trigger: texts['trigger.label'] ?? '' })
    const rest = ['banner.title', 'banner.cookies', 'banner.privacy', 'action.accept', 'action.reject', 'action.preferences']
    expect(words([text, ...rest.map((key) => texts[key])].join(' ')).length).toBeLessThanOrEqual(75)
  })

  it('has sentences of 15 words on average at most, in every text', () => {
    for (const [key, text] of Object.entries(texts)) {
      const sentences = text.split(/(?<=[.:])\s+/)
      expect([key, words(text).length / sentences.length <= 15]).toEqual([key, true])
    }
  })
})

describe('Dutch', () => {
  it('never says u to whom it says je', () => {
    for (const [key, text] of Object.entries(je)) expect([key, holds(text, ['u', 'uw', 'uzelf'])]).toEqual([key, []])
  })

  it('never says je to whom it says u', () => {
    for (const [key, text] of Object.entries(u)) expect([key, holds(text, ['je', 'jij', 'jou', 'jouw', 'jullie'])]).toEqual([key, []])
  })

  it('has the four buttons in the exact words', () => {
    for (const texts of [je, u])
      expect([texts['action.reject'], texts['action.accept'], texts['action.preferences'], texts['action.save']]).toEqual([
        'Alles weigeren',
        'Alles accepteren',
        'Zelf kiezen',
        'Keuze opslaan',
      ])
  })

  it('explains every standard category, in both registers', () => {
    for (const texts of [je, u] as Texts[])
      for (const id of ['functional', 'analytics', 'tracking', 'social', 'recaptcha'])
        for (const part of ['title', 'short', 'purpose', 'recipients', 'refusal']) expect(texts[`category.${id}.${part}`]).toBeTruthy()
  })
})
