/** What an owner takes along: text to paste into a page. Pure. */

import type { Configuration } from '../../src/model/settings.ts'
import { styleSheet } from './look.ts'
import type { State } from './state.ts'

/** What it is about first, and the rest in the order of the README. */
const order = ['owner', 'locale', 'register', 'revision', 'updated', 'validDays', 'links', 'categories', 'services']

const written = (configuration: Configuration): string => {
  const entries = Object.entries(configuration)
  const place = ([key]: [string, unknown]) => (order.includes(key) ? order.indexOf(key) : order.length)
  return JSON.stringify(Object.fromEntries(entries.sort((one, other) => place(one) - place(other))), null, 2)
}

export const jsonOf = (configuration: Configuration): string => `${written(configuration)}\n`

/** With a `/` at its end, and nothing that could end the attribute that it is written in. */
export const folderOf = (folder: string): string => `${(folder.trim() || '/toestemming/').replace(/["'<>\s]/g, '').replace(/\/*$/, '')}/`

/** First in `<head>`, on every page. */
export function snippetOf({ configuration, look, folder }: State): string {
  // Nothing in the configuration may end the element that it is written in.
  const json = written(configuration).replaceAll('<', '\\u003c')
  const style = styleSheet(look)
  return `<script type="application/json" data-toestemming="config">
${json}
</script>
<script src="${folderOf(folder)}toestemming.js"></script>
${style && `<style>\n${style}\n</style>\n`}`
}

/**
 * A link, where there is a page to go to for who has no script; else a button.
 *
 * @param label how the site's visitors call it, in their language
 */
export function footerLink({ configuration: { links } }: State, label: string): string {
  const page = links?.cookies ?? links?.privacy
  const address = page?.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  return address
    ? `<a href="${address}" data-toestemming-action="open">${label}</a>\n`
    : `<button type="button" data-toestemming-action="open">${label}</button>\n`
}
