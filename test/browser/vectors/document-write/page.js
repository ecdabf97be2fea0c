// Written while the page is read: the browser's own parser makes the elements.
document.write(`<script src="${vendor}/script.js" onload="heard.push('${vendor.slice(8)}/script.js load')"></script>`)
document.write(`<img src="${vendor}/image.gif" alt="">`, `<iframe src="${vendor}/frame"></iframe>`)
document.writeln(`<img src="${vendor}/line.gif" alt="">`)
document.write(`<script src="${vendor}/pieces.js">`)
document.write('</scr')
document.write('ipt>')
document.write(`<SCRIPT SRC='${vendor}/upper.js'></SCRIPT>`)
document.write(`<script async src=${vendor}/unquoted.js></script>`)
document.write(`<link rel="stylesheet" href="${vendor}/style.css"><p>text</p>`)
document.write(
  `<script>{ const nested = document.createElement('script'); nested.src = '${vendor}/nested.js'; document.head.append(nested) }</script>`,
)
// As the tags of ad servers do it: an address in pieces, and each tag in more.
document.write(`<script src="${vendor.slice(0, 12)}`)
document.write(`${vendor.slice(12)}/zone.js`)
document.write('?zone=', 9, '"', '></script')
document.write('>')
document.writeln('<img alt=""')
document.writeln(`src="${vendor}/lines.gif">`)
// What is open beside it is closed where the page closes it.
document.write(`<div title="${vendor}"><img src="${vendor}/open.gif" alt=""><textarea>`)
document.write('in it</textarea><b></b></div><p></p>')
// What is no text is written as text; a line ends after the last of them.
document.write('<div lang=', 90, ` title="${vendor}0"`, '><img alt=', null, ` src="${vendor}/number.gif"></div>`)
document.writeln('<p class="', `${vendor}1">I <3 `, 'you</p>')
// It ends what another call has opened.
document.write(`<a href="/own" title="${vendor}2">`)
document.write(`<IMG SRC="${vendor}/linked.gif" alt=""></a><table title="${vendor}3"><tr><td>1`)
document.write(`<img src="${vendor}/cell.gif" alt="" /></td><td>2</td></tr></table>`)
// A page of its own keeps what it is.
const own = document.createElement('iframe')
document.documentElement.append(own)
own.contentDocument.open()
own.contentDocument.write(`<!doctype html><html lang="en"><body class="ad"><img src="${vendor}/page.gif" alt=""></body></html>`)
own.contentDocument.close()
// A script that waits writes into a frame of its own once it runs.
place.append(Object.assign(document.createElement('script'), { src: `${vendor}/friendly.js` }))
document.addEventListener('DOMContentLoaded', () => {
  const { compatMode, documentElement, body } = own.contentDocument
  if (compatMode !== 'CSS1Compat' || documentElement.lang !== 'en' || body.className !== 'ad') throw new Error(compatMode)
  const [link, table] = [2, 3].map((one) => document.querySelector(`[title="${vendor}${one}"]`))
  if (link.childNodes.length !== 1 || table.querySelectorAll('td').length !== 2 || table.closest('a'))
    throw new Error(document.body.innerHTML)
  const [numbered, line] = [`[title="${vendor}0"][lang="90"] [alt=null]`, `p[class="${vendor}1"]`].map((one) => document.querySelector(one))
  if (!numbered || line?.textContent !== 'I <3 you') throw new Error(document.body.innerHTML)
  const open = document.querySelector(`[title="${vendor}"]`)
  if (open.querySelector('textarea').value !== 'in it' || open.lastChild.localName !== 'b') throw new Error(open.outerHTML)
})
