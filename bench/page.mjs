/** The page that every contender is on: the same content, and the same scripts that wait, each marked as the contender wants it. */
import { categories } from './contenders.mjs'
import { vendor } from './server.mjs'

const paragraph =
  '<p>Een gewone alinea met <a href="/lees">een link</a>, <em>nadruk</em> en genoeg woorden om een paar regels van een smal scherm te vullen.</p>'
const section = (index) =>
  `<section><h2>Onderwerp ${index}</h2><ul><li>Een</li><li>Twee</li><li>Drie</li></ul>${paragraph.repeat(3)}</section>`
const content = Array.from({ length: 20 }, (_, index) => section(index + 1)).join('\n')

/** Inline code that says it ran, and keeps the thread for `burn` milliseconds. */
export const inline = (count, { burn = 0, category } = {}) =>
  Array.from({ length: count }, (_, index) => ({ category: category ?? categories[0], code: `ran(${index}${burn ? `, ${burn}` : ''})` }))

/**
 * Scripts of another host. With `latency` they answer that late on average, from half of it to one and a half times as much, so that
 * order is not kept by luck.
 */
export const external = (count, { latency = 0 } = {}) =>
  Array.from({ length: count }, (_, index) => {
    const wait = count === 1 ? latency : latency * (0.5 + ((index * 3 + 4) % 5) / 4)
    return { category: categories[0], src: `https://${vendor}/${index}.js${wait ? `?latency=${wait}` : ''}` }
  })

/** One inline and one external script in each category. */
export const mixed = () =>
  categories.flatMap((category, index) => [
    { category, code: `ran(${index * 2})` },
    { category, src: `https://${vendor}/${index * 2 + 1}.js` },
  ])

export const pageFor = ({ markup, hold }, scripts) => `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
${markup.first}
<meta name="viewport" content="width=device-width">
<title>Proefpagina</title>
<link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; max-width: 60rem; margin: auto }</style>
</head>
<body>
<h1>Proefpagina</h1>
${content}
<div id="place" hidden></div>
${scripts.map(hold).join('\n')}
${markup.last}
</body>
</html>`
