import { testVector } from '../../../support/vector.ts'

const each = ['script.js', 'image.gif', 'frame']

testVector({
  test: import.meta.url,
  markup: () =>
    '<template><p><img data-name="/image.gif" alt=""></p><iframe data-name="/frame" title=""></iframe><script data-name="/script.js"></script></template>',
  requests: ['', 'imported-', 'first-', 'last-'].flatMap((part) => each.map((name) => `/${part}${name}`)),
})
