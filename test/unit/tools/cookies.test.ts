// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueIds } from '../../../src/catalogue/ids.ts'
import { cookies } from '../../../src/tools/cookies.ts'

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

/** What the command writes and says about a configuration, and its exit status. */
async function run(configuration: unknown, ...words: string[]) {
  let out = ''
  let error = ''
  const status = await cookies(['site.json', ...words], {
    read: (path) => {
      if (path !== 'site.json') throw new Error('ENOENT')
      return typeof configuration === 'string' ? configuration : JSON.stringify(configuration)
    },
    load: async (name) =>
      name === 'catalogue/ids' ? { catalogueIds } : { default: json(name.startsWith('catalogue/') ? `src/${name}.json` : `${name}.json`) },
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    now: () => new Date('2026-11-28T12:00:00Z'),
  })
  return { status, out, error }
}

const survey = {
  id: 'survey',
  provider: 'Bureau <X> | Y',
  category: 'analytics',
  cookies: [
    { name: '/^sv_\\d+/', duration: 'P50M' },
    { name: 'device', party: 'third', storage: 'local', duration: 'persistent' },
  ],
}
const site = {
  owner: 'Voorbeeld BV',
  register: 'u',
  revision: 4,
  services: ['google-analytics', 'php-session', { use: 'matomo', exempt: 'Geen cookies.' }, survey],
}

describe('toestemming cookies', () => {
  it('writes HTML that tells what the page tells, and holds no code and no style', async () => {
    const { status, out, error } = await run(site)
    expect([status, error]).toEqual([0, ''])
    for (const part of [
      '<div lang="nl">',
      '<h2>Welke cookies we gebruiken</h2>',
      '<th scope="row"><bdi>_ga</bdi><br><small>',
      '<td>50 maanden</td>',
    ])
      expect(out).toContain(part)
    for (const part of ['buiten de EER', 'href="https://policies.google.com/privacy"', 'Geen cookies.', 'geen toestemming nodig', 'sv_*'])
      expect(out).toContain(part)
    expect(out).toContain('local storage van Bureau &lt;X&gt; | Y')
    expect(out).toContain('Versie 4, gemaakt op 28 november 2026.')
    expect(out).not.toMatch(/<script|<style|<button|<input|class=|data-|onclick|Y>/)
  })

  it('keeps a row of Markdown on one line, whatever the owner wrote', async () => {
    const broken = { ...survey, provider: 'Bureau X\nAfdeling Y', purpose: 'Vraagt\n\nwat u vindt.' }
    const { out } = await run({ ...site, services: [broken] }, '--format', 'markdown')
    expect(out).toContain('| local storage van Bureau X Afdeling Y |')
    expect(out).toContain('Vraagt wat u vindt. Aanbieder: Bureau X Afdeling Y.')
  })

  it('says nothing of a choice behind a name, not even between brackets', async () => {
    for (const format of ['html', 'markdown']) {
      const { out } = await run(site, '--format', format)
      expect(out).toContain('Google Analytics')
      expect(out).not.toContain('()')
    }
  })

  it('lists what the library itself keeps, as it is configured', async () => {
    const { out } = await run({ ...site, cookie: { name: 'voorkeur' }, validDays: 365 })
    expect(out).toContain('<bdi>voorkeur</bdi>')
    expect(out).toContain('<td>365 dagen</td>')
    expect(out).toContain('<bdi>toestemming:<wbr>settings</bdi>')
  })

  it('tells the day of the last change where the owner names one, else the day it was made (R-141)', async () => {
    expect((await run({ ...site, updated: '2026-02-28' })).out).toMatch(/<p>Versie 4, laatst gewijzigd op 28 februari 2026\.<\/p>\n<\/div>/)
    expect((await run({ ...site, updated: '2026-02-28' }, '--lang', 'ar')).out).toContain('28 فبراير 2026')
    const { status, out, error } = await run({ ...site, updated: '2026-02-30' })
    expect([status, out]).toEqual([0, expect.stringContaining('Versie 4, gemaakt op 28 november 2026.')])
    expect(error).toContain('updated: found "2026-02-30". It should be a day that there is, as YYYY-MM-DD')
  })

  it('tells the role of a provider, and what is not known (R-138)', async () => {
    const { out } = await run({
      services: [
        { id: 'a', provider: 'A', category: 'social', role: 'joint' },
        { id: 'b', provider: 'B', category: 'social', cookies: [] },
      ],
    })
    expect(out).toContain('Wij en de aanbieder bepalen samen')
    expect(out).toContain('<p>Welke cookies deze dienst plaatst, is ons niet bekend.</p>')
    expect(out).toContain('<p>Deze dienst plaatst geen cookies en bewaart niets in de browser.</p>')
  })

  it('says nothing of a choice, which only a visitor can have made', async () => {
    const { out } = await run(site)
    expect(out).not.toMatch(/nog niet gekozen|uw keuze:|<small><\/small>/)
  })

  it('writes Markdown', async () => {
    const { out } = await run(site, '--format', 'markdown')
    expect(out).toContain('### Statistieken\n')
    expect(out).toContain('| Naam | Bewaartijd | Soort |\n| --- | --- | --- |\n')
    expect(out).toContain('[Privacyverklaring van Google](https://policies.google.com/privacy)')
    expect(out).toContain('local storage van Bureau \\<X\\> \\| Y |')
    expect(out).not.toMatch(/(?<!\\)<\w/)
  })

  it('speaks the language and register asked for, else those of the configuration', async () => {
    expect((await run(site)).out).toContain('kunt u alleen zelf verwijderen')
    expect((await run(site, '--register=je')).out).toContain('kun je alleen zelf verwijderen')
    const { out } = await run(site, '--lang', 'en')
    expect(out).toContain('<td>50 months</td>')
    expect(out).toContain('made on November 28, 2026')
  })

  it.each([
    ['{', 'site.json: found "{". It should be valid JSON'],
    [{ services: ['matomoo'] }, 'services[0]: found "matomoo". Did you mean "matomo"?'],
    [{ services: [{ ...survey, cookies: [{ name: 'sv', duration: '1 jaar' }] }] }, 'services[0].cookies[0].duration: found "1 jaar".'],
    [{ services: [{ ...survey, cookies: [{ name: '*' }] }] }, 'services[0].cookies[0].name: found "*".'],
  ])('says what is wrong with %j, and writes nothing', async (configuration, message) => {
    const { status, out, error } = await run(configuration)
    expect([status, out]).toEqual([1, ''])
    expect(error).toContain(message)
  })

  it('says that two services claim one cookie, and writes the table', async () => {
    const { status, out, error } = await run({ services: ['google-analytics', { ...survey, cookies: [{ name: '_ga' }] }] })
    expect(status).toBe(0)
    expect(error).toContain('found "_ga, also of google-analytics"')
    expect(out).toContain('_ga')
  })

  it.each([
    [['--format', 'pdf'], '--format: found "pdf". It should be one of html, markdown.'],
    [['--formt', 'html'], 'There is no --formt. Use one of: --format'],
    [['other.json'], 'Usage: toestemming cookies'],
  ])('says how it is used when it is told %j', async (words, message) => {
    const { status, error } = await run(site, ...words)
    expect(status).toBe(1)
    expect(error).toContain(message)
  })

  it('says which file is missing', async () => {
    const machine = { read: () => JSON.parse(''), load: async () => ({}), out: () => {}, now: () => new Date() }
    let error = ''
    const status = await cookies(['gone.json'], {
      ...machine,
      error: (text) => {
        error += text
      },
    })
    expect([status, error]).toEqual([1, expect.stringContaining('gone.json: there is no such file')])
  })
})
