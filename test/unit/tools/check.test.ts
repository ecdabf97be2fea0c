// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { completeSettings, type ServiceConfiguration } from '../../../src/model/settings.ts'
import type { Service } from '../../../src/model/types.ts'
import { type CheckMachine, check, checkUsage } from '../../../src/tools/check/check.ts'
import { compare } from '../../../src/tools/check/declared.ts'
import { findChromium } from '../../../src/tools/check/findChromium.ts'
import { judge } from '../../../src/tools/check/judge.ts'
import { serve } from '../../../src/tools/check/serve.ts'
import { type Accepted, reviewing, type StoredItem } from '../../../src/tools/check/visit.ts'

const folder = mkdtempSync(join(tmpdir(), 'check-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(args: readonly string[], machine: Partial<CheckMachine> = {}) {
  let out = ''
  let error = ''
  const never = () => {
    throw new Error('not asked for')
  }
  const status = await check(args, {
    read: never,
    load: never,
    review: never,
    browser: () => undefined,
    start: never,
    serve: never,
    out: (text) => {
      out += text
    },
    error: (text) => {
      error += text
    },
    ...machine,
  })
  return { status, out, error }
}

describe('toestemming check', () => {
  it.each([
    [[], checkUsage],
    [['https://a.example', 'https://b.example'], checkUsage],
    [['https://a.example', '--lang', 'fr'], '--lang: found "fr". It should be one of nl, en.'],
    [['https://a.example', '--format=xml'], '--format: found "xml". It should be one of text, json.'],
    [['https://a.example', '--root'], '--root: found "". It should be a path.'],
    [['https://a.example', '--colour'], 'There is no --colour. Use one of: --lang, --format, --root, --config, --accept.'],
    [['https://a.example', '--accept=1'], '--accept: found "1". It stands by itself.'],
  ])('refuses %j and says what to do', async (args, wanted) => {
    const { status, out, error } = await run(args)
    expect([status, out]).toEqual([2, ''])
    expect(error).toContain(wanted)
  })

  it('says what to install where there is no browser, in the language that is asked for', async () => {
    const dutch = await run(['https://a.example'])
    expect([dutch.status, dutch.out]).toEqual([2, ''])
    expect(dutch.error).toMatch(/Er is geen Chromium.*sudo apt install chromium.*CHROMIUM=/s)
    expect((await run(['https://a.example', '--lang=en'])).error).toMatch(/^No Chromium.*was found/)
    const named = await run(['https://a.example'], {
      browser: () => findChromium({ CHROMIUM: join(folder, 'none'), PATH: '/usr/bin' }),
    })
    expect([named.status, named.error]).toEqual([2, `Daar staat geen browser: CHROMIUM: ${join(folder, 'none')}`])
    expect(findChromium({ PATH: folder })).toBeUndefined()
  })

  it('says so when the file, the configuration or the browser is no good', async () => {
    const browser = () => '/usr/bin/chromium'
    expect(await run(['a.html', '--config', 'b.json'], { read: () => '{' })).toMatchObject({
      status: 2,
      error: expect.stringMatching(/JSON/),
    })
    const file = await run(['none.html'], {
      browser,
      serve: async () => {
        throw new Error('none.html')
      },
    })
    expect([file.status, file.error]).toEqual([2, 'De pagina is niet te openen: none.html'])
    const dead = await run(['https://a.example'], {
      browser,
      start: async () => {
        throw new Error('The browser ended (1).')
      },
    })
    expect([dead.status, dead.error]).toEqual([2, 'De browser wil niet starten: The browser ended (1).'])
  })
})

describe('the review as an expression', () => {
  it('takes the export off the end, whatever its name', async () => {
    for (const source of [
      'const a=async()=>({findings:[{element:1,code:"X"}],n:1});export{a as review};',
      'const review=async()=>({findings:[],n:1})\nexport { review }',
    ])
      expect(JSON.parse(await new Function('document', `return ${reviewing(source, true)}`)({}))).toMatchObject({ n: 1 })
    expect(() => reviewing('const a=1', true)).toThrow('does not end in its export')
  })
})

describe('a file', () => {
  it('is served with what is beside it, and nothing outside its folder', async () => {
    writeFileSync(join(folder, 'een pagina.html'), 'hallo')
    const served = await serve(join(folder, 'een pagina.html'), folder)
    const get = async (path: string) => (await fetch(new URL(path, served.address))).status
    expect(await (await fetch(served.address)).text()).toBe('hallo')
    expect([await get('/none.html'), await get('/..%2f..%2fetc/passwd'), await get('/%E0%A4%A')]).toEqual([404, 404, 404])
    await served.close()
    await expect(serve(join(folder, 'een pagina.html'), join(folder, 'elders'))).rejects.toThrow('is not in')
    await expect(serve(join(folder, 'none.html'), undefined)).rejects.toThrow('ENOENT')
  })

  it('may be named by its folder, and may begin with dots', async () => {
    const site = join(folder, 'site')
    mkdirSync(site)
    writeFileSync(join(site, 'index.html'), 'thuis')
    writeFileSync(join(site, '..punten.html'), 'punten')
    for (const [target, text] of [
      [`${site}/`, 'thuis'],
      [join(site, '..punten.html'), 'punten'],
    ] as const) {
      const served = await serve(target, undefined)
      expect(await (await fetch(served.address)).text()).toBe(text)
      expect(await (await fetch(new URL('/', served.address))).text()).toBe('thuis')
      await served.close()
    }
  })
})

const catalogue: Service[] = [
  { id: 'meter', category: 'analytics', provider: 'Meetbureau', hosts: ['meter.example'], cookies: [{ name: '_m*' }] },
  { id: 'php', category: 'functional', provider: 'PHP', cookies: [{ name: 'PHPSESSID' }] },
  {
    id: 'pixel',
    category: 'tracking',
    provider: 'Pixelaar',
    title: 'Pixel',
    hosts: ['pixel.example'],
    cookies: [{ name: 'who', party: 'third' }],
  },
]

describe('what a page asks and keeps', () => {
  const judged = (
    requests: readonly string[],
    stored: readonly StoredItem[] = [],
    services: readonly ServiceConfiguration[] = [],
    when: 'before' | 'after' = 'before',
  ) => {
    const settings = completeSettings(
      { services },
      { hostname: 'www.winkel.example', catalogue: Object.fromEntries(catalogue.map((one) => [one.id, one])) },
    )
    const { findings, allowed } = judge(when, 'https://www.winkel.example/', requests, stored, settings, catalogue)
    return [...findings.map(({ code, level, figure }) => `${level} ${code} ${figure.nl}`), ...allowed.map(({ what }) => `allowed ${what}`)]
  }

  it('of the site itself, its own subdomains and what is in the page is nobody’s business', () => {
    expect(
      judged([
        'https://www.winkel.example/a.js',
        'https://cdn.winkel.example/b.js',
        'https://winkel.example/',
        'data:text/plain,1',
        'blob:x',
        'about:blank',
      ]),
    ).toEqual([])
  })

  it('of others is found: known ones as an error with their name, and others as a warning, each host once', () => {
    expect(
      judged(['https://meter.example/a.js', 'https://eu.meter.example/b', 'wss://meter.example/c', 'https://foto.example/x.gif']),
    ).toEqual([
      'error DP-8 2 × meter.example (https://meter.example/a.js)',
      'error DP-8 1 × eu.meter.example (https://eu.meter.example/b)',
      'warning DP-8 1 × foto.example (https://foto.example/x.gif)',
    ])
    expect(judged(['https://nepwinkel.example/a', 'https://example/'])).toHaveLength(2)
    expect(judged(['https://pixel.example/p'], [], [], 'after')).toEqual(['error DP-9 1 × pixel.example (https://pixel.example/p)'])
  })

  it('of a subdomain or a port that the configuration gives to a vendor is that vendor’s', () => {
    const port = { id: 'port', category: 'analytics', provider: 'Meter', hosts: ['www.winkel.example:8443'] }
    expect(judged(['https://www.winkel.example:8443/p', 'https://www.winkel.example:9000/'], [], [port])).toEqual([
      'error DP-8 1 × www.winkel.example:8443 (https://www.winkel.example:8443/p)',
    ])
    const own = { id: 'own', category: 'analytics', provider: 'Meter', hosts: ['m.winkel.example'] }
    expect(judged(['https://m.winkel.example/p'], [], [own])).toEqual(['error DP-8 1 × m.winkel.example (https://m.winkel.example/p)'])
  })

  it('may be there when it is functional, or exempt with a reason', () => {
    const services = [
      { use: 'meter', exempt: 'Geen cookies.' },
      { id: 'pay', category: 'functional', provider: 'Betaaldienst', hosts: ['pay.example'] },
    ]
    expect(
      judged(
        ['https://meter.example/a.js', 'https://pay.example/'],
        [{ storage: 'cookie', name: '_m1', domain: 'www.winkel.example' }],
        services,
      ),
    ).toEqual(['allowed meter.example', 'allowed pay.example', 'allowed cookie “_m1”'])
  })

  it('is kept by somebody: a vendor, the site, or nobody that is known; the choice itself only once it was made', () => {
    const stored: StoredItem[] = [
      { storage: 'cookie', name: '_meter', domain: '.winkel.example' },
      { storage: 'cookie', name: 'PHPSESSID', domain: 'www.winkel.example' },
      { storage: 'cookie', name: 'who', domain: '.pixel.example' },
      { storage: 'cookie', name: 'who', domain: '.winkel.example' },
      { storage: 'local', name: 'mand' },
      { storage: 'cookie', name: 'toestemming', domain: 'www.winkel.example' },
    ]
    expect(judged([], stored)).toEqual([
      'error DP-8 cookie “_meter”',
      'error DP-8 cookie “who” (.pixel.example)',
      'warning DP-8 cookie “who”, localStorage “mand”, cookie “toestemming”',
      'allowed cookie “PHPSESSID”',
    ])
    expect(judged([], stored.slice(-1), [], 'after')).toEqual(['allowed cookie “toestemming”'])
  })
})

describe('what is asked and kept after acceptance', () => {
  const compared = (accepted: Partial<Accepted>, services: readonly ServiceConfiguration[] = []) => {
    const known = Object.fromEntries(catalogue.map((one) => [one.id, one]))
    const settings = completeSettings({ services }, { hostname: 'www.winkel.example', catalogue: known })
    const { findings, unseen } = compare('https://www.winkel.example/', { requests: [], stored: [], ...accepted }, settings, catalogue)
    return [
      ...findings.map(({ code, level, figure, remedy }) => `${level} ${code} ${figure.nl}: ${remedy.en}`),
      ...unseen.map(({ id }) => `unseen ${id}`),
    ]
  }
  const asked = (...urls: readonly string[]) => urls.map((url) => ({ url, page: 'https://www.winkel.example/' }))

  it('is in order when a service lists it; a service of which nothing is seen is named', () => {
    const accepted: Accepted = {
      requests: asked('https://meter.example/a.js', 'https://www.winkel.example/b.js', 'https://cdn.winkel.example/c.js', 'data:,'),
      stored: [
        { storage: 'cookie', name: '_m1', domain: '.winkel.example' },
        { storage: 'cookie', name: 'toestemming', domain: 'www.winkel.example' },
        { storage: 'local', name: 'toestemming:settings' },
      ],
    }
    expect(compared(accepted, ['meter'])).toEqual([])
    expect(compared(accepted, ['meter', 'pixel'])).toEqual(['unseen pixel'])
  })

  it('is found when no service lists it: a known vendor by its name, with the line to add', () => {
    expect(
      compared({
        requests: asked('https://pixel.example/p', 'https://foto.example/a', 'https://foto.example/b'),
        stored: [
          { storage: 'cookie', name: '_m1', domain: 'www.winkel.example' },
          { storage: 'cookie', name: 'PHPSESSID', domain: 'www.winkel.example' },
          { storage: 'local', name: 'mand' },
        ],
      }),
    ).toEqual([
      'error R-136 1 × pixel.example (https://pixel.example/p): Add "pixel" to "services".',
      expect.stringMatching(/^warning R-136 2 × foto\.example \(https:\/\/foto\.example\/a\): If it belongs to a service, add the host/),
      'error R-136 cookie “_m1”: Add "meter" to "services".',
      'warning R-136 cookie “PHPSESSID”: Add "php" to "services".',
      expect.stringMatching(/^warning R-136 localStorage “mand”: Add the name to the "cookies"/),
    ])
  })

  it('of a listed service is found when its list leaves a cookie out', () => {
    const stored: StoredItem[] = [{ storage: 'cookie', name: '_m1', domain: 'www.winkel.example' }]
    expect(compared({ stored }, [{ use: 'meter', cookies: [] }])).toEqual([
      expect.stringMatching(/^error R-136 cookie “_m1”: Add the name/),
      'unseen meter',
    ])
  })

  it('of a listed provider’s own frame is that provider’s, and nobody else’s', () => {
    const frame = { url: 'https://pixel.example/frame', page: 'https://pixel.example/frame' }
    const inside = { url: 'https://beeld.example/a.jpg', page: 'https://pixel.example/frame' }
    expect(compared({ requests: [frame, inside] }, ['pixel'])).toEqual([])
    expect(compared({ requests: [inside] })).toHaveLength(1)
    // A page that is listed itself does not answer for all that it asks.
    const own = { id: 'own', category: 'functional', provider: 'Winkel', hosts: ['winkel.example'] }
    expect(compared({ requests: asked('https://beeld.example/a.jpg') }, [own])).toEqual([
      expect.stringMatching(/^warning R-136 1 × beeld\.example/),
      'unseen own',
    ])
  })
})
