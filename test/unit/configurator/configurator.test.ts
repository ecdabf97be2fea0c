// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../demo/configurator/blocks.ts'
import { search } from '../../../demo/configurator/catalogue.ts'
import { dated } from '../../../demo/configurator/dated.ts'
import { addCategory, addKnown, addOwn, change, remove, set } from '../../../demo/configurator/edit.ts'
import { colourProblem, contrast, onColour, styleSheet, toColour } from '../../../demo/configurator/look.ts'
import { markPasted } from '../../../demo/configurator/markPasted.ts'
import { mistakesIn, read } from '../../../demo/configurator/problems.ts'
import { folderOf, footerLink, jsonOf, snippetOf } from '../../../demo/configurator/snippet.ts'
import { decode, empty, encode, type State } from '../../../demo/configurator/state.ts'
import type { Configuration } from '../../../src/model/settings.ts'
import { snippets } from '../../support/snippets.ts'

const state = (configuration: Configuration, rest: Partial<State> = {}): State => ({ ...empty, configuration, ...rest })

describe('the state in the address', () => {
  it('comes back as it was, in letters that an address leaves alone', () => {
    const full = state(
      {
        owner: 'Café “Ünïque” & zn. 😀',
        services: ['youtube', { use: 'matomo', exempt: 'Geen cookies.' }],
        texts: { 'banner.title': '<b>' },
      },
      { look: { accent: '#123456', font: 'Georgia, serif' }, pasted: '<script>gtag("a")</script>\n', folder: '/x/' },
    )
    expect(encode(full)).toMatch(/^[\w-]+$/)
    expect(decode(`#${encode(full)}`)).toEqual(full)
  })

  it('leaves out pasted code that is longer than an address can be', () => {
    expect(decode(encode(state({ owner: 'Proef' }, { pasted: 'x'.repeat(30_001) })))).toEqual(state({ owner: 'Proef' }))
  })

  it('is empty where nothing was filled in', () => {
    expect(encode(empty)).toBe('')
    expect(decode('')).toEqual(empty)
  })

  const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  it.each([
    'abc',
    '%%%',
    coded(null),
    coded({ configuration: [] }),
    coded({ configuration: { services: 'youtube' } }),
    coded({ configuration: { services: [{ cookies: 'x' }] } }),
    coded({ configuration: { onwer: 'x' } }),
  ])('that cannot be read is an empty one: %s', (hash) => {
    expect(decode(hash)).toEqual(empty)
  })

  it('that holds a mistake one can make keeps it', () => {
    const wrong = state({ validDays: 5, services: [{ id: 'a', provider: '', category: 'weg', hosts: ['https://'] }] })
    expect(decode(encode(wrong))).toEqual(wrong)
  })
})

describe('changes', () => {
  it('leave nothing empty behind', () => {
    const one = set({}, ['links', 'privacy'], '/privacy')
    expect(one).toEqual({ links: { privacy: '/privacy' } })
    expect(set(one, ['links', 'privacy'], '')).toEqual({})
  })

  it('add a service of the catalogue once, and write only what differs from it', () => {
    const two = addKnown(addKnown({}, 'youtube'), 'youtube', 'matomo', 'nergens')
    expect(two).toEqual({ services: ['youtube', 'matomo'] })
    const changed = change(two, 1, 'exempt', 'Geen cookies.')
    expect(changed.services).toEqual(['youtube', { use: 'matomo', exempt: 'Geen cookies.' }])
    expect(change(changed, 1, 'exempt', '').services).toEqual(['youtube', 'matomo'])
    expect(change(two, 0, 'category', 'social').services).toEqual(['youtube', 'matomo'])
    expect(remove(remove(two, 'youtube'), 'matomo')).toEqual({})
  })

  it('give an own service and an own category an id that nobody has', () => {
    let configuration = addOwn({}, 'Bureau Één & Co', { category: 'analytics' })
    configuration = addOwn(configuration, 'bureau een co', {})
    configuration = addOwn(configuration, 'YouTube', {})
    configuration = addOwn(configuration, '…', {})
    expect(configuration.services?.map((one) => typeof one === 'object' && 'id' in one && one.id)).toEqual([
      'bureau-een-co',
      'bureau-een-co-2',
      'youtube-2',
      'eigen-dienst',
    ])
    expect(Object.keys(addCategory(addCategory({}, 'Social'), '2e soort').categories ?? {})).toEqual(['social-2', 'e-soort'])
    expect(mistakesIn(configuration)).toEqual([])
  })
})

