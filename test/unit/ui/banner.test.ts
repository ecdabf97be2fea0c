import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTexts } from '../../../src/model/texts.ts'
import { locale, locales } from '../../support/texts.ts'
import { action, createPage, createView, settings } from './support.ts'

describe('banner', () => {
  let page: ReturnType<typeof createPage>
  beforeEach(() => {
    page = createPage()
  })
  afterEach(() => page.clear())

  it('has reject and accept side by side, of one element and one look', () => {
    page.draw({ open: 'banner' })
    const [reject, accept] = [action(page.root, 'reject-all'), action(page.root, 'accept-all')]
    const looks = ({ tagName, type, className, parentElement }: HTMLButtonElement) => ({ tagName, type, className, parentElement })
    expect(looks(reject)).toEqual(looks(accept))
    expect(reject.nextElementSibling).toBe(accept)
    expect(reject.getAttribute('style')).toBeNull()
    expect([reject, accept].map((button) => button.getAttributeNames())).toEqual(
      [accept, reject].map((button) => button.getAttributeNames()),
    )
  })

  it('has the exact words on its buttons', () => {
    page.draw({ open: 'banner' })
    const words = [...page.root.querySelectorAll('button')].map((button) => button.textContent)
    expect(words).toEqual(['Alles weigeren', 'Alles accepteren', 'Zelf kiezen'])
  })

  it('answers with one click, as the banner', () => {
    page.draw({ open: 'banner' })
    action(page.root, 'reject-all').click()
    action(page.root, 'accept-all').click()
    expect(page.actions.rejectAll.mock.calls).toEqual([['banner']])
    expect(page.actions.acceptAll.mock.calls).toEqual([['banner']])
  })

  it('stores nothing when the visitor goes to the preferences', () => {
    page.draw({ open: 'banner' })
    action(page.root, 'preferences').click()
    expect(page.actions.open).toHaveBeenCalledOnce()
    expect(page.actions.save).not.toHaveBeenCalled()
  })

  it('names the owner, what is asked, and how to change it later', () => {
    page.draw({ open: 'banner' })
    const text = page.root.querySelector('p')?.textContent
    expect(text).toContain('Voorbeeld BV')
    expect(text).toContain('statistieken en video en sociale media')
    expect(text).toContain('‘Cookie-instellingen’')
    expect(text).not.toContain('{')
    expect([...page.root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['/cookies', '/privacy'])
  })

  it('lists what is asked as the language does, with the owner’s titles as they are written', () => {
    for (const [name, lang, titles, list] of [
      ['nl-je', 'nl', ['Google-kaarten'], 'Google-kaarten'],
      ['nl-u', 'nl', ['statistieken', 'Video, muziek'], 'statistieken en Video, muziek'],
      ['nl-je', 'nl', ['WhatsApp-chat', 'TV-reclame', 'A/B-testen'], 'WhatsApp-chat, TV-reclame en A/B-testen'],
      ['en', 'en', ['Google Maps', 'Chat', 'video', 'ads'], 'Google Maps, Chat, video and ads'],
      ['de-u', 'de', ['Karten', 'Videos'], 'Karten und Videos'],
      ['uk', 'uk', ['Карти', 'ВІДЕО'], 'Карти і ВІДЕО'],
      ['ar', 'ar', ['أ', 'ب', 'ج'], 'أ، ب وج'],
    ] as const) {
      const categories = titles.map((title, index) => ({ id: `c${index}`, title, required: false, asked: true, services: [] }))
      page.draw({ open: 'banner', lang, texts: { ...locale(name), 'banner.text': '[{purposes}]' }, categories })
      expect(page.root.querySelector('p')?.textContent).toContain(`[${list}]`)
    }
  })

  it('lists what is asked as Intl does', () => {
    for (const [name, texts] of Object.entries(locales)) {
      const lang = name.replace(/-(je|u)$/, '')
      // British: without a comma before the last. In Arabic Intl has no commas, which are as usual.
      const intl = new Intl.ListFormat([lang === 'en' ? 'en-GB' : lang, 'nl'])
      for (const words of [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]) {
        const categories = words.map((title, index) => ({ id: `c${index}`, title, required: false, asked: true, services: [] }))
        page.draw({ open: 'banner', lang, texts: { ...texts, 'banner.text': '[{purposes}]' }, categories })
        const list = intl.format(words)
        const expected = lang === 'ar' ? list.replace(/ و(?=.* و)/g, '، ') : list
        expect([name, page.root.querySelector('p')?.textContent]).toEqual([name, expect.stringContaining(`[${expected}]`)])
      }
    }
  })

  it('is a named region in its own language that leaves the focus where it is', () => {
    document.body.insertAdjacentHTML('beforeend', '<input id="page">')
    document.getElementById('page')?.focus()
    page.draw({ open: 'banner' })
    const banner = page.root.querySelector('[data-toestemming-view="banner"]')
    const heading = page.root.getElementById(banner?.getAttribute('aria-labelledby') ?? '')
    expect(heading?.tagName).toBe('H2')
    expect(banner?.closest('[lang]')?.getAttribute('lang')).toBe('nl')
    expect(document.activeElement?.id).toBe('page')
  })

  it("shows the texts it is given, which have the owner's on top, and the owner's categories", async () => {
    const own = { ...settings, texts: { 'banner.title': 'Even kiezen' } }
    const { texts: given } = await loadTexts(own, 'nl', async () => ({ default: locale('nl-je') }), '')
    const categories = [{ id: 'crash', title: 'Foutmeldingen', required: false, asked: true, services: [] }]
    page.draw({ open: 'banner', settings: own, texts: given, categories })
    expect(page.root.querySelector('h2')?.textContent).toBe('Even kiezen')
    expect(page.root.querySelector('p')?.textContent).toContain('voor Foutmeldingen.')
  })

  it('draws without any text at all', () => {
    expect(() => page.draw({ open: 'banner', texts: {} })).not.toThrow()
    expect(page.root.querySelectorAll('button')).toHaveLength(3)
  })

  it("gives the page's own scroll padding back when it goes", () => {
    document.documentElement.style.scrollPaddingBlockEnd = '7px'
    page.draw({ open: 'banner' })
    page.draw()
    expect(document.documentElement.style.scrollPaddingBlockEnd).toBe('7px')
    document.documentElement.style.scrollPaddingBlockEnd = ''
  })

  it('passes the focus to the trigger when it goes with the focus in it', async () => {
    page.draw({ open: 'banner' })
    action(page.root, 'reject-all').focus()
    page.draw({ record: { id: '', decided: 1 }, status: 'saved' })
    // The trigger comes a moment later.
    const trigger = document.createElement('button')
    trigger.dataset.toestemmingAction = 'open'
    page.root.append(trigger)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(page.root.activeElement).toBe(trigger)
  })

  it('tells by a live region that was there before', async () => {
    page.draw({ status: 'saved' })
    const status = page.root.querySelector('[role="status"]')
    expect(status?.textContent).toBe('')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(page.root.querySelector('[role="status"]')).toBe(status)
    expect(status?.textContent).toBe('Je keuze is opgeslagen.')
  })

  it('asks for a reload with a button', () => {
    page.draw()
    page.draw({ status: 'reload' })
    action(page.root, 'reload').click()
    expect(page.actions.reload).toHaveBeenCalledOnce()
  })

  it('leaves what the core put in the root alone', () => {
    const trigger = document.createElement('button')
    page.root.append(trigger)
    page.draw({ open: 'banner' })
    page.draw()
    page.clear()
    expect([...page.root.children]).toEqual([trigger])
  })

  it('counts at most 75 words with four categories', () => {
    const categories = ['analytics', 'tracking', 'social', 'recaptcha'].map((id) => ({ id, required: false, asked: true, services: [] }))
    page.draw({ ...createView(), open: 'banner', categories })
    const text = [...page.root.querySelectorAll('h2,p,button')].map((part) => part.textContent).join(' ')
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(75)
  })
})
