import { expect, it } from 'vitest'
import { uiRoot } from '../../../src/ui/root.ts'

it('the root is made once, first in the body, and made again when it has been taken away', () => {
  document.body.innerHTML = '<main></main>'
  const root = uiRoot()
  expect(root.host).toBe(document.body.firstElementChild)
  expect(root.host.localName).toBe('toestemming-ui')
  document.body.prepend(document.createElement('header'))
  expect(uiRoot()).toBe(root)
  root.host.remove()
  expect(uiRoot()).not.toBe(root)
  expect(document.querySelectorAll('toestemming-ui')).toHaveLength(1)
})
