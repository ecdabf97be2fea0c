/** Imitates LinkedIn's in.js: replaces its own kind of scripts by frames when it arrives, and more with `IN.parse(element)`. */
function parse(root = document.body) {
  for (const block of root.querySelectorAll('script[type^="IN/"]')) {
    const name = block.type.slice(3)
    const drawn = document.createElement('span')
    drawn.className = 'IN-widget'
    const frame = document.createElement('iframe')
    frame.title = `LinkedIn ${name}`
    frame.width = '180'
    frame.height = '60'
    frame.src = `https://www.linkedin.com/pages-extensions/${name}?id=${block.dataset.id ?? ''}`
    drawn.append(frame)
    block.replaceWith(drawn)
  }
}

window.IN = { ENV: {}, Event: {}, init() {}, parse }
parse()
