import { describe, expect, it } from 'vitest'
import { languages, pickLocale } from '../../../src/model/locale.ts'
import { fill } from '../../../src/model/text.ts'
import type { Texts } from '../../../src/model/types.ts'
import { labels, locale, locales } from '../../support/texts.ts'

const dutch = locale('nl-je')
const marks = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort()
const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
const holds = (text: string, list: readonly string[]) => list.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').test(text))
const holdsExactly = (text: string, list: readonly string[]) =>
  list.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text))

/** in each language: what steers, puts blame, is no plain answer, or says that going on is agreeing. */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  nl: [
    ...['(optimale|beste|betere) ervaring', 'helaas', 'prima', 'ok', 'oké', 'begrepen', 'ga verder', 'nee,? ik wil'],
    ...['door verder te gaan', 'om deze (web)?site te gebruiken', 'verplicht', 'gerechtvaardigd belang'],
  ],
  en: [
    ...['(optimal|best|better) experience', 'sorry', 'unfortunately', 'got it', 'ok', 'okay', 'continue', 'no,? i (do not|don’t) want'],
    ...['by continuing', 'to use this (web)?site', 'legitimate interest'],
  ],
  de: [
    ...[
      '(optimale|beste|bessere)\\p{L}* (erfahrung|erlebnis|nutzererlebnis)',
      'leider',
      'ok',
      'okay',
      'verstanden',
      'weiter',
      'alles klar',
    ],
    ...['wenn (du|sie) weiter', 'um diese website zu nutzen', 'berechtigte\\p{L}* interesse\\p{L}*'],
  ],
  fr: [
    ...['(meilleure|optimale) expérience', 'malheureusement', 'désolés?', 'ok', 'd’accord', 'compris', 'continuer', 'non merci'],
    ...['en (continuant|poursuivant)', 'pour utiliser ce site', 'intérêt légitime'],
  ],
  es: [
    ...['(mejor|óptima) experiencia', 'lamentablemente', 'lo sentimos', 'ok', 'vale', 'entendido', 'continuar', 'no,? gracias'],
    ...['al (continuar|seguir)', 'para usar este sitio', 'interés legítimo'],
  ],
  it: [
    ...[
      '(migliore|ottimale) esperienza',
      'esperienza (migliore|ottimale)',
      'purtroppo',
      'ci dispiace',
      'ok',
      'ho capito',
      'continua',
      'no,? grazie',
    ],
    ...['continuando', 'per usare questo sito', 'legittimo interesse'],
  ],
  pl: [
    ...[
      '(najlepsz|optymaln|lepsz)\\p{L}* (doświadczeni|wrażeni)\\p{L}*',
      'niestety',
      'przykro',
      'ok',
      'rozumiem',
      'przejdź dalej',
      'nie,? dziękuję',
    ],
    ...['kontynuując', 'aby korzystać ze strony', 'uzasadnion\\p{L}* interes\\p{L}*'],
  ],
  tr: [
    ...['(en iyi|daha iyi|optimum) deneyim\\p{L}*', 'maalesef', 'ne yazık ki', 'tamam', 'anladım', 'devam et', 'hayır,? istemiyorum'],
    ...['devam ederek', 'bu siteyi kullanmak için', 'meşru menfaat'],
  ],
  uk: [
    ...['(найкращ|кращ|оптимальн)\\p{L}* досвід\\p{L}*', 'на жаль', 'вибачте', 'ок', 'гаразд', 'зрозуміло', 'продовжити', 'ні,? дякую'],
    ...['продовжуючи', 'щоб користуватися (цим )?сайтом', 'законн\\p{L}* інтерес\\p{L}*'],
  ],
  ar: [
    ...['(أفضل|أحسن) تجربة', 'للأسف', 'عذرًا', 'نأسف', 'موافق', 'حسنًا', 'فهمت', 'متابعة', 'لا شكرًا'],
    ...['بمتابعة', 'بالاستمرار', 'لاستخدام هذا الموقع', 'مصلحة مشروعة'],
  ],
  fy: [
    ...[
      '(optimale|bêste|bettere) ûnderfining',
      'spitich genôch',
      'spitigernôch',
      'ok',
      'goed sa',
      'begrepen',
      'gean fierder',
      'nee,? ik wol',
    ],
    ...['troch fierder te gean', 'om dizze (web)?side te brûken'],
  ],
}

