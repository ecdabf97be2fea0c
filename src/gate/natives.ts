/** As they were: what stands in for them looks for what must be held, and what we release must not be. On a server there is none. */
export const { cloneNode, replaceWith } = globalThis.Element?.prototype ?? {}
