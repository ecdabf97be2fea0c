// Inside shadow roots, open and closed, of this script or of a custom element.
const inert = document.implementation.createHTMLDocument('')
const host = () => place.appendChild(document.createElement('div'))

for (const mode of ['open', 'closed']) {
  const root = host().attachShadow({ mode })
  root.innerHTML = `<p><img src="${vendor}/${mode}/markup.gif"></p><iframe src="${vendor}/${mode}/frame"></iframe>`
  const script = document.createElement('script')
  script.src = `${vendor}/${mode}/script.js`
  root.append(hear(script, `/${mode}/script.js`))
  const image = inert.createElement('img')
  image.src = `${vendor}/${mode}/append.gif`
  root.firstChild.after(image)

  // Filled before it is in the page.
  const apart = document.createElement('div')
  const early = apart.attachShadow({ mode })
  const frame = document.createElement('iframe')
  frame.src = `${vendor}/${mode}/apart`
  early.append(frame)
  place.append(apart)
}

const name = `x-${vendor.replace(/\W/g, '-')}`
customElements.define(
  name,
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'closed' }).innerHTML = `<iframe src="${vendor}/custom"></iframe>`
    }
  },
)
place.append(document.createElement(name))
