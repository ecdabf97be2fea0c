import { expect, it, vi } from 'vitest'
import { copyScript } from '../../../src/gate/copyScript.ts'
import { createRelease, type Render } from '../../../src/gate/template.ts'

const template = (content: string, attributes = 'data-consent="social" data-service="x-post"') => {
  document.body.innerHTML = `<p id="before"></p><template ${attributes}>${content}</template><p id="after"></p>`
  return document.body.querySelector('template') as HTMLTemplateElement
}
const render = vi.fn<Render>()
const needs = ({ dataset }: HTMLElement) => ({
  words: [dataset.consent ?? ''],
  service: dataset.service || (dataset.src ? new URL(dataset.src).hostname : undefined),
})
const release = (held: HTMLTemplateElement, once = new Set<HTMLElement>()) =>
  createRelease(async () => ({ renderEmbeds: render, describe: () => ({}) }))(held, copyScript, once, needs)

it('a copy of what is in a template comes right behind it, and is given back', () => {
  const held = template('Text <b>bold</b><i></i>')
  const nodes = release(held)
  expect(nodes.map(({ nodeName }) => nodeName)).toEqual(['#text', 'B', 'I'])
  expect([...document.body.children].map(({ localName }) => localName)).toEqual(['p', 'template', 'b', 'i', 'p'])
  expect(held.content.querySelector('b')?.textContent).toBe('bold')
})

it('scripts in a template are held, with the needs and the type they have', () => {
  release(template('<script src="/x.js" async></script><script type="module">1</script>'))
  const [first, second] = [...document.body.querySelectorAll('script')]
  for (const script of [first, second]) {
    expect(script?.type).toBe('text/plain')
    expect(script?.dataset).toMatchObject({ consent: 'social', service: 'x-post' })
  }
  expect(first?.dataset.src).toBe('/x.js')
  expect(first?.hasAttribute('src')).toBe(false)
  expect(first?.async).toBe(true)
  expect(second?.dataset.type).toBe('module')
})

it.each([
  'https://connect.facebook.net/nl_NL/sdk.js#xfbml=1',
  'https://connect.facebook.net/nl_NL/sdk.js',
  'https://connect.facebook.net/nl_NL/sdk/debug.js',
  'https://platform.twitter.com/widgets.js',
  'https://platform.linkedin.com/in.js',
])('the script of a provider that looks through the page is left to what loads it once: %s', async (address) => {
  render.mockClear()
  release(template(`<b class="x"></b><script async data-src="${address}"></script>`))
  expect(document.body.querySelector('script')).toBeNull()
  await vi.waitFor(() => expect(render.mock.calls[0]?.[3].map((one) => one.address)).toEqual([address]))
})

it.each([
  'https://connect.facebook.net/nl_NL/fbevents.js',
  'https://connect.facebook.net/nl_NL/sdkx.js',
  'https://platform.twitter.com.kwaad.example/a.js',
])('any other script of theirs is a script: %s', (address) => {
  release(template(`<script async data-src="${address}"></script>`))
  expect(document.body.querySelector('script')?.dataset.src).toBe(address)
})

it('needs that a script in a template has of its own stay', () => {
  release(template('<script data-consent="tracking" data-service="meta-pixel">1</script>'))
  expect(document.body.querySelector('script')?.dataset).toMatchObject({ consent: 'tracking', service: 'meta-pixel' })
})

it('data in a template is left as it is', () => {
  release(template('<script type="application/ld+json">{}</script>'))
  expect(document.body.querySelector('script')?.type).toBe('application/ld+json')
  expect(document.body.querySelector('script')?.text).toBe('{}')
})

it('everything in a template has the needs that the template has', () => {
  release(template('<p><img data-src="/a"><b data-consent="tracking"></b></p>'))
  expect(document.body.querySelector('img')?.dataset).toMatchObject({ consent: 'social', service: 'x-post' })
  expect(document.body.querySelector('b')?.dataset).toMatchObject({ consent: 'tracking', service: 'x-post' })
})