/** both answers in plain verbs of one form. */
const answers: Readonly<Record<string, readonly [reject: string, accept: string]>> = {
  nl: ['Alles weigeren', 'Alles accepteren'],
  en: ['Reject all', 'Accept all'],
  de: ['Alles ablehnen', 'Alles akzeptieren'],
  fr: ['Tout refuser', 'Tout accepter'],
  es: ['Rechazar todo', 'Aceptar todo'],
  it: ['Rifiuta tutto', 'Accetta tutto'],
  pl: ['Odrzuć wszystko', 'Akceptuj wszystko'],
  tr: ['Tümünü reddedin', 'Tümünü kabul edin'],
  uk: ['Відхилити все', 'Прийняти все'],
  ar: ['رفض الكل', 'قبول الكل'],
  fy: ['Alles wegerje', 'Alles akseptearje'],
}

/**
 * how each file speaks to its reader, and how it never does. Where capitals make the difference they count: `Sie` at the beginning of a
 * sentence would be ambiguous, so that German texts with _du_ do not begin with it.
 */
const registers: Readonly<Record<string, { readonly always: readonly string[]; readonly never: readonly string[] }>> = {
  'nl-je': { always: ['je'], never: ['[Uu]', '[Uu]w', '[Uu]zelf'] },
  'nl-u': { always: ['u', 'uw'], never: ['[Jj]e', '[Jj]ij', '[Jj]ou', '[Jj]ouw', '[Jj]ullie', '[Jj]ezelf'] },
  'nl-be-je': { always: ['je'], never: ['[Uu]', '[Uu]w', '[Uu]zelf', '[Gg]ij', '[Gg]e'] },
  'nl-be-u': { always: ['u', 'uw'], never: ['[Jj]e', '[Jj]ij', '[Jj]ou', '[Jj]ouw', '[Jj]ullie', '[Jj]ezelf', '[Gg]ij', '[Gg]e'] },
  'de-je': { always: ['du', 'dich'], never: ['Sie', 'Ihnen', 'Ihr(e[mnrs]?)?'] },
  'de-u': { always: ['Sie', 'Ihre'], never: ['[Dd]u', '[Dd]ich', '[Dd]ir', '[Dd]ein(e[mnrs]?)?', '[Ee]uch', '[Ee]ure?'] },
  'fr-je': { always: ['tu', 'ton'], never: ['[Vv]ous', '[Vv]otre', '[Vv]os'] },
  'fr-u': { always: ['vous', 'votre'], never: ['[Tt]u', '[Tt]oi', '[Tt]e', '[Tt]on', '[Tt]a', '[Tt]es', 't’\\p{L}+'] },
  es: { always: ['tu', 'te'], never: ['[Uu]sted', '[Ss]us?', '[Vv]uestr[oa]s?', '[Vv]osotros'] },
  it: { always: ['tuo', 'puoi'], never: ['Lei', '[Ss]u[oa]', 'può rifiutare', '[Vv]ostr[oa]', '[Vv]oi'] },
  pl: { always: ['Twoja'], never: ['[Pp]ana?', '[Pp]ani', '[Pp]aństwo', '[Pp]aństwa', 'twoj\\p{L}*', '[Ww]asz\\p{L}*'] },
  tr: { always: ['sizi'], never: ['[Ss]en', '[Ss]enin', '[Ss]eni', '[Ss]ana', '\\p{L}+(abilirsin|ebilirsin)'] },
  uk: { always: ['ви'], never: ['[Тт]и', '[Тт]ебе', '[Тт]обі', '[Тт]вій', '[Тт]вою', '[Тт]воя', '[Тт]вого'] },
  ar: { always: ['يمكنك'], never: ['يمكنكم', 'اختياركم', 'موافقتكم', 'لكم'] },
  fy: { always: ['jo'], never: ['[Dd]o', '[Dd]yn', '[Dd]ij', '[Jj]imme'] },
}

describe('the locales', () => {
  it('have a rule for the register of every file, but for the one language that has none', () => {
    expect(Object.keys(locales).sort()).toEqual([...Object.keys(registers), 'en'].sort())
  })

  it('call the trigger the same in the small file that it is read from', () => {
    for (const language of languages.filter((tag) => tag !== 'nl-BE'))
      expect([language, labels[language]]).toEqual([language, locale(pickLocale(language, 'u')[0])['trigger.label']])
  })
})

