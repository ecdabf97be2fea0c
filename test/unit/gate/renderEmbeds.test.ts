import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

let renderEmbeds: typeof import('../../../src/gate/renderEmbeds.ts').renderEmbeds
beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  document.head.replaceChildren()
  document.body.replaceChildren()
  ;({ renderEmbeds } = await import('../../../src/gate/renderEmbeds.ts'))
})
afterEach(() => {
  // What was stubbed is put back as it was then: before the timers are.
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const marks = { consent: 'social', service: 'x' } as unknown as DOMStringMap
const post = () => {
  const block = document.createElement('blockquote')
  block.className = 'twitter-tweet'
  document.body.append(block)
  return block
}
const scripts = () => [...document.head.querySelectorAll('script')]
const answer = (type: string, src = 'https://platform.twitter.com/widgets.js') => {
  const script = document.createElement('script')
  Object.defineProperty(script, 'src', { value: src })
  document.head.append(script)
  script.dispatchEvent(new Event(type))
  script.remove()
}

it('one script is put in for all posts, held as they are, and called for those that come later', () => {
  const load = vi.fn()
  const [first, second, third] = [post(), post(), post()]
  renderEmbeds([first], marks, undefined, [])
  renderEmbeds([second], marks, undefined, [])
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]?.type).toBe('text/plain')
  expect(scripts()[0]?.dataset).toMatchObject({ consent: 'social', service: 'x', src: 'https://platform.twitter.com/widgets.js' })
  expect(first.dataset.dnt).toBe('true')
  vi.stubGlobal('twttr', { widgets: { load } })
  answer('load')
  expect(load).toHaveBeenCalledExactlyOnceWith(document.documentElement)
  renderEmbeds([third], marks, undefined, [])
  expect(load).toHaveBeenCalledTimes(2)
  expect(scripts()).toHaveLength(1)
})

it('a script that the page has from elsewhere is not put in again: it is used when it is there, and waited for when it comes', () => {
  const theirs = document.createElement('script')
  Object.defineProperty(theirs, 'src', { value: 'https://platform.twitter.com/widgets.js?x=1' })
  document.body.append(theirs)
  renderEmbeds([post()], marks, undefined, [])
  expect(scripts()).toEqual([])
  const load = vi.fn()
  vi.stubGlobal('twttr', { widgets: { load } })
  theirs.dispatchEvent(new Event('load'))
  expect(load).toHaveBeenCalledOnce()
  renderEmbeds([post()], marks, undefined, [])
  expect(load).toHaveBeenCalledTimes(2)
  expect(scripts()).toEqual([])
})

it('a script that waits in the page with its address in src is not taken to be there', () => {
  const theirs = document.createElement('script')
  theirs.type = 'text/plain'
  Object.defineProperty(theirs, 'src', { value: 'https://platform.twitter.com/widgets.js' })
  document.body.append(theirs)
  renderEmbeds([post()], marks, undefined, [])
  expect(scripts()).toHaveLength(1)
})

it('a script that the page has from elsewhere and that does not come is told, and put in by another try, with the id by which pages see it', () => {
  const theirs = document.createElement('script')
  Object.defineProperty(theirs, 'src', { value: 'https://platform.twitter.com/widgets.js' })
  document.body.append(theirs)
  renderEmbeds([post()], marks, undefined, [])
  vi.advanceTimersByTime(10_000)
  document.querySelector('[data-toestemming=failed]')?.dispatchEvent(new Event('toestemming:retry'))
  expect(scripts().map(({ id }) => id)).toEqual(['twitter-wjs'])
})

it('what was loaded once has its script loaded once', () => {
  const once = new Set<HTMLElement>()
  renderEmbeds([post()], marks, once, [])
  expect(once).toContain(scripts()[0])
})

it('the script of the owner’s own snippet is used, and made anew for another try', () => {
  const make = vi.fn(() => {
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.text = 'lang: nl_NL'
    script.dataset.src = 'https://platform.twitter.com/widgets.js'
    return script
  })
  const nodes: ChildNode[] = [post()]
  renderEmbeds(nodes, marks, undefined, [{ address: 'https://platform.twitter.com/widgets.js', make }])
  expect(scripts().map(({ text, async }) => [text, async])).toEqual([['lang: nl_NL', true]])
  answer('error')
  nodes[1]?.dispatchEvent(new Event('toestemming:retry'))
  expect(scripts()).toHaveLength(2)
  expect(make).toHaveBeenCalledTimes(2)
})

