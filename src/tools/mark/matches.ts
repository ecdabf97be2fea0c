import { attributeOf, decoded, type Tag } from './tokens.ts'

/** Whether a start tag matches a list of simple selectors: `.class`, `[name]`, `[name=…]` with `^`, `*` or `$`. */
export function matches(tag: Tag, selectors: string): boolean {
  return selectors.split(',').some((selector) => {
    const text = selector.trim()
    if (text.startsWith('.')) return (attributeOf(tag, 'class') ?? '').split(/\s+/).includes(text.slice(1))
    const [, name = '', sign, wanted = ''] = /^\[([\w-]+)(?:([\^*$]?)="?([^"\]]*)"?)?\]$/.exec(text) ?? []
    const raw = name && attributeOf(tag, name)
    if (raw === undefined || raw === '') return raw !== undefined && !!name && sign === undefined
    const value = decoded(raw)
    if (sign === undefined) return true
    if (sign === '^') return value.startsWith(wanted)
    if (sign === '$') return value.endsWith(wanted)
    return sign === '*' ? value.includes(wanted) : value === wanted
  })
}
