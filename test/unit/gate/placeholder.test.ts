import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import '../../support/selectors.ts'
import je from '../../../locales/blocks/nl-je.json'
import { describe as know } from '../../../src/gate/describe.ts'
import { createPlaceholders } from '../../../src/gate/placeholders.ts'
import type { BlocksHost, Judge } from '../../../src/model/ports.ts'
import { completeSettings } from '../../../src/model/settings.ts'
import type { Service } from '../../../src/model/types.ts'

const film: Service = {
  id: 'film',
  category: 'social',
  provider: 'Filmhuis',
  hosts: ['film.example'],
  privacy: 'https://film.example/privacy',
}

/** A page with this in it, in which everything that waits is drawn for. */
async function createPage(html: string, services: readonly Service[] = [film]) {
  document.body.innerHTML = html
  const settings = completeSettings({ owner: 'x', services: [...services] }, { hostname: 'x', catalogue: {} })
  const once = new Set<HTMLElement>()
  const host: BlocksHost = {
    once,
    needs: ({ dataset }) => ({ words: (dataset.consent ?? '').match(/\S+/g) ?? [], service: dataset.service }),
    state: { has: (id) => id === 'granted' } as Partial<Judge> as Judge,
    allows: () => false,
    grant: vi.fn(),
    refresh: () => update(),
  }
  const part = await createPlaceholders(host, settings, (async (name: string) =>
    name === 'embeds' ? { describe: know } : { default: je }) as never)
  const update = () => {
    part.update(new Set([...document.querySelectorAll<HTMLElement>('[data-consent]')].filter((one) => !once.has(one))))
  }
  update()
  const blocks = () => [...document.querySelectorAll<HTMLElement>('toestemming-block')].filter(({ className }) => className !== 'said')
  const inside = () => blocks()[0]?.shadowRoot
  return {
    host,
    update,
    blocks,
    inside,
    press(action: string) {
      inside()?.querySelector<HTMLButtonElement>(`[data-toestemming-action=${action}]`)?.click()
      update()
    },
    said: () => document.querySelector('.said')?.shadowRoot?.querySelector('[role=status]')?.textContent,
    links: () => Object.fromEntries([...(inside()?.querySelectorAll('a') ?? [])].map(({ textContent, href }) => [textContent, href])),
  }
}
const frame = (rest = '') => `<iframe data-consent="social" data-service="film" data-src="https://film.example/1" ${rest}></iframe>`
const element = () => document.querySelector('[data-consent]') as HTMLElement

