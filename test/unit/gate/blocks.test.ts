import { afterEach, expect, it, vi } from 'vitest'
import '../../support/selectors.ts'
// What both parts draw with is here already.
import '../../../src/gate/box.ts'
import { createBlocks } from '../../../src/gate/blocks.ts'
import { describe as know } from '../../../src/gate/describe.ts'
import type { BlocksPort, Judge } from '../../../src/model/ports.ts'
import { completeSettings } from '../../../src/model/settings.ts'

const update = vi.fn()
/** A page with this in it, where the check is allowed or not; `arrives` says whether what looks after forms does. */
function createPage(html: string, { allowed = true, arrives = true } = {}) {
  document.body.innerHTML = html
  const asked: string[] = []
  const granted = { is: allowed }
  const host: BlocksPort = {
    once: new Set(),
    needs: ({ dataset }) => ({ words: [dataset.consent ?? dataset.consentForm ?? ''], service: undefined }),
    state: { allows: () => granted.is, grant: vi.fn() } as Partial<Judge> as Judge,
    refresh: vi.fn(),
  }
  const load = async (name: string): Promise<unknown> => {
    asked.push(name)
    if (name === 'forms' && !arrives) throw new Error('404')
    if (name === 'forms') return { createForms: async () => ({ update }) }
    return name === 'embeds' ? { describe: know } : { default: {} }
  }
  const settings = completeSettings({ owner: 'x' }, { hostname: 'x', catalogue: {} })
  const blocks = createBlocks(host, settings, load as never)
  const look = () => blocks.update(new Set(document.body.querySelectorAll<HTMLElement>('[data-consent],[data-consent-form]')))
  look()
  const sent: string[] = []
  const form = document.querySelector('form') as HTMLFormElement | null
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    sent.push(((event as SubmitEvent).submitter as HTMLButtonElement | null)?.name ?? '')
  })
  return { asked, granted, look, sent, form, button: form?.querySelector('button') }
}
const contact = '<form data-consent-form="recaptcha"><input name="naam"><button name="stuur"><b>Versturen</b></button></form>'
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

afterEach(async () => {
  await settle()
  document.body.replaceChildren()
  update.mockReset()
})

it('a page with a form whose check is allowed loads nothing for it', async () => {
  const { asked, look } = createPage(contact)
  look()
  await settle()
  expect(asked).toEqual([])
})

it('a form that needs an answer has what looks after it loaded once, and hears of every look', async () => {
  const { asked, look } = createPage(contact, { allowed: false })
  await settle()
  look()
  await settle()
  expect(asked).toEqual(['forms'])
  expect(update).toHaveBeenCalledTimes(2)
  expect([...(update.mock.calls[0]?.[0] ?? [])].map(({ localName }) => localName)).toEqual(['form'])
})

it('a form that is taken back has it loaded then', async () => {
  const { asked, look, granted } = createPage(contact)
  granted.is = false
  look()
  await settle()
  expect(asked).toEqual(['forms'])
})

it('the focus in a form has it loaded, and the focus elsewhere has not', async () => {
  const { asked } = createPage(`<input id="zoek">${contact}`)
  const focus = (selector: string) =>
    document.querySelector(selector)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
  focus('#zoek')
  await settle()
  expect(asked).toEqual([])
  focus('[name=naam]')
  await settle()
  expect(asked).toEqual(['forms'])
})

it('a form that has the focus when the page is looked at has it loaded at once', async () => {
  const { asked, look } = createPage(contact)
  document.querySelector('input')?.focus()
  look()
  await settle()
  expect(asked).toEqual(['forms'])
})

it('what is sent before it is there waits, and is sent once, with the same button', async () => {
  const { sent, form, button } = createPage(contact)
  for (let time = 0; time < 5; time++) form?.requestSubmit(button)
  expect(sent).toEqual([])
  await settle()
  expect(sent).toEqual(['stuur'])
})

it('a button that is pressed before it is there is pressed again, so that the page’s own handlers hear it then', async () => {
  const { button } = createPage(contact)
  const pressed = vi.fn((event: Event) => event.preventDefault())
  button?.addEventListener('click', pressed)
  button?.querySelector('b')?.click()
  expect(pressed).not.toHaveBeenCalled()
  await settle()
  expect(pressed).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(button)
})

it('where it does not arrive the form is sent as without us, and is asked for again at the next use', async () => {
  const { sent, form, button, asked } = createPage(contact, { arrives: false })
  form?.requestSubmit(button)
  await settle()
  expect(sent).toEqual(['stuur'])
  form?.requestSubmit(button)
  await settle()
  expect([sent, asked]).toEqual([
    ['stuur', 'stuur'],
    ['forms', 'forms'],
  ])
})

it('a form that goes from the page is let go', async () => {
  const { form, look, asked } = createPage(contact)
  form?.removeAttribute('data-consent-form')
  look()
  form?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
  await settle()
  expect(asked).toEqual([])
})

it('a frame that waits has what knows the providers and the texts loaded, and nothing for forms', async () => {
  const { asked } = createPage('<template data-consent="social"><p>Tekst</p></template>', { allowed: false })
  // The part is read from the disk the first time.
  await vi.waitFor(() => expect(document.querySelector('toestemming-block')).not.toBeNull(), 4000)
  expect(asked).toEqual(['embeds', 'locales/blocks/nl-je'])
})
