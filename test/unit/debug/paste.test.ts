import { expect, it } from 'vitest'
import { marked, serviceLine, useLine, written } from '../../../src/debug/paste.ts'

const element = (html: string) => {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild as Element
}

it('an element is written without what is in it, and without how we hide it', () => {
  expect(written(element('<p class="x">text</p>'))).toBe('<p class="x">')
  expect(written(element('<iframe style="display: none !important;" title="Film"></iframe>'))).toBe('<iframe title="Film">')
  expect(written(element(`<p title="${'x'.repeat(400)}"></p>`))).toHaveLength(160)
})

it('the marked version keeps every attribute, and has each address wait', () => {
  expect(marked(element('<img srcset="/a.gif 2x" src="/a.gif" alt="">'), 'tracking')).toBe(
    '<img data-consent="tracking" data-srcset="/a.gif 2x" data-src="/a.gif" alt>',
  )
  expect(
    marked(
      element('<iframe style="width: 5px; display: none !important;" data-consent="x" data-src="/f?a&amp;b"></iframe>'),
      'social',
      'film',
    ),
  ).toBe('<iframe data-consent="social" data-service="film" style="width: 5px;" data-src="/f?a&amp;b"></iframe>')
})

it('lines for the configuration are JSON', () => {
  expect(useLine('youtube')).toBe('"services": [ …, "youtube" ]')
  expect(serviceLine('Cdn.Example', { hosts: ['cdn.example'] })).toBe(
    '"services": [ …, {"id":"cdn-example","category":"functional","provider":"…","hosts":["cdn.example"]} ]',
  )
})
