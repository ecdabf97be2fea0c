import { testVector } from '../../../support/vector.ts'

testVector({
  test: import.meta.url,
  markup: (vendor) => `<iframe name="${vendor}"></iframe>`,
  requests: [
    '/script.js',
    '/markup.gif',
    '/image.gif',
    '/created.gif',
    '/written.js',
    '/written.gif',
    '/borrowed.js',
    '/borrowed.gif',
    '/of-frame.gif',
    '/nested.gif',
    '/by-markup.gif',
    '/named.gif',
    '/named.js',
    '/own-page.gif',
    '/own-page.js',
  ],
})
