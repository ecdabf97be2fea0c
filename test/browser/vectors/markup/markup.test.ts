import { testVector } from '../../../support/vector.ts'

const both = [
  'innerHTML',
  'outerHTML',
  'beforebegin',
  'afterbegin',
  'beforeend',
  'afterend',
  'setHTMLUnsafe',
  'fragment',
  'template',
].flatMap((name) => [`/image/${name}.gif`, `/frame/${name}`])

testVector({
  test: import.meta.url,
  requests: [...both, '/image/deep.gif', '/image/added.gif', '/fragment.js'],
  heard: ['/fragment.js load'],
})
