import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as later from '../../../src/later.ts'
import type { Settings } from '../../../src/model/types.ts'
import { drawTrigger } from '../../../src/ui/trigger.ts'
import { labels as words } from '../../support/texts.ts'
import { settings } from './support.ts'

const labels = { nl: 'Cookie-instellingen', en: 'Cookie settings' }
const show = (part: Partial<Settings> = {}, press: () => void = () => {}) => drawTrigger(true, { ...settings, ...part }, labels, press)
const ui = (part: Partial<Settings['ui']>): Partial<Settings> => ({ ui: { ...settings.ui, ...part } })
const host = () => document.querySelector('toestemming-ui')
const trigger = () => host()?.shadowRoot?.querySelector<HTMLButtonElement>('[data-toestemming-action=open]')

beforeEach(() => document.body.replaceChildren())
afterEach(() => {
  drawTrigger(false, settings, labels, () => {})
  document.documentElement.lang = ''
})

describe('the trigger', () => {
  it('is a button in a root of ours, first in the body, with the words of the visitor’s language', () => {
    document.body.innerHTML = '<main></main>'
    show()
    expect(document.body.firstElementChild).toBe(host())
    expect([trigger()?.localName, trigger()?.textContent, trigger()?.lang]).toEqual(['button', 'Cookie-instellingen', 'nl'])
    show({ locale: 'en' })
    expect([trigger()?.textContent, trigger()?.lang]).toEqual(['Cookie settings', 'en'])
  })

  it('speaks the language of the page where none is configured', () => {
    document.documentElement.lang = 'en-GB'
    show({ locale: '' })
    expect([trigger()?.textContent, trigger()?.lang]).toEqual(['Cookie settings', 'en'])
  })

  it.each(['nl', 'en'])('has the owner’s own words in %s, as in every language', (locale) => {
    show({ locale, texts: { 'trigger.label': 'Koekjes' } })
    expect(trigger()?.textContent).toBe('Koekjes')
  })

  it('does what it was drawn for last when it is pressed, once', () => {
    const [first, second] = [vi.fn(), vi.fn()]
    show({}, first)
    show({}, second)
    trigger()?.click()
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
  })

  it('is there once, and goes', () => {
    show()
    show()
    expect(host()?.shadowRoot?.querySelectorAll('button')).toHaveLength(1)
    drawTrigger(false, settings, labels, () => {})
    expect(trigger()).toBeNull()
  })

  it('makes nothing where it is not to be shown', () => {
    drawTrigger(false, settings, labels, () => {})
    expect(host()).toBeNull()
  })

  it('leaves the interface in the same root alone', () => {
    show()
    const section = document.createElement('section')
    host()?.shadowRoot?.prepend(section)
    show()
    drawTrigger(false, settings, labels, () => {})
    expect([...(host()?.shadowRoot?.children ?? [])].filter((one) => one.localName !== 'style')).toEqual([section])
  })

  it('comes in the root that is there when the last one is gone', () => {
    show()
    host()?.remove()
    show()
    expect(document.querySelectorAll('toestemming-ui')).toHaveLength(1)
    expect(trigger()?.textContent).toBe('Cookie-instellingen')
  })

  it('is not there for an owner who has a control of their own', () => {
    document.body.innerHTML = '<a data-toestemming-action="open" href="/cookies">Cookies</a>'
    show(ui({ trigger: 'none' }))
    expect(trigger()).toBeUndefined()
    show(ui({ trigger: 'bottom-left' }))
    expect(trigger()).toBeTruthy()
  })

  it('is there all the same where that control is missing', () => {
    show(ui({ trigger: 'none' }))
    expect(trigger()).toBeTruthy()
  })

  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
    ['auto', 'light dark'],
  ] as const)('is in the colours of the theme %s', (theme, scheme) => {
    show(ui({ theme }))
    expect(trigger()?.style.colorScheme).toBe(scheme)
  })

  const drawn = async (part: Partial<Settings>) => {
    later.showTrigger(true, { ...settings, ...part }, () => {})
    await vi.waitFor(() => expect(trigger()).toBeTruthy())
    const button = trigger()
    const seen = [button?.textContent, button?.lang, button?.dir, (host() as HTMLElement).lang, (host() as HTMLElement).dir]
    button?.remove()
    ;(host() as HTMLElement).lang = ''
    return seen
  }

  it('has the locale’s own words where the part is loaded, in each language', async () => {
    expect(await drawn({})).toEqual(['Cookie-instellingen', 'nl', 'ltr', 'nl', 'ltr'])
    expect(await drawn({ locale: 'nl-BE' })).toEqual(['Cookie-instellingen', 'nl', 'ltr', 'nl', 'ltr'])
    expect(await drawn({ locale: 'en' })).toEqual(['Cookie settings', 'en', 'ltr', 'en', 'ltr'])
    for (const locale of ['de', 'fr', 'es', 'it', 'pl', 'tr', 'uk', 'fy'])
      expect(await drawn({ locale })).toEqual([words[locale], locale, 'ltr', locale, 'ltr'])
    expect(await drawn({ locale: 'ar-SY' })).toEqual([words.ar, 'ar', 'rtl', 'ar', 'rtl'])
    expect(await drawn({ locale: 'ja' })).toEqual(['Cookie-instellingen', 'nl', 'ltr', 'nl', 'ltr'])
  })

  it('leaves the root in the language of what else is drawn in it', () => {
    show({ locale: 'en' })
    const root = host() as HTMLElement
    root.lang = 'nl'
    show({ locale: 'en' })
    expect([root.lang, trigger()?.lang]).toEqual(['nl', 'en'])
  })

  it('is drawn as it was asked for last, whatever arrives later', async () => {
    later.showTrigger(true, { ...settings, locale: 'de' }, () => {})
    later.showTrigger(false, { ...settings, locale: 'de' }, () => {})
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(trigger()).toBeFalsy()
  })
})
