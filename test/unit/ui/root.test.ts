import { expect, it } from 'vitest'
import { removeRoot, uiRoot } from '../../../src/ui/root.ts'

it('the root comes back when the page around it is replaced, not for ever, and not once it was taken away for good', async () => {
  document.body.innerHTML = ''
  const { host } = uiRoot()
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5))
  document.body.innerHTML = '<main></main>'
  await settle()
  expect(host.isConnected).toBe(true)
  for (let time = 0; time < 20 && host.isConnected; time++) {
    host.remove()
    await settle()
  }
  expect(host.isConnected).toBe(false)
  const next = uiRoot().host
  removeRoot()
  await settle()
  expect(next.isConnected).toBe(false)
})

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

it('a page of frames has no place for it, and no error', () => {
  const { body } = document
  const frames = document.createElement('frameset')
  body.replaceWith(frames)
  try {
    expect(uiRoot().host.isConnected).toBe(false)
  } finally {
    frames.replaceWith(body)
  }
})