describe.each(Object.entries(locales))('locale %s', (name, texts) => {
  const language = name.slice(0, 2)

  it('has the same keys as the others, in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(dutch))
  })

  it('has the same places to fill in as the others', () => {
    for (const [key, text] of Object.entries(texts)) {
      // Where a language asks for the name more than once or less often, it says it at least as often as it needs: each mark is there.
      expect([key, ...new Set(marks(text))]).toEqual([key, ...new Set(marks(dutch[key]))])
    }
  })

  it('has no empty text, nor one with spaces around or twice', () => {
    for (const [key, text] of Object.entries(texts)) expect([key, text.trim().replace(/ {2,}/g, ' ')]).toEqual([key, text])
    expect(Object.values(texts)).not.toContain('')
  })

  it('is written, not left in Dutch or English', () => {
    if (language === 'nl' || language === 'en') return
    const other = [dutch, locale('en')]
    // Short words may be the same in two languages, and places to fill in are; sentences are not.
    const same = Object.entries(texts).filter(
      ([key, text]) => words(text.replace(/{\w+}/g, '')).length > 3 && other.some((one) => one[key] === text),
    )
    expect(same).toEqual([])
  })

  it('speaks to the reader in one register', () => {
    const rule = registers[name]
    if (!rule) return
    for (const [key, text] of Object.entries(texts)) expect([key, holdsExactly(text, rule.never)]).toEqual([key, []])
    const all = Object.values(texts).join(' ')
    expect(holdsExactly(all, rule.always)).toEqual(rule.always)
  })

  it('neither steers nor puts blame, nor says that a consent is needed (R-127, R-128)', () => {
    const list = forbidden[language] ?? []
    expect(list.length).toBeGreaterThan(8)
    for (const [key, text] of Object.entries(texts)) expect([key, holds(text, list)]).toEqual([key, []])
  })

  it('gives yes and no plain words of one form (R-126)', () => {
    const given = [texts['action.reject'], texts['action.accept']]
    expect(given).toEqual(answers[language])
    // In Turkish to accept is a verb of two words.
    const [reject = '', accept = ''] = given.map((text) => text?.replace('kabul edin', 'kabul'))
    expect(words(accept)).toHaveLength(words(reject).length)
    expect(words(accept).filter((word) => words(reject).includes(word))).toHaveLength(1)
  })

  it('asks in 75 words at most, with four categories and another site (R-129)', () => {
    const purposes = ['analytics', 'tracking', 'social', 'recaptcha'].map((id) => texts[`category.${id}.short`]).join(', ')
    const text = fill(texts['banner.text'] ?? '', { owner: 'Voorbeeld BV', purposes, trigger: texts['trigger.label'] ?? '' })
    const rest = ['banner.title', 'banner.cookies', 'banner.privacy', 'action.accept', 'action.reject', 'action.preferences']
    const network = ['network.link', 'network.register'].map((key) => fill(texts[key] ?? '', { sites: 'winkel.example' }))
    expect(words([text, ...rest.map((key) => texts[key]), ...network].join(' ')).length).toBeLessThanOrEqual(75)
  })

  it('has sentences of 15 words on average at most, in every text (R-129)', () => {
    for (const [key, text] of Object.entries(texts)) {
      const sentences = text.split(/(?<=[.:])\s+/)
      expect([key, words(text).length / sentences.length <= 15]).toEqual([key, true])
    }
  })

  /**
   * At 320 px two buttons stand side by side in what is left of the bar: 320 − 2 × 12.8 of padding, less 8 between them, is 143 px each, less 12 of
   * border and padding 131 px. A letter of 15 px semibold is about 8 px wide, so a line holds 16 letters; two lines fit the button at its
   * usual height and a half. No word may be longer than a line, and no text than two. What has a line to itself (276 px) may be twice as long.
   */
  it('has no button text that does not fit two lines at 320 px', () => {
    const pair = ['action.reject', 'action.accept']
    const alone = Object.keys(texts).filter((key) =>
      /^(action\.(preferences|reload|save|withdraw|open)|placeholder\.once|form\.(allow|contact|retry))$/.test(key),
    )
    for (const [keys, line] of [
      [pair, 16],
      [alone, 32],
    ] as const)
      for (const key of keys) {
        const text = texts[key] ?? ''
        expect([key, Math.max(...words(text).map((word) => word.length)) <= line, text.length <= line * 2]).toEqual([key, true, true])
      }
  })

  it('explains every standard category', () => {
    for (const id of ['functional', 'analytics', 'tracking', 'social', 'recaptcha'])
      for (const part of ['title', 'short', 'purpose', 'recipients', 'refusal']) expect(texts[`category.${id}.${part}`]).toBeTruthy()
  })

  it('keeps words of another direction apart', () => {
    for (const [key, text] of Object.entries(texts)) {
      const names = text.match(/.?\{(owner|provider|service|date|id|sites)\}.?/gs) ?? []
      const apart = names.filter((one) => one.startsWith('\u2068') && one.endsWith('\u2069'))
      expect([key, apart.length]).toEqual([key, language === 'ar' ? names.length : 0])
    }
  })
})

