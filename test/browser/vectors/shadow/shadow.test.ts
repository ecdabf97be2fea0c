import { testVector } from '../../../support/vector.ts'

const modes = ['open', 'closed']

testVector({
  test: import.meta.url,
  requests: [
    ...modes.flatMap((mode) => ['markup.gif', 'frame', 'script.js', 'append.gif', 'apart'].map((name) => `/${mode}/${name}`)),
    '/custom',
  ],
  heard: modes.map((mode) => `/${mode}/script.js load`),
})