beforeEach(() => {
  vi.useFakeTimers()
  // Nothing is laid out here: all has the size that browsers give a frame.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: 0, bottom: 150, width: 300, height: 150 } as DOMRect)
  Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, { enableIframePageLoading: true })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a placeholder', () => {
  it('is a named group with the page’s own title, the provider, what loading does, its policy and the way to the provider', async () => {
    const { inside, links, blocks } = await createPage(frame('title="Rondleiding"'))
    const group = inside()?.querySelector('[role=group]')
    expect(inside()?.querySelector(`#${group?.getAttribute('aria-labelledby')}`)?.textContent).toBe('Rondleiding')
    expect(group?.textContent).toContain('krijgt Filmhuis je IP-adres')
    expect(links()).toEqual({
      'Openen bij Filmhuis': 'https://film.example/1',
      'Privacyverklaring van Filmhuis': 'https://film.example/privacy',
    })
    expect([blocks()[0]?.lang, blocks()[0]?.nextSibling]).toEqual(['nl', element()])
    expect(element().style.display).toBe('none')
  })

  it('says whose it is where the page gives no title, and takes that of a frame in a template', async () => {
    expect((await createPage(frame())).inside()?.querySelector('#title')?.textContent).toBe('Inhoud van Filmhuis')
    const { inside } = await createPage('<template data-consent="social" data-service="film"><iframe title="Kaart"></iframe></template>')
    expect(inside()?.querySelector('#title')?.textContent).toBe('Kaart')
  })

  it('shows a picture of the site’s own, and none of another host', async () => {
    const own = await createPage(frame('data-poster="/film.jpg"'))
    expect([own.blocks()[0]?.className, own.blocks()[0]?.style.getPropertyValue('--poster')]).toEqual([
      'poster',
      `url("${location.origin}/film.jpg")`,
    ])
    const other = await createPage(frame('data-poster="https://elders.example/film.jpg"'))
    expect([other.blocks()[0]?.className, other.blocks()[0]?.style.getPropertyValue('--poster')]).toEqual(['', ''])
  })

  it('is there for a frame with a picture at what is no address, and for what follows it', async () => {
    expect((await createPage(`${frame('data-poster="https://[kapot"')}${frame()}`)).blocks()).toHaveLength(2)
  })

  it('offers what is for always only where a service can be told by name', async () => {
    expect((await createPage(frame())).inside()?.querySelectorAll('button')).toHaveLength(2)
    expect((await createPage('<template data-consent="social"><p>Tekst</p></template>')).inside()?.querySelectorAll('button')).toHaveLength(
      1,
    )
  })

  it('is not there for what no category stands for, or for what is in the head', async () => {
    expect((await createPage('<iframe data-consent="sociaal"></iframe><iframe data-consent=""></iframe>')).blocks()).toEqual([])
  })

  it('takes the place of a dead copy of one, and shows the frame that was copied with it', async () => {
    const { update, blocks, host } = await createPage(`<div>${frame()}</div>`)
    document.body.append(document.body.firstElementChild?.cloneNode(true) as Node)
    update()
    expect(blocks().map((one) => !!one.shadowRoot)).toEqual([true, true])
    const copy = document.querySelectorAll<HTMLElement>('iframe')[1] as HTMLElement
    host.once.add(copy)
    update()
    expect(copy.style.display).toBe('')
  })

  it('keeps the name of its frame, by which a link would open in it unseen, until that shows', async () => {
    const { press } = await createPage(frame('name="speler"'))
    expect(element().getAttribute('name')).toBeNull()
    press('load-once')
    expect(element().getAttribute('name')).toBe('speler')
  })

  it('follows what the page puts in its frame: what is said, where it leads and who is allowed for always, with the focus where it was', async () => {
    const { inside, links, update, host, press, blocks } = await createPage(
      '<iframe data-consent="social" data-service="youtube" data-src="https://www.youtube.com/embed/een" title="Film een"></iframe>',
    )
    expect(links()['Openen bij YouTube']).toBe('https://www.youtube.com/watch?v=een')
    inside()?.querySelectorAll('button')[1]?.focus()
    Object.assign(element().dataset, { src: 'https://player.vimeo.com/video/9', service: 'vimeo' })
    element().title = 'Film twee'
    update()
    expect(blocks()).toHaveLength(1)
    expect(inside()?.querySelector('#title')?.textContent).toBe('Film twee')
    expect(links()).toEqual({
      'Openen bij Vimeo': 'https://vimeo.com/9',
      'Privacyverklaring van Vimeo': 'https://vimeo.com/privacy',
    })
    expect([element().dataset.provider, element().dataset.privacy]).toEqual(['Vimeo', 'https://vimeo.com/privacy'])
    expect((inside()?.activeElement as HTMLElement | undefined)?.dataset.toestemmingAction).toBe('load-always')
    press('load-always')
    expect(host.grant).toHaveBeenCalledExactlyOnceWith('vimeo', 'placeholder')
  })

  it('follows a title that changes by itself, and keeps whose the page says that it is', async () => {
    const { inside, update, blocks } = await createPage(
      '<iframe data-consent="social" data-provider="Filmclub" data-src="https://clip.example/1" title="Een"></iframe>',
    )
    const [first] = blocks()
    update()
    expect(blocks()).toEqual([first])
    element().title = 'Twee'
    await vi.advanceTimersByTimeAsync(0)
    expect(inside()?.querySelector('#title')?.textContent).toBe('Twee')
    element().dataset.src = 'https://clip.example/2'
    await vi.advanceTimersByTimeAsync(0)
    expect([element().dataset.provider, inside()?.querySelector('a')?.href]).toEqual(['Filmclub', 'https://clip.example/2'])
  })

  it('comes back before its frame where the page has moved that', async () => {
    const { update, blocks } = await createPage(`${frame()}<p></p>`)
    document.body.append(element())
    update()
    expect(blocks()[0]?.nextSibling).toBe(element())
    expect(blocks()).toHaveLength(1)
  })
})

