/** Imitates Instagram's embed.js: `instgrm.Embeds.process()` draws what it has not drawn yet. */
function process() {
  for (const block of document.querySelectorAll('blockquote.instagram-media')) {
    const address = (block.dataset.instgrmPermalink ?? '').split('?')[0]
    const frame = document.createElement('iframe')
    frame.className = 'instagram-media instagram-media-rendered'
    frame.title = 'Instagram post'
    frame.width = '400'
    frame.height = '220'
    frame.src = `${address}embed/`
    block.replaceWith(frame)
  }
}

window.instgrm = { Embeds: { process } }
process()
