import { describe, expect, it } from 'vitest'
import { findInLabel, findInText } from '../../../src/review/wording.ts'
import { countWords, foundIn, isOnly, mixed, sentenceLength, type Words, words } from '../../../src/review/words.ts'
import { locale, locales } from '../../support/texts.ts'

const { nl, en } = words as { nl: Words; en: Words }

describe('the words of an answer', () => {
  it.each([
    ['Alles accepteren', 'Alles weigeren', nl],
    ['Akkoord', 'Niet akkoord', nl],
    ['Ja, geef toestemming', 'Nee', nl],
    ['Accept all', 'Reject all', en],
    ['Allow cookies', 'Decline', en],
    ['I agree', 'I do not agree', en],
  ])('%s and %s are clear', (accept, reject, list) => {
    expect([findInLabel(accept, 'accept', list), findInLabel(reject, 'reject', list)]).toEqual([undefined, undefined])
  })

  it.each([
    ['Oké', 'accept', nl, 'vague'],
    ['Prima!', 'accept', nl, 'vague'],
    ['Begrepen', 'accept', nl, 'vague'],
    ['Ga verder', 'accept', nl, 'vague'],
    ['×', 'reject', nl, 'vague'],
    ['Sluiten', 'reject', nl, 'vague'],
    ['Got it', 'accept', en, 'vague'],
    ['Later', 'reject', nl, 'unclear'],
    ['Instellingen', 'reject', nl, 'unclear'],
    ['Niet accepteren', 'accept', nl, 'unclear'],
    ['Alles accepteren (aanbevolen)', 'accept', nl, 'praise'],
    ['Accept all – recommended', 'accept', en, 'praise'],
  ] as const)('%s is not, for %s', (label, answer, list, wrong) => {
    expect(findInLabel(label, answer, list)).toBe(wrong)
  })

  it('are clear in every locale of ours', () => {
    for (const [name, texts] of Object.entries(locales)) {
      const list = words[name.slice(0, 2)]
      expect([name, !!list]).toEqual([name, true])
      if (!list) continue
      const found = [findInLabel(texts['action.accept'] ?? '', 'accept', list), findInLabel(texts['action.reject'] ?? '', 'reject', list)]
      expect([name, ...found]).toEqual([name, undefined, undefined])
    }
  })
})

describe('a text', () => {
  it.each([
    ['Voor de beste ervaring gebruiken we cookies.', nl, 'DP-11', 'beste ervaring'],
    ['Voor een optimale online ervaring.', nl, 'DP-11', 'optimale online ervaring'],
    ['Helaas werkt de site dan minder goed.', nl, 'DP-11', 'Helaas'],
    ['Door verder te gaan stem je in.', nl, 'R-128', 'Door verder te gaan'],
    ['Cookies zijn verplicht.', nl, 'R-128', 'verplicht'],
    ['Wij beroepen ons op gerechtvaardigde belangen.', nl, 'DP-18', 'gerechtvaardigde belangen'],
    ['For a better browsing experience.', en, 'DP-11', 'better browsing experience'],
    ['By continuing you agree.', en, 'R-128', 'By continuing'],
    ['Based on our legitimate interest.', en, 'DP-18', 'legitimate interest'],
  ] as const)('“%s” is found', (text, list, code, found) => {
    expect(findInText(text, list)).toEqual([[code, found]])
  })

  it('of ours has nothing of the kind, in any language', () => {
    for (const [name, texts] of Object.entries(locales)) {
      const list = words[name.slice(0, 2)] as Words
      for (const [key, text] of Object.entries(texts)) expect([name, key, findInText(text, list)]).toEqual([name, key, []])
    }
  })

  it('is searched for whole words', () => {
    expect(foundIn('De koper kiest', nl.vague)).toBeUndefined()
    expect(foundIn('onverplichte velden', nl.needed)).toBeUndefined()
    expect(isOnly('Oké, prima', nl.vague)).toBe(true)
    expect(isOnly('Oké, alles accepteren', nl.vague)).toBe(false)
    expect(foundIn('wat dan ook', [])).toBeUndefined()
  })
})

describe('the form of address', () => {
  it('is mixed where a text has both, and not in our own', () => {
    expect(mixed('Je kunt uw keuze wijzigen.')).toEqual(['Je', 'uw'])
    expect(mixed('Je kunt je keuze wijzigen. Menu.')).toBeUndefined()
    for (const name of ['nl-je', 'nl-u']) expect(mixed(Object.values(locale(name)).join(' '))).toBeUndefined()
  })
})

describe('length', () => {
  it('counts words and not marks', () => {
    expect(countWords('Wij – en 3 anderen – vragen: ja?')).toBe(6)
    expect(sentenceLength('Een twee drie. Vier vijf.')).toBe(2.5)
    expect(sentenceLength('')).toBe(0)
  })
})
