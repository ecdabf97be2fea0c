// Links that fetch by themselves.
const link = (name, parts) => {
  const element = hear(document.createElement('link'), name)
  Object.assign(element, parts)
  return element
}
document.head.append(
  link('/style.css', { rel: 'stylesheet', href: `${vendor}/style.css` }),
  link('/backwards.css', { href: `${vendor}/backwards.css`, rel: 'stylesheet' }),
  link('/upper.css', { rel: 'STYLESHEET', href: `${vendor}/upper.css` }),
  link('/alternate.css', { rel: 'alternate stylesheet', title: 'Other', href: `${vendor}/alternate.css` }),
  link('/preload.gif', { rel: 'preload', as: 'image', href: `${vendor}/preload.gif` }),
  link('/modulepreload.mjs', { rel: 'modulepreload', href: `${vendor}/modulepreload.mjs` }),
)

// In the page first, then what makes it fetch.
const late = document.head.appendChild(document.createElement('link'))
hear(late, '/late.css').href = `${vendor}/late.css`
late.rel = 'stylesheet'
const byAttribute = document.head.appendChild(document.createElement('link'))
hear(byAttribute, '/attribute.css').setAttribute('rel', 'stylesheet')
byAttribute.setAttribute('href', `${vendor}/attribute.css`)

// Tokens added to what is there.
const byToken = document.head.appendChild(document.createElement('link'))
hear(byToken, '/token.css').href = `${vendor}/token.css`
byToken.relList.add('stylesheet')

// What is only told of, asks for nothing.
document.head.append(link('', { rel: 'canonical', href: `${vendor}/canonical` }))
