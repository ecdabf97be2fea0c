/**
 * As they were: what stands in for them looks for what must be held, and what we release must not be; and a form may have a field by the name of one.
 * On a server there is none.
 */
export const { cloneNode, matches, replaceWith } = globalThis.Element?.prototype ?? {}
