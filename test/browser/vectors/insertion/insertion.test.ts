import { testVector } from '../../../support/vector.ts'

const ways = [
  'appendChild',
  'append',
  'prepend',
  'before',
  'after',
  'replaceWith',
  'insertBefore',
  'replaceChild',
  'replaceChildren',
  'insertAdjacentElement',
  'insertNode',
  'surroundContents',
  'fragment',
  'adoptNode',
]
const frames = ways.filter((way) => way !== 'surroundContents')

testVector({
  test: import.meta.url,
  requests: [
    ...ways.map((way) => `/image/${way}.gif`),
    ...frames.map((way) => `/frame/${way}`),
    ...ways.map((way) => `/script/${way}.js`),
    '/response.gif',
  ],
  heard: ways.map((way) => `/script/${way}.js load`),
})