describe('the day of the last change', () => {
  const old: Configuration = { owner: 'Proef', services: ['youtube'], updated: '2026-01-02' }

  it('is that on which what is declared was changed', () => {
    expect(dated(old, { ...old, services: ['youtube', 'matomo'] }, '2026-11-29').updated).toBe('2026-11-29')
    expect(dated({}, { services: ['youtube'] }, '2026-11-29').updated).toBe('2026-11-29')
    expect(jsonOf(dated({}, { services: ['youtube'] }, '2026-11-29'))).toBe(
      '{\n  "updated": "2026-11-29",\n  "services": [\n    "youtube"\n  ]\n}\n',
    )
  })

  it('stays where only the look is changed, where a configuration brings its own, and where one begins anew', () => {
    const looks: Configuration = { ...old, ui: { theme: 'dark' } }
    expect(dated(old, looks, '2026-11-29')).toBe(looks)
    const read: Configuration = { services: ['matomo'], updated: '2025-05-06' }
    expect(dated(old, read, '2026-11-29')).toBe(read)
    expect(dated(old, empty.configuration, '2026-11-29')).toBe(empty.configuration)
  })
})

it('a service is found by its name, its cookie or its provider, with or without accents', () => {
  expect(search('google ana')[0]?.id).toBe('google-analytics')
  expect(search('_fbp').map(({ id }) => id)).toContain('meta-pixel')
  expect(search('yóutube')[0]?.id).toBe('youtube')
  expect(search('bestaat niet')).toEqual([])
  expect(search(' ').length).toBeGreaterThan(5)
})

describe('what is wrong', () => {
  const own = { id: 'eigen', provider: 'Eigen', category: 'analytics' }
  it.each([
    [{ services: [{ ...own, hosts: ['https://a.nl'] }] }, 'services[0].hosts[0]', /^“https:\/\/a.nl” is geen adres van een website/],
    [{ services: [{ ...own, cookies: [{ name: '*' }] }] }, 'services[0].cookies[0].name', /^“\*” kan niet/],
    [{ services: [{ ...own, cookies: [{ name: 'a', duration: '1 jaar' }] }] }, 'services[0].cookies[0].duration', /bewaartijd/],
    [{ services: [{ ...own, provider: '' }] }, 'services[0].provider', /van wie/],
    [{ services: [{ ...own, category: 'weg' }] }, 'services[0].category', /“weg” bestaat niet/],
    [{ services: ['nergens'] }, 'services[0]', /“nergens” staat niet in de lijst/],
    [{ services: ['youtube', 'youtube'] }, 'services[1].id', /“youtube” is al in gebruik/],
    [{ validDays: 90 }, 'validDays', /van 180 tot en met 400/],
    [{ updated: '29-11-2026' }, 'updated', /^“29-11-2026” is geen datum\. Schrijf bijvoorbeeld 2026-11-29/],
    [{ services: ['google-analytics', { ...own, cookies: [{ name: '_ga' }] }] }, 'services[1].cookies[0].name', /bij twee diensten/],
  ])('%j is told at its place, in Dutch', (configuration, path, text) => {
    const [mistake, ...others] = mistakesIn(configuration as Configuration)
    expect(mistake).toMatchObject({ path, lang: 'nl', text: expect.stringMatching(text) })
    expect(others).toEqual([])
  })

  it('what has no words of ours is told in the library’s own', () => {
    const [mistake] = mistakesIn({ register: 'jij' } as unknown as Configuration)
    expect(mistake).toMatchObject({ lang: 'en', text: expect.stringMatching(/^register: found "jij".*Did you mean "je"/) })
  })

  it('a text that is to be the configuration is taken only when it is right', () => {
    expect(read('{ "services": ["youtube"] }')).toEqual({ services: ['youtube'] })
    expect(read('{ "servces": [] }')).toMatch(/Did you mean "services"/)
    expect(read('{')).toMatch(/geen geldige JSON/)
  })
})

