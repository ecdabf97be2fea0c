import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueIds } from '../../../src/catalogue/ids.ts'
import * as constants from '../../../src/catalogue/index.ts'
import { loadService } from '../../../src/catalogue/loaders.ts'
import { checkConfiguration } from '../../../src/model/checkConfiguration.ts'
import { duration } from '../../../src/model/duration.ts'
import { pattern } from '../../../src/model/pattern.ts'
import { serviceCode } from '../../../src/model/serviceCode.ts'
import { standard } from '../../../src/model/settings.ts'
import type { Localised, Service } from '../../../src/model/types.ts'

const folder = 'src/catalogue'
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (file: string): Service => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
const all = files.map((file) => [file.replace('.json', ''), read(file)] as const)
const camelCase = (id: string) => id.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())

describe('the catalogue', () => {
  it('has an id, a file, a loader and a constant for each service, and no more', async () => {
    expect(catalogueIds).toEqual(files.map((name) => name.replace('.json', '')).sort())
    expect(Object.keys(constants).sort()).toEqual(catalogueIds.map(camelCase).sort())
    for (const id of catalogueIds) {
      expect(await loadService(id)).toEqual(read(`${id}.json`))
      expect((constants as Record<string, unknown>)[camelCase(id)]).toEqual(read(`${id}.json`))
    }
  })

  it('has ids with different codes in the record', () => {
    expect(new Set(catalogueIds.map(serviceCode)).size).toBe(catalogueIds.length)
  })

  it('is right as a configuration, by id and written out', () => {
    const page = { hostname: 'www.voorbeeld.nl', catalogue: Object.fromEntries(all) }
    expect(checkConfiguration({ services: catalogueIds }, page)).toEqual([])
    expect(checkConfiguration({ services: all.map(([, one]) => one) }, { ...page, catalogue: {} })).toEqual([])
  })
})

describe.each(all)('%s', (id, service) => {
  const cookies = service.cookies ?? []
  const purposes = [service.purpose, ...cookies.map((one) => one.purpose)] as (Localised | undefined)[]

  it('has its own id, a standard category that needs consent, and says who provides it', () => {
    expect(service.id).toBe(id)
    expect(standard.slice(1)).toContain(service.category)
    expect(service.provider).toMatch(/\S/)
    expect(service.privacy).toMatch(/^https:\/\/[^ ]+$/)
    expect(typeof service.outsideEEA).toBe('boolean')
    // Whether a service is exempt is for its owner to say.
    expect(service).not.toHaveProperty('exempt')
  })

  it('has hosts without scheme, each once', () => {
    for (const host of service.hosts ?? []) expect(host).toMatch(/^[a-z\d-]+(\.[a-z\d-]+)+(\/[\w/.-]+)?$/)
    expect(new Set(service.hosts).size).toBe(service.hosts?.length ?? 0)
  })

  it('names each cookie and key once, by a pattern that fits it and not everything', () => {
    for (const { name } of cookies) {
      expect([name, typeof pattern(name)]).toEqual([name, 'function'])
      if (!name.startsWith('/')) expect([name, pattern(name)?.(name.replace('*', 'x'))]).toEqual([name, true])
      for (const common of ['session', 'PHPSESSID', 'cart', 'toestemming', 'csrf', 'x'])
        expect([name, common, pattern(name)?.(common)]).toEqual([name, common, false])
    }
    const names = cookies.map(({ name, storage = 'cookie' }) => `${storage} ${name}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says of each how long it lasts, in words that can be read aloud', () => {
    for (const { name, duration: time = '' } of cookies)
      if (!['session', 'persistent'].includes(time)) expect([name, duration(time, 'nl')]).not.toEqual([name, time])
  })

  it('has keys that last as long as their storage', () => {
    for (const { name, storage, duration: time } of cookies) {
      if (storage === 'session') expect([name, time]).toEqual([name, 'session'])
      if (storage === 'local') expect([name, time]).not.toEqual([name, 'session'])
      if (!storage || storage === 'cookie') expect([name, time]).not.toEqual([name, 'persistent'])
    }
  })

  it('says what each is for in a plain sentence, in Dutch and English, in neither register', () => {
    for (const purpose of purposes) {
      for (const text of [purpose?.nl, purpose?.en]) expect(text).toMatch(/^\p{Lu}.{10,200}\.$/u)
      expect(purpose?.nl).not.toMatch(/(?<!\p{L})(je|jij|jou|jouw|jullie|u|uw)(?!\p{L})/iu)
      expect(purpose?.nl).not.toBe(purpose?.en)
    }
  })
})
