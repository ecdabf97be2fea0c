import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../support/selectors.ts'
import je from '../../../locales/forms/nl-je.json'
import { createForms } from '../../../src/gate/forms.ts'
import type { BlocksHost } from '../../../src/model/ports.ts'
import { completeSettings } from '../../../src/model/settings.ts'
import type { Service } from '../../../src/model/types.ts'

const google: Service = { id: 'google-recaptcha', category: 'recaptcha', provider: 'Google', hosts: ['www.google.com/recaptcha'] }
const page = window as unknown as {
  grecaptcha?: Record<string, (...values: unknown[]) => unknown> & { enterprise?: Record<string, (...values: unknown[]) => unknown> }
  ___grecaptcha_cfg?: { fns?: (() => void)[] }
  hcaptcha?: Record<string, unknown>
  turnstile?: Record<string, unknown>
}

/** What was sent, by field. */
let sent: Record<string, string>[] = []
const send = (event: Event) => {
  event.preventDefault()
  const { name, value } = (event as SubmitEvent).submitter as HTMLButtonElement
  sent.push({ ...(Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<string, string>), [name]: value })
}

/** A page with this in it; `allow` is what the visitor or the preferences do. */
async function createPage(
  html: string,
  { services = [google] as readonly Service[], links = { contact: '/bellen' }, granted = false } = {},
) {
  document.body.innerHTML = html
  let allowed = granted
  const once = new Set<HTMLElement>()
  /** Addresses that were let go. */
  const asked: string[] = []
  const forms = () => new Set([...document.querySelectorAll<HTMLElement>('[data-consent-form]')])
  const host: BlocksHost = {
    once,
    needs: (element) => ({
      words: (element.getAttribute('data-consent') ?? element.getAttribute('data-consent-form') ?? '').match(/\S+/g) ?? [],
      service: element.getAttribute('data-service') ?? undefined,
    }),
    state: {} as BlocksHost['state'],
    allows: () => allowed,
    grant: vi.fn<BlocksHost['grant']>(() => made.allow(true)),
    refresh() {
      for (const script of document.querySelectorAll<HTMLScriptElement>('script[type="text/plain"]')) {
        if (!once.has(script)) continue
        const runner = document.createElement('script')
        runner.type = 'text/x'
        if (script.dataset.src) runner.src = script.dataset.src
        script.replaceWith(runner)
        asked.push(script.dataset.src ?? 'inline')
      }
    },
  }
  const settings = completeSettings({ owner: 'x', services: [...services], links }, { hostname: 'x', catalogue: {} })
  const part = await createForms(host, settings, async () => ({ default: je }))
  const form = document.querySelector('form') as HTMLFormElement
  const notice = () => document.querySelector('toestemming-block')?.shadowRoot
  const made = {
    host,
    asked,
    form,
    update: () => part.update(forms()),
    allow(is: boolean) {
      allowed = is
      part.update(forms())
    },
    press: () => notice()?.querySelector('button')?.click(),
    submit: (by?: HTMLElement) => HTMLFormElement.prototype.requestSubmit.call(form, by ?? form.querySelector('button')),
    notices: () => document.querySelectorAll('toestemming-block').length,
    says: () => notice()?.querySelector('#text')?.textContent ?? '',
    way: () => notice()?.querySelector('a,[data-consent-contact]')?.textContent,
    focus: (selector: string) =>
      document.querySelector(selector)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true })),
  }
  made.update()
  return made
}

/** The vendor comes: what it has, and then what was put in its queue. */
function arrive(api: Record<string, (...values: never[]) => unknown> = {}) {
  page.grecaptcha ??= {}
  Object.assign(page.grecaptcha, {
    render: vi.fn((place: HTMLElement) => place.append(document.createElement('i'))),
    execute: async () => 'token',
    ...api,
  })
  for (const callback of page.___grecaptcha_cfg?.fns?.splice(0) ?? []) callback()
  vi.advanceTimersByTime(1)
}
const settle = () => vi.advanceTimersByTimeAsync(1)

const contact = (inside = '<div class="g-recaptcha" data-sitekey="k"></div>', rest = '') =>
  `<form data-consent-form="recaptcha" ${rest}><input name="naam" value="Sanne">${inside}<button name="knop" value="stuur">Versturen</button></form>`

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
  sent = []
  for (const name of ['grecaptcha', '___grecaptcha_cfg', 'hcaptcha', 'turnstile'] as const) delete page[name]
  Element.prototype.scrollIntoView = vi.fn()
  document.addEventListener('submit', send)
})
afterEach(() => {
  document.removeEventListener('submit', send)
  document.body.replaceChildren()
  document.head.replaceChildren()
  vi.useRealTimers()
})