describe('the look', () => {
  it('is written as custom properties, and only what was chosen', () => {
    expect(styleSheet({})).toBe('')
    expect(styleSheet({ accent: 'rood', onAccent: '#ffffff' })).toBe('')
    expect(styleSheet({ font: 'Georgia, serif } a { x: y' })).toBe(':root { --toestemming-font: Georgia, serif  a  x: y }')
    expect(styleSheet({ accent: '#174f8c', corners: '0px', density: '1.3' })).toBe(
      ':root { --toestemming-accent: #174f8c; --toestemming-corners: 0px; --toestemming-density: 1.3 }',
    )
  })

  it('proposes text of the colour that can be read best', () => {
    expect([onColour('#ffff00'), onColour('#174f8c')]).toEqual(['#000000', '#ffffff'])
    expect(contrast('#000000', '#ffffff')).toBe(21)
  })

  it('says when the owner’s own two colours cannot be read', () => {
    expect(colourProblem({ accent: '#174f8c', onAccent: '#30609c' })).toMatch(/contrast is 1,/)
    expect(colourProblem({ accent: '#174f8c', onAccent: '#ffffff' })).toBe('')
  })
})

describe('the snippet', () => {
  it('holds the configuration, owner first, and the tag; and nothing in it can end its element', () => {
    const text = snippetOf(state({ services: ['youtube'], owner: '</script><script>alert(1)</script>' }, { folder: '/a "b"/' }))
    expect(text.match(/<\/script>/g)).toHaveLength(2)
    const json = />\n([\s\S]*?)\n<\/script>/.exec(text)?.[1] ?? ''
    expect(Object.keys(JSON.parse(json))).toEqual(['owner', 'services'])
    expect(JSON.parse(json).owner).toBe('</script><script>alert(1)</script>')
    expect(text).toContain('<script src="/ab/toestemming.js"></script>')
    expect(text).not.toContain('<style>')
    expect(snippetOf(state({}, { look: { accent: '#174f8c' } }))).toContain('<style>\n:root {')
  })

  it('knows the folder with and without its last slash', () => {
    expect(['', '/x', '/x/', 'https://cdn.nl/t//'].map(folderOf)).toEqual(['/toestemming/', '/x/', '/x/', 'https://cdn.nl/t/'])
  })

  it('has a link that works without script', () => {
    expect(footerLink(state({ links: { cookies: '/c?a&b"' } }), 'Keuze')).toBe(
      '<a href="/c?a&amp;b&quot;" data-toestemming-action="open">Keuze</a>\n',
    )
    expect(footerLink(state({ links: { privacy: '/p' } }), 'Keuze')).toContain('<a href="/p"')
    // Where no page is known, no visitor is led to one that is not there.
    expect(footerLink(state({}), 'Keuze')).toBe('<button type="button" data-toestemming-action="open">Keuze</button>\n')
    expect(jsonOf({ services: [] })).toBe('{\n  "services": []\n}\n')
  })
})

describe('addresses', () => {
  it.each(['/privacy', 'https://voorbeeld.nl/privacy', '#privacy', 'mailto:a@voorbeeld.nl', 'tel:0201234567'])('takes %s', (privacy) => {
    expect(mistakesIn({ owner: 'Proef', links: { privacy } })).toEqual([])
  })
  it.each([
    ['www.voorbeeld.nl/privacy', 'https://www.voorbeeld.nl/privacy', false],
    ['voorbeeld.nl', 'https://voorbeeld.nl', false],
    ['//voorbeeld.nl/privacy', 'https://voorbeeld.nl/privacy', false],
    ['privacy verklaring', 'een spatie', false],
    ['info@voorbeeld.nl', ' mailto:info@voorbeeld.nl', false],
    ['+31 (0)20 123 45 67', ' tel:+31201234567', false],
    ['javascript:alert(1)', 'geen adres', false],
    ['privacy.html', 'een / voor het adres: /privacy.html', true],
  ])('says of %s what to do', (privacy, words, harmless) => {
    expect(mistakesIn({ owner: 'Proef', links: { privacy } })).toEqual([
      { path: 'links.privacy', text: expect.stringContaining(words), lang: 'nl', harmless },
    ])
  })
})

