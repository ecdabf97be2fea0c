/** Imitates X's widgets.js: takes over `twttr.ready`, draws every post and button in the page, and more with `twttr.widgets.load(element)`. */
const queued = window.twttr?._e ?? []

function load(root = document) {
  for (const block of root.querySelectorAll('blockquote.twitter-tweet')) {
    const address = [...block.querySelectorAll('a')].pop()?.href ?? ''
    const drawn = document.createElement('div')
    drawn.className = 'twitter-tweet twitter-tweet-rendered'
    const frame = document.createElement('iframe')
    frame.title = 'X Post'
    frame.width = '550'
    frame.height = '220'
    frame.src = `https://platform.twitter.com/embed/Tweet.html?dnt=${block.dataset.dnt === 'true'}&id=${address.split('/').pop()}`
    drawn.append(frame)
    block.replaceWith(drawn)
  }
  for (const link of root.querySelectorAll('a.twitter-follow-button, a.twitter-share-button')) {
    const name = link.className === 'twitter-follow-button' ? 'follow_button' : 'tweet_button'
    const frame = document.createElement('iframe')
    frame.className = `${link.className} twitter-${name}-rendered`
    frame.title = link.textContent
    frame.width = '180'
    frame.height = '60'
    frame.src = `https://platform.twitter.com/widgets/${name}.html?dnt=${link.dataset.dnt === 'true'}`
    link.replaceWith(frame)
  }
}

window.twttr = { widgets: { load }, ready: (call) => call(window.twttr), _e: [] }
load()
for (const call of queued) call(window.twttr)
