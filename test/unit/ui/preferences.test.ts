import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/model/types.ts'
import { action, createPage, input, offer, services, settings, shown } from './support.ts'

describe('preferences', () => {
  let page: ReturnType<typeof createPage>
  beforeEach(() => {
    page = createPage()
  })
  afterEach(() => page.clear())

  it('has nothing ticked beforehand but what is exempt', () => {
    page.draw({ open: 'preferences' })
    expect(shown(page.root)).toEqual({
      analytics: false,
      'analytics/google-analytics': false,
      'analytics/matomo': true,
      social: false,
      'social/youtube': false,
      'social/vimeo': false,
    })
    for (const each of page.root.querySelectorAll('input')) expect(each.defaultChecked).toBe(false)
  })

  it('has no switch for what is always on', () => {
    page.draw({ open: 'preferences' })
    const functional = page.root.querySelector('fieldset[aria-label="Functioneel"]')
    expect(functional?.querySelector('input')).toBeNull()
    expect(functional?.querySelector('h3')?.textContent).toContain('altijd aan')
    expect(functional?.textContent).toContain('Voorbeeld BV')
  })

  it('shows what is stored', () => {
    const answers: Record<string, Answer> = {
      analytics: 'yes',
      'google-analytics': 'yes',
      matomo: 'no',
      social: 'no',
      youtube: 'yes',
      vimeo: 'no',
    }
    page.draw({ open: 'preferences', answers })
    for (const [name, on] of Object.entries(shown(page.root)))
      expect([name, on]).toEqual([name, answers[name.split('/').pop() ?? ''] === 'yes'])
  })

  it('lets a service that nobody configured follow its category until it has an answer of its own', () => {
    const met = { id: 'widget', category: 'social', provider: 'Widget' }
    const categories = [offer({ id: 'social' }, [...services, met])]
    page.draw({ open: 'preferences', categories, answers: { social: 'yes' } })
    expect(shown(page.root)).toMatchObject({ 'social/widget': true, 'social/youtube': false })
  })

  it('saves exactly what it shows, whatever the switches', { timeout: 30_000 }, () => {
    const names = ['analytics/google-analytics', 'analytics/matomo', 'social/youtube', 'social/vimeo', 'analytics', 'social']
    for (let combination = 0; combination < 2 ** names.length; combination++) {
      page.draw()
      page.draw({ open: 'preferences' })
      names.forEach((name, bit) => {
        const wanted = !!(combination & (2 ** bit))
        if (input(page.root, name).checked !== wanted) input(page.root, name).click()
      })
      const seen = Object.fromEntries(Object.entries(shown(page.root)).map(([name, on]) => [name.split('/').pop(), on]))
      action(page.root, 'save').click()
      expect(page.actions.save.mock.lastCall?.[0]).toEqual(seen)
    }
  })

  it('moves all services along with their category, save for what is exempt', () => {
    page.draw({ open: 'preferences' })
    input(page.root, 'social').click()
    input(page.root, 'analytics').click()
    input(page.root, 'analytics').click()
    expect(shown(page.root)).toMatchObject({ 'social/youtube': true, 'social/vimeo': true, analytics: false, 'analytics/matomo': true })
  })

  it('moves the category with the last of its services, and shows it half-way in between', () => {
    page.draw({ open: 'preferences' })
    input(page.root, 'social/youtube').click()
    expect([input(page.root, 'social').checked, input(page.root, 'social').className]).toEqual([false, 'partly'])
    input(page.root, 'social/vimeo').click()
    expect([input(page.root, 'social').checked, input(page.root, 'social').className]).toEqual([true, ''])
    input(page.root, 'social/vimeo').click()
    expect(input(page.root, 'social').checked).toBe(true)
    input(page.root, 'social/youtube').click()
    expect(input(page.root, 'social').checked).toBe(false)
  })

  it('keeps switches that are not saved while it is drawn again', () => {
    page.draw({ open: 'preferences' })
    const youtube = input(page.root, 'social/youtube')
    youtube.focus()
    youtube.click()
    page.draw({ open: 'preferences', categories: settings.categories.map((category) => offer(category)) })
    expect(input(page.root, 'social/youtube')).toBe(youtube)
    expect(youtube.checked).toBe(true)
    expect(page.root.activeElement).toBe(youtube)
  })

  it('forgets switches that were not saved when it is opened anew', () => {
    page.draw({ open: 'preferences' })
    input(page.root, 'social').click()
    page.draw({ open: 'banner' })
    page.draw({ open: 'preferences', answers: { analytics: 'yes', social: 'no' } })
    expect(shown(page.root)).toMatchObject({ analytics: true, social: false })
  })

  it('opens as a modal that is named by its heading, which takes the focus', () => {
    page.draw({ open: 'preferences' })
    const dialog = page.root.querySelector('dialog')
    expect(dialog?.open).toBe(true)
    expect(dialog?.dataset.toestemmingView).toBe('preferences')
    const heading = page.root.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')
    expect([heading?.tabIndex, heading?.hasAttribute('autofocus')]).toEqual([-1, true])
  })

  it('takes closing for no answer, by its button or by the browser', () => {
    page.draw({ open: 'preferences' })
    input(page.root, 'social').click()
    expect(action(page.root, 'close').textContent).toBe('Sluiten zonder opslaan')
    action(page.root, 'close').click()
    page.root.querySelector('dialog')?.close()
    expect(page.actions.close).toHaveBeenCalledTimes(2)
    for (const answer of ['save', 'acceptAll', 'rejectAll', 'withdraw'] as const) expect(page.actions[answer]).not.toHaveBeenCalled()
  })

  it('says nothing of closing when it is the core that closes', async () => {
    page.draw({ open: 'preferences' })
    page.draw()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(page.root.querySelector('dialog')).toBeNull()
    expect(page.actions.close.mock.calls.length).toBeLessThanOrEqual(1)
  })

  it('has reject and accept of one look on the same layer', () => {
    page.draw({ open: 'preferences' })
    const [reject, accept] = [action(page.root, 'reject-all'), action(page.root, 'accept-all')]
    expect(reject.className).toBe(accept.className)
    expect(reject.nextElementSibling).toBe(accept)
    reject.click()
    accept.click()
    expect([page.actions.rejectAll.mock.lastCall, page.actions.acceptAll.mock.lastCall]).toEqual([['preferences'], ['preferences']])
  })

  it('gives what is exempt a switch to object with, in view, with the reason', () => {
    const categories = [offer({ id: 'analytics' }, [{ id: 'matomo', category: 'analytics', provider: 'Matomo', exempt: 'Geen cookies.' }])]
    page.draw({ open: 'preferences', categories })
    expect(shown(page.root)).toEqual({ 'analytics/matomo': true })
    expect(input(page.root, 'analytics/matomo').closest('details')?.open).toBe(true)
    expect(page.root.querySelector('li')?.textContent).toMatch(/geen toestemming nodig.*Geen cookies\./)
    input(page.root, 'analytics/matomo').click()
    action(page.root, 'save').click()
    expect(page.actions.save.mock.lastCall).toEqual([{ matomo: false }])
  })

  it('asks for no answer where nothing is asked', () => {
    page.draw({ open: 'preferences', categories: [offer({ id: 'functional' })] })
    expect([...page.root.querySelectorAll('button')].map((button) => button.dataset.toestemmingAction)).toEqual(['close'])
  })

  it('withdraws with one click when something was granted', () => {
    page.draw({ open: 'preferences' })
    expect(() => action(page.root, 'withdraw')).toThrow()
    page.draw({ open: 'preferences', withdrawable: true })
    action(page.root, 'withdraw').click()
    expect(page.actions.withdraw).toHaveBeenCalledOnce()
    expect(page.root.textContent).toContain('blijft rechtmatig')
  })

  it('draws without any text at all', () => {
    expect(() => page.draw({ open: 'preferences', texts: {} })).not.toThrow()
    expect(page.root.querySelector('fieldset:last-of-type')?.getAttribute('aria-label')).toBe('social')
  })

  it('is drawn in a page without a dialog or a button to close', () => {
    const mount = page.mount('settings')
    page.draw({ answers: { social: 'yes', youtube: 'yes', vimeo: 'yes' } })
    expect(mount.element.children).toHaveLength(1)
    expect(mount.root().querySelector('section')?.dataset.toestemmingView).toBe('preferences')
    expect(mount.root().querySelector('dialog, [data-toestemming-action="close"]')).toBeNull()
    input(mount.root(), 'analytics').click()
    action(mount.root(), 'save').click()
    expect(page.actions.save.mock.lastCall?.[0]).toMatchObject({ analytics: true, 'google-analytics': true, social: true })
  })

  it("gives the owner's element its own content back", () => {
    const mount = page.mount('settings')
    page.draw()
    page.clear()
    expect(mount.element.innerHTML).toBe('<p>Eigen tekst</p>')
    page.draw()
    expect(mount.root().querySelectorAll('h2')).toHaveLength(1)
  })
})
