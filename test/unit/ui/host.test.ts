import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Actions, Interface } from '../../../src/model/view.ts'
import * as table from '../../../src/table.ts'
import { createHost } from '../../../src/ui/host.ts'
import * as panels from '../../../src/ui/panels.tsx'
import * as ui from '../../../src/ui/ui.tsx'
import { locale } from '../../support/texts.ts'
import { createView } from './support.ts'

const all = locale('nl-je')
const actions = { close() {} } as Actions
let host: ReturnType<typeof createHost>

/** A page whose parts arrive, but for what fails. */
function createPage(body: string, fails: (tabled: boolean, names: readonly string[]) => boolean = () => false) {
  document.body.innerHTML = body
  const asked: unknown[] = []
  const draw = vi.fn<Interface['draw']>(ui.draw)
  host = createHost({
    ui: async () => ({ draw, clear: ui.clear }),
    soon() {},
    async panels(tabled) {
      asked.push(tabled)
      if (fails(tabled, [])) throw new TypeError('Failed to fetch')
      return { ...panels, ...(tabled && table) }
    },
    async texts(...names) {
      asked.push(names.join(' '))
      if (fails(false, names)) throw new TypeError('Failed to fetch')
      return { texts: all, lang: 'nl' }
    },
  })
  const root = () => document.querySelector('toestemming-ui')?.shadowRoot
  return {
    asked,
    draw,
    show: (open?: 'banner' | 'preferences') => host.draw(createView({ open }), actions),
    has: (name: string) => !!root()?.querySelector(`[data-toestemming-view=${name}]`),
    place: () => document.querySelector('[data-toestemming=cookies]'),
    tables: () => document.querySelector('[data-toestemming=cookies] > div')?.shadowRoot?.querySelectorAll('section').length ?? 0,
  }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
beforeEach(() => {
  document.body.innerHTML = ''
})
afterEach(() => host.clear())

const place = '<div data-toestemming="cookies"><p>Vaste tabel</p></div>'

it('asks for the cookie table and its words on a page that has a place for it only', async () => {
  const page = createPage('')
  page.show('preferences')
  await settled()
  expect(page.asked).toEqual([false, ' panels/'])
  expect(page.has('preferences')).toBe(true)
})

it('draws the table once, as soon as all of it is there', async () => {
  const page = createPage(place)
  page.show('banner')
  expect(page.place()?.textContent).toBe('Vaste tabel')
  await settled()
  expect(page.asked).toEqual([true, ' panels/ table/'])
  expect([page.tables(), page.draw.mock.calls.length, page.has('banner')]).toEqual([1, 1, true])
})

it('asks for the table when a place for it comes later', async () => {
  const page = createPage('')
  page.show('preferences')
  await settled()
  document.body.insertAdjacentHTML('beforeend', place)
  page.show()
  await settled()
  expect(page.tables()).toBe(1)
})

it.each([
  ['the table', (tabled: boolean) => tabled],
  ['its words', (_: boolean, names: readonly string[]) => names.includes('table/')],
])('without %s the rest is drawn, and what the owner has in its place stays in sight', async (_, fails) => {
  const page = createPage(place, fails)
  page.show('banner')
  await settled()
  expect([page.has('banner'), page.place()?.firstElementChild?.tagName, page.place()?.textContent]).toEqual([true, 'P', 'Vaste tabel'])
  page.show('preferences')
  await settled()
  expect([page.has('preferences'), page.tables()]).toEqual([true, 0])
})