describe('a form without consent', () => {
  it('says why before what sends it, with one button and the other way', async () => {
    const { form, says, way, press, host } = await createPage(contact())
    expect(says()).toBe(
      'Voor dit formulier is spamcontrole door Google nodig. Google krijgt dan gegevens over je apparaat en wat je op de pagina doet.',
    )
    expect(way()).toBe('Neem op een andere manier contact op')
    expect(form.querySelector('button')?.previousElementSibling?.localName).toBe('toestemming-block')
    press()
    expect(host.grant).toHaveBeenCalledExactlyOnceWith('recaptcha', 'form')
  })

  it('gives the service that it names, and only that', async () => {
    const { press, host } = await createPage(contact('', 'data-service="google-recaptcha"'))
    press()
    expect(host.grant).toHaveBeenCalledExactlyOnceWith('google-recaptcha', 'form')
  })

  describe('whose check the settings do not list', () => {
    const services = [] as const
    const serviceOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.dataset.service
    const script = (inside: string, address = '') =>
      `<script type="text/plain" data-consent="recaptcha" ${address && `data-src="${address}"`}>${inside}</script>`

    it.each([
      ['g-recaptcha', '', 'google-recaptcha'],
      ['h-captcha', '', 'hcaptcha'],
      ['cf-turnstile', '', 'turnstile'],
      ['', 'https://www.google.com/recaptcha/enterprise.js', 'google-recaptcha'],
      ['', 'https://js.hcaptcha.com/1/api.js', 'hcaptcha'],
    ])('gives that check alone, by its place %j or its script %j', async (place, address, id) => {
      const { press, host } = await createPage(
        script('', address) + contact(place && `<div class="${place}" data-sitekey="k"></div>`, ''),
        { services },
      )
      if (address) expect(serviceOf('script')).toBe(id)
      press()
      expect(host.grant).toHaveBeenCalledExactlyOnceWith(id, 'form')
    })

    it('has those scripts that are its own', async () => {
      const page = `${script('hcaptcha.render(x)')}${script('begin()')}${script('', '/eigen.js')}${script('', 'https://spam.example/x.js')}`
      const form = contact('<div class="h-captcha" data-sitekey="k"></div>')
      await createPage(page + form, { services })
      const named = () => [...document.querySelectorAll('script')].map(({ dataset }) => dataset.service)
      expect(named()).toEqual(['hcaptcha', 'hcaptcha', 'hcaptcha', undefined])
      await createPage(page + form + contact('<div class="cf-turnstile" data-sitekey="k"></div>'), { services })
      expect(named()).toEqual(['hcaptcha', undefined, undefined, undefined])
    })

    it('gives what it is called by the page, and its category where nobody knows what it is', async () => {
      const named = await createPage(contact('<div class="h-captcha" data-sitekey="k"></div>', 'data-service="eigen"'), { services })
      named.press()
      expect(named.host.grant).toHaveBeenCalledExactlyOnceWith('eigen', 'form')
      const unknown = await createPage(contact(''), { services })
      unknown.press()
      expect(unknown.host.grant).toHaveBeenCalledExactlyOnceWith('recaptcha', 'form')
    })

    it('is no reason for another form, whose check is listed, to give more than that', async () => {
      const { press, host } = await createPage(contact() + contact('<div class="cf-turnstile" data-sitekey="k"></div>'))
      press()
      expect(host.grant).toHaveBeenCalledExactlyOnceWith('google-recaptcha', 'form')
    })
  })

  it('has the way that is written in it rather than the address, and none where there is none', async () => {
    const written = await createPage(contact('<p data-consent-contact hidden>Bel 010</p>'))
    expect(written.way()).toBe('Bel 010')
    expect((await createPage(contact(), { links: {} as never })).way()).toBeUndefined()
  })

  it('is not sent, however often that is tried, and asks for nothing', async () => {
    const { submit, focus, asked } = await createPage(contact())
    focus('input')
    for (let time = 0; time < 5; time++) submit()
    expect([sent, asked]).toEqual([[], []])
  })

  it('has its notice again where the page takes it away, and none once it is gone', async () => {
    const { update, form, notices } = await createPage(contact())
    document.querySelector('toestemming-block')?.remove()
    update()
    expect(notices()).toBe(1)
    form.remove()
    update()
    document.body.append(form)
    expect(notices()).toBe(0)
    update()
    expect(notices()).toBe(1)
  })

  it('with fields named like its functions works all the same, also without an address to send to', async () => {
    const names = ['submit', 'requestSubmit', 'querySelector', 'contains', 'append', 'action', 'elements', 'getRootNode']
    const { submit, press } = await createPage(contact(names.map((name) => `<input name="${name}">`).join('')))
    submit()
    press()
    arrive()
    await settle()
    expect(sent).toHaveLength(1)
  })

  it('of a category that does not exist stays as it is', async () => {
    const { notices } = await createPage('<form data-consent-form="recapcha"><button></button></form>')
    expect(notices()).toBe(0)
  })
})