describe('what was loaded', () => {
  it('once is this one, gets the focus where the placeholder had it, is shown as it was, and is said', async () => {
    const { press, blocks, said, host, inside } = await createPage(frame('style="display:inline"'))
    inside()?.querySelector('button')?.focus()
    const focus = vi.spyOn(element(), 'focus')
    press('load-once')
    expect([...host.once]).toEqual([element()])
    expect(host.grant).not.toHaveBeenCalled()
    expect([blocks(), element().style.display]).toEqual([[], 'inline'])
    expect(focus).toHaveBeenCalledOnce()
    vi.advanceTimersByTime(100)
    // A frame that hangs is not there.
    expect(said()).toBeUndefined()
    element().dispatchEvent(new Event('load'))
    vi.advanceTimersByTime(100)
    expect(said()).toBe('De inhoud van Filmhuis is geladen.')
  })

  it('from a template gets the focus in the first thing that takes it', async () => {
    const { inside, host, update } = await createPage('<template data-consent="social" data-service="film"><p>Tekst</p></template>')
    inside()?.querySelector('button')?.focus()
    const template = element()
    template.insertAdjacentHTML('afterend', '<blockquote><p>Tekst</p><a href="https://film.example/1">Film</a></blockquote>')
    const nodes = [template.nextSibling]
    template.dispatchEvent(new CustomEvent('toestemming:released', { detail: nodes }))
    host.once.add(template)
    update()
    expect(document.activeElement?.localName).toBe('a')
  })

  it('for always is the service, by its name', async () => {
    const { press, host } = await createPage(frame())
    press('load-always')
    expect(host.grant).toHaveBeenCalledExactlyOnceWith('film', 'placeholder')
    expect(host.once.size).toBe(0)
  })
})

describe('who may ask its own hosts', () => {
  const template = (service: string, inside: string) => `<template data-consent="social" data-service="${service}">${inside}</template>`
  const elements = () => [...document.querySelectorAll<HTMLElement>('[data-consent]')]

  it('is who draws what was loaded once, for as long as it is, beside who is granted', async () => {
    const { host } = await createPage(
      template('typeform', '<div data-tf-widget="a"></div><script data-src="https://embed.typeform.com/next/embed.js"></script>') +
        template('x', '<blockquote class="twitter-tweet">Post</blockquote>'),
    )
    const having = () => ['typeform', 'x', 'granted', 'film'].filter((id) => host.state.has(id))
    expect(having()).toEqual(['granted'])
    const [typeform, post] = elements() as [HTMLElement, HTMLElement]
    host.once.add(typeform)
    expect(having()).toEqual(['typeform', 'granted'])
    // Whose script is known without the snippet.
    host.once.add(post)
    host.once.delete(typeform)
    expect(having()).toEqual(['x', 'granted'])
    host.once.clear()
    expect(having()).toEqual(['granted'])
  })

  it('is not who only has a frame that was loaded once, also from a template', async () => {
    const { host } = await createPage(frame() + template('kaart', '<iframe data-src="https://kaart.example/"></iframe>'))
    for (const element of elements()) host.once.add(element)
    expect(['film', 'kaart'].filter((id) => host.state.has(id))).toEqual([])
  })
})

describe('an embed whose script did not come', () => {
  const mark =
    '<p></p><template data-consent="" data-toestemming="failed" data-service="x"><blockquote class="twitter-tweet"><a href="https://x.com/a/status/1">1 mei</a></blockquote></template>'

  it('is told of beside it, with the way to the provider; it is said, and can be asked again', async () => {
    const { inside, links, said } = await createPage(mark)
    expect(inside()?.querySelector('[role=group]')?.textContent).toContain('De inhoud van X is nu niet bereikbaar.')
    expect(links()).toEqual({ 'Openen bij X': 'https://x.com/a/status/1' })
    vi.advanceTimersByTime(100)
    expect(said()).toBe('De inhoud van X is nu niet bereikbaar.')
    const retry = vi.fn()
    element().addEventListener('toestemming:retry', retry)
    inside()?.querySelector('button')?.click()
    expect(retry).toHaveBeenCalledOnce()
  })

  it('is no longer told of when the mark goes, and the embed has the focus that the message had', async () => {
    const { inside, blocks, update } = await createPage(mark)
    inside()?.querySelector('button')?.focus()
    element().remove()
    update()
    expect(blocks()).toEqual([])
    expect(document.activeElement).toBe(document.querySelector('p'))
  })
})
