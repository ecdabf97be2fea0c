import { describe, expect, it } from 'vitest'
import { copyScript, scriptAddress } from '../../../src/gate/copyScript.ts'

const held = (attributes: Readonly<Record<string, string>>, code = '') => {
  const script = document.createElement('script')
  for (const [name, value] of Object.entries({ type: 'text/plain', ...attributes })) script.setAttribute(name, value)
  script.text = code
  return script
}
const attributes = (element: Element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))

describe('the copy of a script', () => {
  it('has every attribute but those that held it', () => {
    const given = {
      'data-consent': 'analytics',
      'data-service': 'ga',
      'data-src': '/vendor.js',
      async: '',
      defer: '',
      integrity: 'sha256-x',
      crossorigin: 'anonymous',
      referrerpolicy: 'no-referrer',
      fetchpriority: 'low',
      class: 'a b',
      id: 'vendor',
      'data-site': '12',
      onload: 'window.loaded = 1',
      onerror: 'window.failed = 1',
    }
    const { 'data-src': src, ...kept } = given
    expect(attributes(copyScript(held(given)))).toEqual({ ...kept, src })
  })

  it('has the code of an inline script, and no address', () => {
    const copy = copyScript(held({}, 'window.x = "</" + "script>"'))
    expect(copy.text).toBe('window.x = "</" + "script>"')
    expect(attributes(copy)).toEqual({})
  })

  it('has the type that was meant', () => {
    expect(copyScript(held({ 'data-type': 'module', 'data-src': '/m.js' })).type).toBe('module')
    expect(copyScript(held({})).hasAttribute('type')).toBe(false)
  })

  it('has the nonce that browsers hide, and handlers set by script', () => {
    const script = held({ 'data-src': '/x.js' })
    script.nonce = 'secret'
    const handler = () => {}
    script.onload = handler
    const copy = copyScript(script)
    expect(copy.nonce).toBe('secret')
    expect(copy.onload).toBe(handler)
  })

  it('is another element, and the held one stays as it was', () => {
    const script = held({ 'data-src': '/x.js', id: 'a' })
    const before = script.outerHTML
    expect(copyScript(script)).not.toBe(script)
    expect(script.outerHTML).toBe(before)
  })
})

it('the address is what waits, else what is there', () => {
  expect(scriptAddress(held({ 'data-src': '/a', src: '/b' }))).toBe('/a')
  expect(scriptAddress(held({ src: '/b' }))).toBe('/b')
  expect(scriptAddress(held({ 'data-src': '' }))).toBe('')
  expect(scriptAddress(held({}))).toBeNull()
})