describe('two registers of one language', () => {
  it.each(['nl', 'nl-be', 'de', 'fr'])('of %s differ where they speak to the reader, and have the same buttons', (name) => {
    const [first, second] = [locale(`${name}-je`), locale(`${name}-u`)]
    const differ = Object.keys(first).filter((key) => first[key] !== second[key])
    expect(differ.length).toBeGreaterThan(20)
    expect(differ.filter((key) => /^(action|banner\.(title|cookies|privacy)|trigger)/.test(key))).toEqual([])
  })
})

describe('Flemish', () => {
  it('is Dutch but for the words that Flanders has of its own', () => {
    for (const register of ['je', 'u']) {
      const [dutchTexts, flemish] = [locale(`nl-${register}`), locale(`nl-be-${register}`)]
      const differ = Object.keys(flemish).filter((key) => flemish[key] !== dutchTexts[key])
      expect(differ.length).toBeGreaterThan(3)
      for (const key of differ)
        expect([key, holds(flemish[key] ?? '', ['toestel', 'winkelmandje', 'cookiebeleid', 'contacteer'])]).not.toEqual([key, []])
      expect(holds(Object.values(flemish).join(' '), ['apparaat', 'winkelwagen', 'cookieverklaring'])).toEqual([])
    }
  })
})

/**
 * How easily Dutch reads, by Douma (1960): 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. 60 to 70 is ordinary, which is what B1 readers
 * manage; below 50 is difficult. A syllable is counted for each group of vowels, which is right for nearly all Dutch words.
 */
const douma = (texts: readonly string[]): number => {
  const all = texts.map((text) => text.replace(/\{\w+\}/g, 'Naam'))
  const count = all.flatMap(words)
  const syllables = count.flatMap((word) => word.match(/[aeiouyáéíóúëïöüàè]+/gi) ?? ['']).length
  const sentences = all.flatMap((text) => text.split(/(?<=[.:?])\s+/)).length
  return 206.84 - (0.77 * syllables * 100) / count.length - (0.93 * count.length) / sentences
}

describe('Dutch', () => {
  const sentencesOf = (texts: Texts) => Object.values(texts).filter((text) => text.endsWith('.') && words(text).length > 4)

  it('is measured so that official language fails and plain language passes', () => {
    const official =
      'De verwerkingsverantwoordelijke verwerkt persoonsgegevens overeenkomstig de toepasselijke gegevensbeschermingswetgeving.'
    expect(douma([official])).toBeLessThan(0)
    expect(douma(['We tellen hoe vaak een pagina wordt gelezen. Dat helpt ons.'])).toBeGreaterThan(70)
  })

  it.each(['nl-je', 'nl-u', 'nl-be-je', 'nl-be-u'])('in %s reads as B1', (name) => {
    expect(douma(sentencesOf(locale(name)))).toBeGreaterThan(60)
  })

  it('has the four buttons in the exact words', () => {
    for (const texts of [locale('nl-je'), locale('nl-u')])
      expect([texts['action.reject'], texts['action.accept'], texts['action.preferences'], texts['action.save']]).toEqual([
        'Alles weigeren',
        'Alles accepteren',
        'Zelf kiezen',
        'Keuze opslaan',
      ])
  })
})
