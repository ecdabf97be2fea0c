import { testVector } from '../../../support/vector.ts'

/** As a script of an ad does: what it shows is written into a frame that it has made. */
const friendly = `
  const { origin, host, pathname } = new URL(document.currentScript.src)
  ;(window.ran = window.ran || []).push(host + pathname)
  const { contentDocument } = document.body.appendChild(document.createElement('iframe'))
  contentDocument.open()
  contentDocument.write('<!doctype html><body class="ad"><img src="' + origin + '/friendly.gif" alt="">')
  contentDocument.close()
`

testVector({
  test: import.meta.url,
  requests: [
    '/script.js',
    '/image.gif',
    '/frame',
    '/line.gif',
    '/pieces.js',
    '/upper.js',
    '/unquoted.js',
    '/style.css',
    '/nested.js',
    '/zone.js',
    '/lines.gif',
    '/open.gif',
    '/number.gif',
    '/linked.gif',
    '/cell.gif',
    '/page.gif',
    '/friendly.js',
    '/friendly.gif',
  ],
  heard: ['/script.js load'],
  answers: { '/friendly.js': [`{${friendly}}`, 'text/javascript'] },
})