it('a script that the snippet’s own code puts in the page is waited for, and not put in again until it is tried anew', () => {
  const own = [{ address: 'https://platform.twitter.com/widgets.js' }]
  const nodes: ChildNode[] = [post()]
  renderEmbeds(nodes, marks, undefined, own)
  expect(scripts()).toEqual([])
  answer('error')
  nodes[1]?.dispatchEvent(new Event('toestemming:retry'))
  expect(scripts()).toHaveLength(1)
})

it('a script that has come before anybody waited for it is called', () => {
  const load = vi.fn()
  vi.stubGlobal('twttr', { widgets: { load } })
  renderEmbeds([post()], marks, undefined, [{ address: 'https://platform.twitter.com/widgets.js' }])
  vi.advanceTimersByTime(10_000)
  expect(load).toHaveBeenCalledOnce()
  expect([scripts(), failed()]).toEqual([[], []])
})

describe('a provider that has promised no call', () => {
  const film = () => {
    const block = document.createElement('blockquote')
    block.className = 'tiktok-embed'
    document.body.append(block)
    return block
  }
  const come = () => answer('load', 'https://www.tiktok.com/embed.js')

  it('is asked by the one that it has for what is not drawn, without another load', () => {
    const render = vi.fn()
    renderEmbeds([film()], marks, undefined, [])
    vi.stubGlobal('tiktokEmbed', { lib: { render } })
    come()
    // It draws by itself what is there when it comes.
    expect(render).not.toHaveBeenCalled()
    document.querySelector('.tiktok-embed')?.append(document.createElement('iframe'))
    const second = film()
    renderEmbeds([second], marks, undefined, [])
    expect(render).toHaveBeenCalledExactlyOnceWith([second])
    expect(scripts()).toHaveLength(1)
  })

  it.each([
    ['has none', undefined],
    [
      'throws',
      () => {
        throw new Error('changed')
      },
    ],
  ])('and %s is loaded again, once for all that wait', (_how, render) => {
    renderEmbeds([film()], marks, undefined, [])
    come()
    vi.stubGlobal('tiktokEmbed', { lib: { render } })
    renderEmbeds([film()], marks, undefined, [])
    renderEmbeds([film()], marks, undefined, [])
    expect(scripts()).toHaveLength(2)
  })
})

it.each(['fails', 'takes longer than ten seconds'])('a script that %s is told, and tried again by the next post', (how) => {
  const heard = vi.fn()
  document.addEventListener('toestemming:problem', heard, { once: true })
  renderEmbeds([post()], marks, undefined, [])
  if (how === 'fails') answer('error')
  else vi.advanceTimersByTime(10_000)
  expect(heard).toHaveBeenCalledOnce()
  renderEmbeds([post()], marks, undefined, [])
  expect(scripts()).toHaveLength(2)
})

it('what no provider draws asks for nothing', () => {
  renderEmbeds([document.createElement('p'), document.createTextNode('x')], marks, undefined, [])
  expect(scripts()).toEqual([])
})

const failed = () => [...document.querySelectorAll<HTMLTemplateElement>('[data-toestemming=failed]')]

it('each embed whose script fails gets a mark behind it that is never released and goes with the rest; asked again, the mark is gone', () => {
  const [first, second] = [post(), post()]
  const nodes: ChildNode[] = [first, second]
  const once = new Set<HTMLElement>()
  renderEmbeds(nodes, marks, once, [])
  second.remove()
  answer('error')
  answer('error')
  expect(failed()).toHaveLength(1)
  const [mark] = failed()
  expect([mark?.previousSibling, mark?.dataset.consent, mark?.dataset.service]).toEqual([first, '', 'x'])
  expect(mark?.content.firstElementChild?.className).toBe('twitter-tweet')
  expect(nodes).toEqual([first, second, mark])
  mark?.dispatchEvent(new Event('toestemming:retry'))
  expect(failed()).toEqual([])
  expect(scripts()).toHaveLength(2)
  expect(once).toContain(scripts()[1])
  vi.advanceTimersByTime(10_000)
  expect(failed()).toHaveLength(1)
})

it('a script that comes after all is used, and what was told of it is gone', () => {
  const load = vi.fn()
  renderEmbeds([post()], marks, undefined, [])
  vi.advanceTimersByTime(10_000)
  expect(failed()).toHaveLength(1)
  vi.stubGlobal('twttr', { widgets: { load } })
  answer('load')
  expect(failed()).toEqual([])
  expect(load).toHaveBeenCalled()
})