it('scripts deep in a template are held too', () => {
  release(template('<div><section><script>1</script></section></div>', 'data-consent="social"'))
  expect(document.body.querySelector('script')?.type).toBe('text/plain')
})

it('what was loaded once is loaded with all that is in it', () => {
  const held = template('<div><iframe data-src="https://a.example/"></iframe><script>1</script></div>')
  const once = new Set<HTMLElement>([held])
  release(held, once)
  for (const name of ['div', 'iframe', 'script']) expect(once).toContain(document.body.querySelector(name))
})

it('without a service of its own it is of the first other host in it', () => {
  const held = template(
    '<p>Text</p><iframe data-src="https://video.example/1"></iframe><img src="https://other.example/2">',
    'data-consent="social"',
  )
  release(held)
  expect(held.dataset.service).toBe('video.example')
  expect(document.body.querySelector('iframe')?.dataset.service).toBe('video.example')
})

it('the script of a provider that draws its embeds is left to who loads it once for all of them', async () => {
  render.mockClear()
  const held = template(
    '<blockquote class="twitter-tweet">Post</blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
  )
  const nodes = release(held)
  await Promise.resolve()
  expect(document.body.querySelector('script')).toBeNull()
  expect(render).toHaveBeenCalledExactlyOnceWith(nodes, held.dataset, undefined, [
    { address: 'https://platform.twitter.com/widgets.js', make: expect.any(Function) },
  ])
})

it('the script of a provider keeps all that the owner’s snippet says in it, each time that it is made', async () => {
  render.mockClear()
  const held = template(
    '<b class="x"></b><script async data-pin-hover="true" crossorigin="anonymous" data-src="https://assets.pinterest.com/js/pinit.js">lang: nl_NL</script><script data-consent="tracking" data-src="https://platform.linkedin.com/in.js"></script>',
  )
  const once = new Set<HTMLElement>([held])
  release(held, once)
  await vi.waitFor(() => expect(render).toHaveBeenCalled())
  const [pinterest, linkedIn] = render.mock.calls[0]?.[3] ?? []
  const made = [pinterest?.make?.(), pinterest?.make?.()]
  for (const script of made) {
    expect([script?.type, script?.text, script?.getAttribute('crossorigin'), script?.hasAttribute('src')]).toEqual([
      'text/plain',
      'lang: nl_NL',
      'anonymous',
      false,
    ])
    expect(script?.dataset).toMatchObject({
      consent: 'social',
      service: 'x-post',
      pinHover: 'true',
      src: 'https://assets.pinterest.com/js/pinit.js',
    })
    expect(once).toContain(script)
  }
  expect(made[0]).not.toBe(made[1])
  // What asks for more than the template was not loaded with it.
  const more = linkedIn?.make?.() as HTMLScriptElement
  expect([more.dataset.consent, once.has(more)]).toEqual(['tracking', false])
})

it('code that puts the script of a provider in the page is told of, and stays', async () => {
  render.mockClear()
  const code =
    "(function(d, s, id) { var js = d.createElement(s); js.src = 'https://connect.facebook.net/nl_NL/sdk.js#xfbml=1&version=v3.2'; d.head.append(js) }(document, 'script', 'facebook-jssdk'))"
  release(template(`<div class="fb-page"></div><script>${code}</script>`))
  await vi.waitFor(() =>
    expect(render.mock.calls[0]?.[3]).toEqual([{ address: 'https://connect.facebook.net/nl_NL/sdk.js#xfbml=1&version=v3.2' }]),
  )
  expect(document.body.querySelector('script')?.text).toBe(code)
})

it('scripts that no browser runs are left for a provider to read', () => {
  release(template('<script type="IN/FollowCompany" data-id="1"></script>'))
  expect(document.body.querySelector('script')?.dataset.consent).toBeUndefined()
  expect(document.body.querySelector('script')?.type).toBe('IN/FollowCompany')
})

it('it tells what has come out of it', () => {
  const held = template('<b></b>')
  const heard = vi.fn()
  held.addEventListener('toestemming:released', (event) => heard((event as CustomEvent).detail))
  const nodes = release(held)
  expect(heard).toHaveBeenCalledExactlyOnceWith(nodes)
})
