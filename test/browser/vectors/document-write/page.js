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