describe('a form with consent', () => {
  it('asks the vendor once it is used, once for all forms', async () => {
    const { asked, focus, notices } = await createPage(contact() + contact(), { granted: true })
    expect([asked, notices()]).toEqual([[], 0])
    focus('input')
    focus('form + form input')
    expect(asked).toEqual(['https://www.recaptcha.net/recaptcha/api.js?render=explicit&hl=nl'])
  })

  it('lets the page’s own marked scripts go rather than load one, in order', async () => {
    const { asked, focus } = await createPage(
      `<script type="text/plain" data-consent="recaptcha" data-src="https://www.google.com/recaptcha/api.js"></script>
       <script type="text/plain" data-consent="recaptcha">inline</script><script type="text/plain" data-consent="analytics"></script>${contact()}`,
      { granted: true },
    )
    focus('input')
    expect(asked).toEqual(['https://www.google.com/recaptcha/api.js', 'inline'])
  })

  it.each([
    ['recaptcha', 'https://www.recaptcha.net/recaptcha/api.js?render=a%26b&hl=nl'],
    ['enterprise', 'https://www.recaptcha.net/recaptcha/enterprise.js?render=a%26b&hl=nl'],
    ['hcaptcha', 'https://js.hcaptcha.com/1/api.js?render=explicit&recaptchacompat=off&hl=nl'],
    ['turnstile', 'https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit'],
  ])('and only a key asks %s', async (captcha, address) => {
    const { asked, focus } = await createPage(contact('', `data-captcha="${captcha}" data-sitekey="a&amp;b"`), { granted: true })
    focus('input')
    expect(asked).toEqual([address])
  })

  it('draws a widget where one is marked, with what is written there', async () => {
    const { focus } = await createPage(contact('<div class="g-recaptcha" data-sitekey="k" data-expired-callback="oud"></div>'), {
      granted: true,
    })
    focus('input')
    const render = vi.fn()
    const oud = vi.fn()
    Object.assign(window, { oud })
    arrive({ render })
    expect(render).toHaveBeenCalledExactlyOnceWith(document.querySelector('.g-recaptcha'), {
      sitekey: 'k',
      'expired-callback': expect.any(Function),
    })
    render.mock.calls[0]?.[1]['expired-callback'](1)
    expect(oud).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('is sent with an answer that it asks for itself, where it has only a key', async () => {
    const { submit, focus } = await createPage(contact('', 'data-sitekey="k" data-action="contact"'), { granted: true })
    focus('input')
    const execute = vi.fn(async () => 'token')
    arrive({ execute })
    for (let time = 0; time < 5; time++) submit()
    await settle()
    expect(execute).toHaveBeenCalledExactlyOnceWith('k', { action: 'contact' })
    expect(sent).toEqual([{ naam: 'Sanne', knop: 'stuur', 'g-recaptcha-response': 'token' }])
  })

  it('tells that an answer was refused, and asks anew', async () => {
    const { submit, focus, says, press } = await createPage(contact('', 'data-sitekey="k"'), { granted: true })
    focus('input')
    const execute = vi.fn(async () => 'token').mockRejectedValueOnce(new Error('Timeout'))
    arrive({ execute })
    submit()
    await settle()
    expect([says(), sent]).toEqual([expect.stringContaining('niet bereikbaar'), []])
    press()
    await settle()
    expect(sent).toHaveLength(1)
  })
})

describe('a submission that waited', () => {
  it('is told for screen readers too, which say only what comes a moment after its place; a notice with a button is read with that', async () => {
    const { submit, says, allow } = await createPage(contact(), { granted: true })
    const said = () => document.querySelector('toestemming-block')?.shadowRoot?.querySelector('#text')?.firstChild
    submit()
    const atFirst = said()
    expect(atFirst?.textContent).toContain('Daarna wordt je formulier verstuurd')
    await vi.advanceTimersByTimeAsync(100)
    expect(said()).not.toBe(atFirst)
    expect(says()).toBe(atFirst?.textContent)
    allow(false)
    const asks = said()
    await vi.advanceTimersByTimeAsync(100)
    expect(said()).toBe(asks)
  })

  it('goes on by itself with the same button once the vendor is there', async () => {
    const { submit, press, says, notices } = await createPage(contact('<button name="knop" value="bewaar"></button>'))
    submit(document.querySelector('[value=bewaar]') as HTMLElement)
    press()
    expect(says()).toContain('Daarna wordt je formulier verstuurd')
    arrive()
    await settle()
    expect(sent).toEqual([{ naam: 'Sanne', knop: 'bewaar' }])
    expect(notices()).toBe(0)
  })

  it('waits for a box that is to be ticked', async () => {
    const { submit, press, says } = await createPage(contact())
    submit()
    press()
    arrive({
      render: ((place: HTMLElement) => {
        place.innerHTML = '<textarea name="g-recaptcha-response"></textarea>'
      }) as never,
    })
    await vi.advanceTimersByTimeAsync(2000)
    expect([says(), sent]).toEqual([expect.stringContaining('Doe nu de spamcontrole'), []])
    const answer = document.querySelector('textarea') as HTMLTextAreaElement
    answer.value = 'token'
    await vi.advanceTimersByTimeAsync(300)
    expect(sent).toEqual([{ naam: 'Sanne', knop: 'stuur', 'g-recaptcha-response': 'token' }])
  })

  describe('where the page’s own code draws the widget', () => {
    const own = (address: string) =>
      `<script type="text/plain" data-consent="recaptcha" data-src="${address}"></script>${contact('<p></p>')}`
    const explicit = own('https://www.google.com/recaptcha/api.js?onload=begin&amp;render=explicit')
    const draw = (selector: string, hidden?: string) =>
      document
        .querySelector(selector)
        ?.insertAdjacentHTML('beforeend', `<i ${hidden}><textarea name="g-recaptcha-response"></textarea></i>`)

    it('waits for that, and then for the visitor', async () => {
      const { submit, press, says } = await createPage(explicit)
      submit()
      press()
      arrive()
      await vi.advanceTimersByTimeAsync(1000)
      expect(sent).toEqual([])
      draw('form p')
      await vi.advanceTimersByTimeAsync(5000)
      expect([says(), sent]).toEqual([expect.stringContaining('Doe nu de spamcontrole'), []])
      const answer = document.querySelector('textarea') as HTMLTextAreaElement
      answer.value = 'token'
      await vi.advanceTimersByTimeAsync(300)
      expect(sent).toEqual([{ naam: 'Sanne', knop: 'stuur', 'g-recaptcha-response': 'token' }])
    })

    it('goes on after three seconds where none is drawn, also where another form has one', async () => {
      const { submit, press } = await createPage(`${explicit}<form id="andere"></form>`)
      submit()
      press()
      arrive()
      draw('#andere')
      await vi.advanceTimersByTimeAsync(2500)
      expect(sent).toEqual([])
      await vi.advanceTimersByTimeAsync(1000)
      expect(sent).toHaveLength(1)
    })

    it.each([
      ['one outside all forms is there', explicit, true],
      ['its script says that nothing is drawn', own('https://www.google.com/recaptcha/api.js?render=k'), false],
    ])('goes on at once where %s', async (_, html, outside) => {
      const { submit, press } = await createPage(html)
      submit()
      press()
      if (outside) draw('body', 'class="grecaptcha-badge"')
      arrive()
      await settle()
      expect(sent).toHaveLength(1)
    })
  })

  it('is not waited for when nobody asked for one: it says that it can be sent, for a while', async () => {
    const { press, says, notices } = await createPage(contact())
    press()
    arrive()
    await settle()
    expect([says(), sent]).toEqual(['Je kunt het formulier nu versturen.', []])
    await vi.advanceTimersByTimeAsync(5000)
    expect(notices()).toBe(0)
  })
})

describe('a vendor that does not come', () => {
  it('is told after ten seconds, with the other way; when it comes after all, the visitor decides', async () => {
    const { submit, press, says, way } = await createPage(contact())
    submit()
    press()
    await vi.advanceTimersByTimeAsync(9_000)
    expect(says()).toContain('wordt geladen')
    await vi.advanceTimersByTimeAsync(1_100)
    expect(says()).toContain('niet bereikbaar')
    expect(way()).toBe('Neem op een andere manier contact op')
    arrive()
    await settle()
    expect([says(), sent]).toEqual(['Je kunt het formulier nu versturen.', []])
  })

  it('is told at once when its script fails, and asked again when the visitor says so', async () => {
    const { submit, press, says, asked } = await createPage(contact())
    submit()
    press()
    const failed = document.createElement('script')
    failed.src = 'https://www.recaptcha.net/recaptcha/api.js'
    failed.type = 'text/x'
    document.head.append(failed)
    failed.dispatchEvent(new Event('error'))
    expect(says()).toContain('niet bereikbaar')
    press()
    expect(asked).toHaveLength(2)
    expect(new Set(asked).size).toBe(1)
    arrive()
    await settle()
    expect(sent).toHaveLength(1)
  })
})

describe('a withdrawal', () => {
  it('brings the form back to its first state, without the vendor’s widgets', async () => {
    const { press, allow, says, asked, focus } = await createPage(contact())
    press()
    const render = vi.fn((place: HTMLElement) => {
      place.innerHTML = '<iframe></iframe><textarea name="g-recaptcha-response"></textarea>'
    })
    arrive({ render: render as never })
    document.body.insertAdjacentHTML('beforeend', '<div class="grecaptcha-badge"></div>')
    await settle()
    allow(false)
    expect(says()).toContain('spamcontrole door Google nodig')
    expect(document.querySelectorAll('iframe,textarea,.grecaptcha-badge')).toHaveLength(0)
    allow(true)
    focus('input')
    await settle()
    expect(render).toHaveBeenCalledTimes(2)
    expect(asked).toHaveLength(1)
  })
})

describe('who calls before the vendor is there', () => {
  it('is answered by reCAPTCHA', async () => {
    const { focus } = await createPage(contact(), { granted: true })
    const heard: unknown[] = []
    page.grecaptcha?.ready?.(() => heard.push('ready'))
    void (page.grecaptcha?.execute?.('k', { action: 'x' }) as Promise<unknown> | undefined)?.then((token) => heard.push(token))
    expect(Object.keys(page.grecaptcha ?? {})).toEqual(['ready', 'execute', 'getResponse', 'reset'])
    expect([page.grecaptcha?.getResponse?.(), page.grecaptcha?.reset?.()]).toEqual(['', undefined])
    focus('input')
    const execute = vi.fn(async () => 'token')
    arrive({ execute })
    await settle()
    expect(heard).toEqual(['ready', 'token'])
    expect(execute).toHaveBeenCalledExactlyOnceWith('k', { action: 'x' })
  })

  it('is answered by Enterprise', async () => {
    await createPage(contact('', 'data-captcha="enterprise"'), { granted: true })
    expect(Object.keys(page.grecaptcha?.enterprise ?? {})).toEqual(['ready', 'execute', 'getResponse', 'reset'])
    expect(page.___grecaptcha_cfg?.fns).toHaveLength(1)
  })

  it('is answered by hCaptcha and Turnstile, whose name is free by the time that it looks', async () => {
    await createPage(contact('<div class="h-captcha" data-sitekey="k"></div>'), { granted: true })
    expect(Object.keys(page.hcaptcha ?? {})).toEqual(['execute', 'getResponse', 'reset'])
    const { focus } = await createPage(contact('<div class="cf-turnstile" data-sitekey="k"></div>'), { granted: true })
    expect(Object.keys(page.turnstile ?? {})).toEqual(['ready', 'getResponse', 'reset'])
    const heard = vi.fn()
    ;(page.turnstile as { ready(callback: () => void): void }).ready(heard)
    focus('input')
    expect('turnstile' in window).toBe(false)
    page.turnstile = { render() {} }
    const script = document.createElement('script')
    script.type = 'text/x'
    script.src = 'https://challenges.cloudflare.com/turnstile/v0/api.js'
    document.head.append(script)
    script.dispatchEvent(new Event('load'))
    await vi.advanceTimersByTimeAsync(300)
    expect(heard).toHaveBeenCalledOnce()
  })
})

describe('a check that nobody here knows', () => {
  it('is there when the page’s own marked scripts have come', async () => {
    const { submit, press, asked } = await createPage(
      `<script type="text/plain" data-consent="recaptcha" data-src="https://spam.example/x.js"></script>${contact('')}`,
      { services: [{ id: 'spam', category: 'recaptcha', provider: 'Spam BV', hosts: ['spam.example'] }] },
    )
    submit()
    press()
    await settle()
    expect([asked, sent]).toEqual([['https://spam.example/x.js'], []])
    const script = document.createElement('script')
    script.type = 'text/x'
    script.src = 'https://spam.example/x.js'
    document.head.append(script)
    script.dispatchEvent(new Event('load'))
    await vi.advanceTimersByTimeAsync(300)
    expect(sent).toHaveLength(1)
  })
})
