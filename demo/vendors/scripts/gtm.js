/** Imitates a Tag Manager container that holds one Google Analytics tag, fired on every page when consent mode allows it. */
const id = new URL(document.currentScript.src).searchParams.get('id') ?? 'GTM-DEMO'
window.google_tag_manager ??= {}
const tags = window.google_tag_manager
window.dataLayer = window.dataLayer || []
tags[id] = { dataLayer: window.dataLayer }

function gtag() {
  // biome-ignore lint/complexity/noArguments: Google's tag tells commands by their being `arguments`
  window.dataLayer.push(arguments)
}
const element = document.createElement('script')
element.async = true
element.src = 'https://www.googletagmanager.com/gtag/js?id=G-CONTAINER1'
document.head.append(element)
gtag('js', new Date())
gtag('config', 'G-CONTAINER1')