describe('colours', () => {
  it.each([
    ['#7a1f3d', '#7a1f3d'],
    ['7A1F3D', '#7a1f3d'],
    [' #fa0 ', '#ffaa00'],
    ['rood', undefined],
    ['#12345', undefined],
  ])('reads %s', (text, colour) => expect(toColour(text)).toBe(colour))
})

describe('the pieces of what was pasted', () => {
  const blocks = (html: string) => blocksOf(markPasted(html, {}))
  it('code of one service together, with its remarks; what visitors see and forms by themselves; without what is not changed', () => {
    const found = blocks(
      [snippets.analytics, '<script src="/eigen.js"></script>', snippets.meta, snippets.youtube, '<p>Tekst</p>', snippets.recaptcha].join(
        '\n',
      ),
    )
    expect(found.map(({ where, names, before, removed }) => [where, names.join(), before.length, removed.length])).toEqual([
      ['page', 'Google Analytics', 2, 0],
      ['page', 'Meta-pixel (Facebook, Instagram)', 1, 1],
      ['sight', 'YouTube', 1, 0],
      ['page', 'Google reCAPTCHA', 1, 0],
      ['form', 'Google reCAPTCHA', 1, 0],
    ])
    expect(found[0]?.html).toMatch(/^<!-- Google tag [\s\S]*<\/script>$/)
    expect(found[1]?.html).not.toMatch(/eigen|noscript/)
    expect(found[4]?.html).toMatch(/^<form data-consent-form="recaptcha"[\s\S]*<\/form>$/)
  })
  it('what is only left out has nothing in its place, and what stands in a form comes with the form', () => {
    expect(blocks('<noscript><img src="https://www.facebook.com/tr?id=1"></noscript>')).toMatchObject([
      { html: '', removed: [expect.anything()] },
    ])
    const [form, ...others] = blocks(
      `<form><div class="g-recaptcha"></div><script src="https://www.google.com/recaptcha/api.js"></script></form>`,
    )
    expect([form?.where, others]).toEqual(['form', []])
    expect(form?.html).toContain('data-src="https://www.google.com/recaptcha/api.js"')
  })
  const mail = '<script src="https://winkel.activehosted.com/f/embed.php?id=7"></script>'
  const map = '<iframe src="https://www.google.com/maps/embed?pb=1" title="Kaart"></iframe>'
  it('the empty place that code fills comes with it, and is where visitors see it', () => {
    const [before, ...others] = blocks(`<p>Nieuwsbrief</p>\n<div class="_form_7"></div>${mail}`)
    expect([before?.where, before?.before[0], others]).toEqual(['sight', expect.stringMatching(/^<div class="_form_7"><\/div><script/), []])
    expect(before?.html).toMatch(/^<div class="_form_7"><\/div><script type="text\/plain"/)
    const [, after, last] = blocks(`${map}\n\n${mail}\n<div class="_form_7"></div>\n\n<p>Tekst</p>${snippets.analytics}`)
    expect(after).toMatchObject({ where: 'sight', html: expect.stringMatching(/<\/script>\n<div class="_form_7"><\/div>$/) })
    expect(after?.before.at(-1)).toBe('<div class="_form_7"></div>')
    expect(last).toMatchObject({ where: 'page', html: expect.stringMatching(/^<!-- Google tag/) })
    expect(blocks(`${map}\n<div class="streep"></div>\n\n${map}`)[0]?.html).toMatch(/<\/iframe>$/)
    // A place after code that is not changed is not anybody else's.
    expect(blocks(`<script src="/eigen.js"></script>\n<div id="eigen"></div>\n\n${map}`)).toMatchObject([
      { html: expect.stringMatching(/^<iframe/) },
    ])
  })
  it('a remark that says where something ends stays with that', () => {
    const [first, second, third] = blocks(`${mail}\n<!-- End Mail -->\n\n<!-- Kaart -->\n${map}\n<!--Einde kaart-->\n${snippets.youtube}`)
    expect(first?.html).toMatch(/<!-- End Mail -->$/)
    expect(second?.html).toMatch(/^<!-- Kaart -->[\s\S]*<!--Einde kaart-->$/)
    expect(third?.html).toMatch(/^<iframe/)
    // What ended is not changed: then neither is what says so.
    expect(blocks(`<script src="/eigen.js"></script>\n<div>Iets</div><!-- End eigen -->\n${mail}`)[0]?.html).toMatch(/^<script/)
  })
})
